import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { acquire } from '@mini-login/platform/lock-file';
import { statusOf, statusText } from '../../../scripts/deploy/platform/status';
import { claim, settle } from '../../../scripts/deploy/upload/record';
import { thisProcess } from '../../../scripts/deploy/upload/sender';
import { FIRST, SECOND, usePlatformBench } from './platform-bench';

/** `npm run status` prints what `statusOf` finds. */
const bench = usePlatformBench();
let root: string;
beforeEach(async () => {
  root = bench.out;
  brand('acme', FIRST);
  brand('beta', SECOND);
  bench.out = join(root, 'out', 'platform');
});

function record(name: string): string {
  const folder = join(root, 'out', 'upload', 'records');
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

function brand(name: string, appId: string, more: object = {}): void {
  mkdirSync(join(root, 'brands', name), { recursive: true });
  const json = JSON.stringify({ miniProgram: { appId }, ...more });
  writeFileSync(join(root, 'brands', name, 'brand.json'), json);
}

const asked = (name: string) => statusOf({ root, api: bench.api() }, name);
const written = (name: string) => statusOf({ root, api: null }, name);

describe('a brand of the platform', () => {
  test('is where WeChat says it is, with what is left to do', async () => {
    const seen: unknown[] = [];
    const look = async () => {
      const { place, todo, isAsked, problem } = await asked('acme');
      expect({ isAsked, problem }).toEqual({ isAsked: true, problem: null });
      seen.push([place, todo]);
    };
    await look();
    await bench.ship(FIRST, { submit: false });
    await look();
    await bench.ship(FIRST);
    await look();
    await bench.approve();
    await look();
    await bench.ship(FIRST, { release: true });
    await look();
    await bench.ship(FIRST, { submit: false }, '1.1.0');
    await look();
    await bench.ship(FIRST, {}, '1.1.0');
    const verdict = { status: 1, reason: '类目不符' };
    await bench.control('PUT', `/tenants/${FIRST}/review`, verdict);
    await look();
    expect(seen).toEqual([
      ['nothing was sent', 'npm run upload -- acme --platform'],
      ['trial version 1.0.0', 'npm run upload -- acme --platform --submit'],
      ['under review 1.0.0', expect.stringContaining('review')],
      ['approved 1.0.0', 'npm run upload -- acme --platform --release'],
      ['live 1.0.0', null],
      ['live 1.0.0, trial version 1.1.0', 'npm run upload -- acme --platform --submit'],
      ['live 1.0.0, rejected 1.1.0', expect.stringContaining('类目不符')],
    ]);
  });

  test('that was gone back from is not live, and its record says so from then on', async () => {
    for (const version of ['1.0.0', '1.1.0']) {
      await bench.ship(FIRST, {}, version);
      await bench.approve();
      await bench.ship(FIRST, { release: true }, version);
    }
    expect(await written('acme')).toMatchObject({ place: 'live', version: '1.1.0' });
    await bench.wechat(FIRST, '/wxa/revertcoderelease');
    const gone = { todo: expect.stringContaining('version'), isAsked: true };
    expect(await asked('acme')).toMatchObject({
      ...{ ...gone, place: 'live 1.0.0, no longer live 1.1.0' },
    });
    expect(await written('acme')).toMatchObject({
      ...gone,
      place: 'no longer live',
      isAsked: false,
    });
  });

  test('whose review was withdrawn, or trial version replaced, is corrected too', async () => {
    await bench.ship(FIRST);
    await bench.wechat(FIRST, '/wxa/undocodeaudit');
    expect(await written('acme')).toMatchObject({ place: 'under review' });
    expect(await asked('acme')).toMatchObject({ place: 'withdrawn 1.0.0' });
    expect(await written('acme')).toMatchObject({ place: 'withdrawn' });
    await bench.ship(SECOND, { submit: false });
    const own = bench.out;
    bench.out = join(root, 'elsewhere');
    await bench.ship(SECOND, { submit: false }, '1.1.0');
    bench.out = own;
    const next = {
      place: 'trial version 1.1.0',
      todo: 'npm run upload -- beta --platform --submit',
    };
    expect(await asked('beta')).toMatchObject(next);
    expect(await written('beta')).toMatchObject({ place: 'nothing was sent' });
  });

  test('that somebody else has submitted is not to be released by this tool', async () => {
    await bench.submitByHand(FIRST, '9.0.0');
    await bench.approve();
    const approved = await asked('acme');
    expect(approved.place).toBe('approved 9.0.0');
    expect(approved.todo).not.toContain('npm run');
    await bench.api().post(FIRST, '/wxa/release', {});
    expect(await asked('acme')).toMatchObject({ place: 'live 9.0.0', todo: null });
  });

  test('of a run that is at it keeps the record of the run', async () => {
    await bench.ship(FIRST);
    await bench.wechat(FIRST, '/wxa/undocodeaudit');
    acquire(join(bench.out, 'lock'));
    expect(await asked('acme')).toMatchObject({ place: 'withdrawn 1.0.0' });
    expect(await written('acme')).toMatchObject({ place: 'under review' });
  });

  test('is said from the record where nobody is asked, or nobody answers', async () => {
    await bench.ship(FIRST);
    expect(await written('acme')).toMatchObject({
      ...{ channel: 'platform', version: '1.0.0', place: 'under review', isAsked: false },
    });
    await bench.control('PUT', `/tenants/${FIRST}`, { authorised: false });
    expect(await asked('acme')).toMatchObject({
      ...{ channel: 'platform', place: 'under review', isAsked: false },
      problem: expect.stringContaining(FIRST),
    });
  });
});

describe('a program for many', () => {
  const asksOf = () => bench.sandbox.journal.all().map(({ path }) => path);

  test.each(['directory', 'template'])('with %s has no place on the platform', async (field) => {
    brand('many', FIRST, { [field]: {} });
    const before = asksOf().length;
    const nothing = { channel: null, place: 'nothing was sent', problem: null };
    expect(await asked('many')).toMatchObject({ ...nothing, todo: 'npm run upload -- many' });
    const file = record(`upload-${FIRST}-1.2.0-1-0123456789abcdef.json`);
    settle(file, { state: 'sent', packages: [], ms: 1 });
    expect(await asked('many')).toMatchObject({
      ...{ channel: 'upload', place: 'uploaded', version: '1.2.0', problem: null },
      todo:
        field === 'template'
          ? 'npm run upload -- --platform --all'
          : expect.stringContaining('mp.weixin.qq.com'),
    });
    expect(asksOf()).toHaveLength(before);
  });
});

describe('a brand with an upload key', () => {
  const file = () => record(`upload-${SECOND}-1.2.0-1-0123456789abcdef.json`);

  test('names what its owner does at mp.weixin.qq.com', async () => {
    claim(file(), { state: 'sending', by: thisProcess(1_000) });
    settle(file(), { state: 'sent', packages: [], ms: 1 });
    await bench.control('PUT', `/tenants/${SECOND}`, { authorised: false });
    const status = await asked('beta');
    expect(status).toMatchObject({
      ...{ channel: 'upload', version: '1.2.0', place: 'uploaded', problem: null },
      todo: expect.stringContaining('mp.weixin.qq.com'),
    });
    const text = statusText([status, await written('acme')]);
    expect(text).toContain('uploaded 1.2.0');
    expect(text).toContain('2 of 2 brands wait');
  });

  test('that may have arrived is to be looked for', async () => {
    const failed = { state: 'failed', code: 20001, message: 'cut', mayHaveArrived: true } as const;
    settle(file(), failed);
    expect(await written('beta')).toMatchObject({
      ...{ place: 'it may have arrived', todo: expect.stringContaining('版本管理') },
    });
    settle(file(), { ...failed, mayHaveArrived: false });
    expect(await written('beta')).toMatchObject({ todo: 'npm run upload -- beta' });
  });

  test('that was never sent, or is broken, says so', async () => {
    expect(await written('beta')).toMatchObject({ channel: null, place: 'nothing was sent' });
    writeFileSync(join(root, 'brands', 'beta', 'brand.json'), '{');
    expect(await written('beta')).toMatchObject({
      appId: null,
      todo: 'npm run brand -- check beta',
    });
  });
});

test('where there is no brand, it says so and how to make one', () => {
  expect(statusText([])).toContain('npm run brand -- new');
  expect(statusText([])).not.toContain('0 brands');
});
