import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { compileSources } from '../../scripts/cli/load.mjs';
import { shipBrand } from '../../scripts/deploy/fleet/run';
import { sideBySide } from '../../scripts/deploy/fleet/side-by-side';
import { openSenders } from '../../scripts/deploy/upload/senders';
import { checkBrand } from '../../scripts/upload-double/check-brand';
import { type MadeFleet, makeFleet } from '../../scripts/upload-double/fleet';
import { fleetOf } from './fleet-of';

/** More than are sent by then: a run sends one in a fifth of a second once it has begun. */
const names = Array.from({ length: 20 }, (_, index) => `brand-${index}`);
const kills = 5;
const environment = process.env.NODE_EXTRA_CA_CERTS;

let made: MadeFleet;
/** For what is sent after the kills. */
const senders = openSenders();

beforeAll(async () => {
  made = await makeFleet(names);
  process.env.NODE_EXTRA_CA_CERTS = made.server.caFile;
});
afterAll(async () => {
  if (environment === undefined) delete process.env.NODE_EXTRA_CA_CERTS;
  else process.env.NODE_EXTRA_CA_CERTS = environment;
  await senders.end();
  await made.close();
});

function isSending(out: string): boolean {
  const folder = join(out, 'records');
  if (!existsSync(folder)) return false;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .some((file) => readFileSync(join(folder, file), 'utf8').includes('"sending"'));
}

test('a fleet that is killed five times uploads each brand exactly once, and mixes nothing up', async () => {
  const { root, server, keys } = made;
  const out = join(root, 'out');
  const args = [root, server.proxy, out, keys, ...names];
  const script = await compileSources('fleet-run', "import '../../test/deploy/fleet-run';");
  let whileSending = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const child = fork(script, args, {
      cwd: mkdtempSync(join(root, 'cwd-')),
      execArgv: [],
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => child.once('message', resolve));
    // Each third before a process has begun to send, the others anywhere in what it does, which
    // takes it a second.
    while (kill % 3 > 0 && child.exitCode === null && !isSending(out)) await sleep(5);
    await sleep(Math.random() * 200);
    whileSending += isSending(out) ? 1 : 0;
    expect(server.uploads.length).toBeLessThan(names.length);
    expect(child.exitCode).toBeNull();
    child.kill('SIGKILL');
    await ended;
  }
  expect(whileSending).toBeGreaterThanOrEqual(2);

  const fleet = {
    ...fleetOf({ root, proxy: server.proxy, out, key: keys }),
    startProcess: senders.startProcess,
  };
  const shipments = await sideBySide(names, 2, (name) => shipBrand(fleet, name));
  expect(shipments.map((one) => (one.ok ? one.brand : one.problems))).toEqual(names);
  expect(server.uploads.map(({ appId }) => appId).sort()).toEqual(names.map(made.appIdOf));
  const shipped = [...fleet.base.files.keys(), 'project.config.json'].sort();
  for (const name of names) {
    const uploads = server.uploads.filter(({ appId }) => appId === made.appIdOf(name));
    expect(uploads.map((upload) => checkBrand(upload, join(root, 'brands', name)))).toEqual([[]]);
    expect(uploads.map(({ files }) => [...files.keys()].sort())).toEqual([shipped]);
  }
});

test("one brand's failure is its own", async () => {
  const { root, server, keys, appIdOf } = made;
  const fleet = {
    ...fleetOf({ root, proxy: server.proxy, out: join(root, 'out-2'), key: keys }),
    startProcess: senders.startProcess,
  };
  rmSync(join(keys, `private.${appIdOf('brand-1')}.key`));
  writeFileSync(join(root, 'brands/brand-2/brand.json'), '{');
  const [sent, keyless, broken] = await Promise.all(
    names.slice(0, 3).map((name) => shipBrand(fleet, name)),
  );
  expect(sent).toMatchObject({ ok: true, state: 'sent' });
  expect(keyless).toMatchObject({
    ok: false,
    reason: 'key',
    problems: [expect.stringContaining('key')],
  });
  expect(broken).toMatchObject({
    ok: false,
    reason: 'brand',
    problems: [expect.stringContaining('brands/brand-2/brand.json')],
  });
});
