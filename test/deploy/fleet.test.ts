import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { createBrand, standardAnswers } from '../../scripts/brand/create';
import { readBrand } from '../../scripts/brand/pack/pack';
import { startUploadServer, type UploadServer } from '../../scripts/deploy/double/server';
import { shipBrand } from '../../scripts/deploy/fleet/run';
import { fleetOf } from './fleet-of';
import { makeUploadKey } from './keys';

jest.setTimeout(300_000);

const names = ['acme', 'beta', 'cafe', 'delta'] as const;
const colours = ['#0b6478', '#7a1f5c', '#22543d', '#3b3a8f'] as const;
const appIdOf = (index: number) => `wx00000000000000a${index}`;
const environment = process.env.NODE_EXTRA_CA_CERTS;

let root: string;
let server: UploadServer;
const keys = () => join(root, 'keys');

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mini-login-fleet-'));
  mkdirSync(keys());
  const accounts = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const { privateKey, publicKey } = makeUploadKey();
    writeFileSync(join(keys(), `private.${appIdOf(index)}.key`), privateKey);
    accounts.set(appIdOf(index), publicKey);
    createBrand(root, name, { ...standardAnswers(name), appId: appIdOf(index), colour: colours[index] ?? '' });
  }
  server = await startUploadServer(accounts);
  process.env.NODE_EXTRA_CA_CERTS = server.caFile;
});
afterAll(async () => {
  if (environment === undefined) delete process.env.NODE_EXTRA_CA_CERTS;
  else process.env.NODE_EXTRA_CA_CERTS = environment;
  await server.close();
  rmSync(root, { recursive: true });
});

test('a fleet that is killed ten times uploads each brand exactly once, and mixes nothing up', async () => {
  const out = join(root, 'out');
  const args = [root, server.proxy, out, keys(), ...names];
  const execArgv = ['--import', pathToFileURL(createRequire(__filename).resolve('tsx/esm')).href];
  for (let kill = 0; kill < 10; kill += 1) {
    const cwd = mkdtempSync(join(root, 'cwd-'));
    const child = fork(join(__dirname, 'fleet-run.ts'), args, { cwd, execArgv, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await Promise.race([ended, sleep(200 + Math.random() * 1_300)]);
    child.kill('SIGKILL');
    await ended;
  }
  const fleet = fleetOf({ root, proxy: server.proxy, out, key: keys() });
  const shipments = await Promise.all(names.map((name) => shipBrand(fleet, name)));
  expect(shipments.map((one) => (one.ok ? one.brand : one.problems))).toEqual([...names]);
  expect(server.uploads.map(({ appId }) => appId).sort()).toEqual(names.map((_, index) => appIdOf(index)));

  for (const [index, name] of names.entries()) {
    const upload = server.uploads.find(({ appId }) => appId === appIdOf(index));
    const title = name.charAt(0).toUpperCase() + name.slice(1);
    const script = upload?.files.get('brand/index.js')?.toString() ?? '';
    const style = upload?.files.get('brand/theme.wxss')?.toString() ?? '';
    const texts = upload?.files.get('pages/agreement/brand/texts.js')?.toString() ?? '';
    expect([
      script.includes(title),
      style.includes(readBrand(root, name).pack.look.light.primary),
      texts.includes(`${title} Ltd.`),
    ]).toEqual([true, true, true]);
    for (const other of names.filter((one) => one !== name)) {
      expect(script + texts).not.toContain(`${other.charAt(0).toUpperCase()}${other.slice(1)} Ltd.`);
    }
  }
});

test("one brand's failure is its own", async () => {
  const fleet = fleetOf({ root, proxy: server.proxy, out: join(root, 'out-2'), key: keys() });
  rmSync(join(keys(), `private.${appIdOf(1)}.key`));
  writeFileSync(join(root, 'brands/cafe/brand.json'), '{');
  const [acme, beta, cafe] = await Promise.all(['acme', 'beta', 'cafe'].map((name) => shipBrand(fleet, name)));
  expect(acme).toMatchObject({ ok: true, state: 'sent' });
  expect(beta).toMatchObject({ ok: false, reason: 'key', problems: [expect.stringContaining('key')] });
  expect(cafe).toMatchObject({ ok: false, reason: 'brand', problems: [expect.stringContaining('brands/cafe/brand.json')] });
});
