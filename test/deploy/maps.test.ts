import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createBrand, standardAnswers } from '../../scripts/brand/create';
import type { Compiled } from '../../scripts/deploy/compile/compile-program';
import { type Fleet, shipBrand } from '../../scripts/deploy/fleet/run';
import type { UploadOutcome } from '../../scripts/deploy/upload/record';
import { makeUploadKey } from '../../scripts/upload-double/upload-key';
import { fleetOf } from './fleet-of';

const appId = 'wx0123456789abcdef';
const { privateKey } = makeUploadKey();
const sent: UploadOutcome = { state: 'sent', packages: [{ name: 'main', size: 1 }], ms: 1 };
const refused: UploadOutcome = {
  ...{ state: 'failed', code: 20003, message: 'errCode: 40013; errMsg: no', mayHaveArrived: false },
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mini-login-maps-'));
  createBrand(root, 'acme', { ...standardAnswers('acme'), appId });
  mkdirSync(join(root, 'keys'));
  writeFileSync(join(root, 'keys', `private.${appId}.key`), privateKey);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const mapOf = (words: string) => new Map([['app.js.map', Buffer.from(words)]]);
const folder = (version: string) => join(root, 'out/maps/acme', version);
const read = (version: string) => readFileSync(join(folder(version), 'app.js.map'), 'utf8');

/** As WeChat answers, without the process that asks it. */
function fleet(words: string, outcome: UploadOutcome, settings: Partial<Fleet['settings']>): Fleet {
  const made = fleetOf({ root, out: join(root, 'out'), proxy: '', key: join(root, 'keys') });
  const startProcess = () => {
    const one = new EventEmitter();
    return Object.assign(one, {
      send: () => {
        one.emit('message', { outcome });
        one.emit('exit');
      },
      end: () => undefined,
    });
  };
  return {
    ...{ ...made, startProcess, settings: { ...made.settings, ...settings } },
    base: { ...made.base, maps: mapOf(words) },
  };
}

test("are kept by the brand's own version, and the report names the folder", async () => {
  const pack = join(root, 'brands/acme/brand.json');
  writeFileSync(pack, readFileSync(pack, 'utf8').replace('{', '{"version": "3.1.0",'));
  const one = await shipBrand(fleet('a', sent, { isVersionGiven: false }), 'acme');
  expect(one).toMatchObject({ ok: true, version: '3.1.0', maps: folder('3.1.0') });
  expect(read('3.1.0')).toBe('a');
});

test('are those of what was sent: a rehearsal and a refusal take nothing away', async () => {
  const rehearsed = await shipBrand(fleet('a', sent, { dryRun: true }), 'acme');
  expect(rehearsed).toMatchObject({ ok: true, maps: null });
  expect(existsSync(folder('1.0.0'))).toBe(false);
  await shipBrand(fleet('b', sent, {}), 'acme');
  await shipBrand(fleet('c', sent, { dryRun: true }), 'acme');
  expect(await shipBrand(fleet('d', refused, {}), 'acme')).toMatchObject({ ok: false });
  expect(read('1.0.0')).toBe('b');
  await shipBrand(fleet('e', { ...refused, mayHaveArrived: true }, {}), 'acme');
  expect(read('1.0.0')).toBe('b');
  await shipBrand(fleet('f', sent, {}), 'acme');
  expect(read('1.0.0')).toBe('f');
});

test('are kept of a program of its own too', async () => {
  const pack = join(root, 'brands/acme/brand.json');
  writeFileSync(
    pack,
    readFileSync(pack, 'utf8').replace(
      '{',
      '{"events": {"endpoint": "https://events.example.com/"},',
    ),
  );
  const { base, ...parts } = fleet('shared', sent, {});
  const compile = async (): Promise<Compiled> => ({
    ...{ ok: true, files: base.files, maps: mapOf('own') },
    ...{ sizes: { main: 1, total: 1, subpackages: {} }, missing: [], newer: [], unused: [], ms: 1 },
  });
  const one = await shipBrand({ base, ...parts, compile }, 'acme');
  expect(one).toMatchObject({ ok: true, maps: folder('1.0.0') });
  expect(read('1.0.0')).toBe('own');
});

test('that the disk does not take make no failure of what was sent', async () => {
  mkdirSync(join(root, 'out'));
  writeFileSync(join(root, 'out/maps'), 'in the way');
  expect(await shipBrand(fleet('a', sent, {}), 'acme')).toMatchObject({
    ...{ ok: true, state: 'sent', maps: null },
    notes: [expect.stringMatching(/^The source maps could not be written: /)],
  });
});
