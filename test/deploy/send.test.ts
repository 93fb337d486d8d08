import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Fault, startUploadServer, type UploadServer } from '../../scripts/deploy/double/server';
import type { ShippedProgram } from '../../scripts/deploy/project';
import { readQr } from '../../scripts/deploy/upload/qr';
import { type Sent, sendProgram } from '../../scripts/deploy/upload/send';
import { makeUploadKey } from './keys';

// The real miniprogram-ci, in its own process, against a double of its server.
jest.setTimeout(120_000);

const appId = 'wx0123456789abcdef';
const key = makeUploadKey();
const environment = process.env.NODE_EXTRA_CA_CERTS;
let server: UploadServer;
let folder: string;

beforeAll(async () => {
  server = await startUploadServer(new Map([[appId, key.publicKey]]));
  process.env.NODE_EXTRA_CA_CERTS = server.caFile;
  folder = mkdtempSync(join(tmpdir(), 'mini-login-send-'));
});
afterAll(async () => {
  if (environment === undefined) delete process.env.NODE_EXTRA_CA_CERTS;
  else process.env.NODE_EXTRA_CA_CERTS = environment;
  await server.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});

const tree = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

const program: ShippedProgram = {
  files: tree({
    'app.json': '{"pages":["pages/a/a"],"subPackages":[{"root":"more/","pages":["b"]}],"sitemapLocation":"sitemap.json"}',
    'sitemap.json': '{"rules":[]}',
    'app.js': 'App({});',
    'pages/a/a.js': 'Page({data:{s:"</script>"}});',
    'pages/a/a.json': '{}',
    'pages/a/a.wxml': '<view>{{s}}</view>',
    'pages/a/a.wxss': '.a{color:red}',
    'more/b.js': 'Page({});',
    'more/b.json': '{}',
    'more/b.wxml': '<view/>',
  }),
  maps: tree({ 'app.js.map': '{"version":3,"sources":["app.ts"],"sourcesContent":["App({});"],"names":[],"mappings":"AAAA"}' }),
};

const send = (change: Partial<Parameters<typeof sendProgram>[1]> = {}): Promise<Sent> => {
  const order = {
    ...{ kind: 'upload' as const, appId, privateKey: key.privateKey, version: '1.2.3', description: 'a «b» & c', robot: 7 },
    ...{
      proxy: server.proxy,
      launch: null,
      qrFile: join(folder, 'qr.jpg'),
      record: join(folder, 'record.json'),
      timeout: 60_000,
    },
  };
  return sendProgram(program, { ...order, ...change }, { pauses: [1, 1] });
};

test('an upload arrives signed, whole, as it was compiled, with its source map', async () => {
  const sent = await send();
  expect(sent).toMatchObject({ ok: true, earlier: false });
  const upload = server.uploads.at(-1);
  expect(upload).toMatchObject({ kind: 'upload', appId, version: '1.2.3', description: 'a «b» & c', robot: 7 });
  for (const [path, content] of program.files) {
    // JSON is written anew by the tool; what it says is the same.
    const arrived = upload?.files.get(path)?.toString() ?? '';
    if (path.endsWith('.json'))
      expect([path, JSON.parse(arrived)]).toEqual([path, expect.objectContaining(Object(JSON.parse(content.toString())))]);
    else expect([path, arrived]).toEqual([path, content.toString()]);
  }
  const strange = [...(upload?.files.keys() ?? [])].filter((path) => !program.files.has(path) && !path.endsWith('.js.map'));
  expect(strange).toEqual(['project.config.json']);
  expect(JSON.parse(upload?.files.get('app.js.map')?.toString() ?? '')).toMatchObject({ sources: ['app.ts'] });
  const sizes = sent.ok ? sent.packages.map(({ name }) => name) : [];
  expect(sizes).toEqual(['__FULL__', '__APP__', 'more/']);
});

test('the same upload is not sent twice', async () => {
  await send();
  const before = server.uploads.length;
  expect(await send()).toMatchObject({ ok: true, earlier: true });
  expect(server.uploads).toHaveLength(before);
});

test('two that send the same at once send it once', async () => {
  const before = server.uploads.length;
  const both = await Promise.all([send(), send()]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  expect(server.uploads).toHaveLength(before + 1);
});

test('a preview gives a picture of a QR code, and opens the page that was asked for', async () => {
  const sent = await send({ kind: 'preview', launch: { path: 'pages/a/a', query: 'v=1' } });
  expect(sent).toMatchObject({ ok: true });
  expect(server.uploads.at(-1)).toMatchObject({ kind: 'preview', launch: 'pages/a/a?v=1' });
  expect(readQr(join(folder, 'qr.jpg'))).toBe(`https://open.weixin.qq.com/sns/getexpappinfo?appid=${appId}`);
});

describe('a failure says why, and whether anything may have arrived', () => {
  const before: [name: string, path: string, fault: Fault, reason: string, mayHaveArrived: boolean][] = [
    [
      'an address that is not allowed',
      'upload',
      { kind: 'refuses', errCode: -10_008, errMsg: 'invalid ip: 1.2.3.4' },
      'ip',
      false,
    ],
    [
      'a signature that is wrong',
      'upload',
      { kind: 'refuses', errCode: -10_002, errMsg: 'check signature failed' },
      'key',
      false,
    ],
    [
      'an address that is not allowed, at the first question',
      'getrandstr',
      { kind: 'refuses', errCode: -10_008, errMsg: 'invalid ip' },
      'ip',
      false,
    ],
    ['HTML', 'upload', { kind: 'html' }, 'answer', true],
    ['status 500', 'upload', { kind: 'status-500' }, 'answer', true],
    ['a connection that is cut in the middle', 'upload', { kind: 'cuts' }, 'network', true],
  ];
  test.each(before)('%s', async (_name, path, fault, reason, mayHaveArrived) => {
    const arrived = server.uploads.length;
    server.fail(path, fault);
    expect(await send()).toMatchObject({ ok: false, failure: { reason, mayHaveArrived, remedy: expect.stringMatching(/\w/) } });
    expect(server.uploads).toHaveLength(arrived);
  });

  test('a server that never answers is given up', async () => {
    server.fail('upload', { kind: 'hangs' });
    const sent = await send({ timeout: 8_000 });
    expect(sent).toMatchObject({ ok: false, failure: { reason: 'timeout', mayHaveArrived: true } });
    // Not again without being told to: it may be there.
    const asked = server.requests.length;
    expect(await send()).toEqual(sent);
    expect(server.requests).toHaveLength(asked);
  });

  test('a key that fits another mini program', async () => {
    expect(await send({ privateKey: makeUploadKey().privateKey })).toMatchObject({ ok: false, failure: { reason: 'key' } });
  });

  test('an AppID that WeChat does not know', async () => {
    expect(await send({ appId: 'wxffffffffffffffff' })).toMatchObject({ ok: false, failure: { reason: 'appId' } });
  });

  test('no network', async () => {
    expect(await send({ proxy: 'http://127.0.0.1:9' })).toMatchObject({
      ok: false,
      failure: { reason: 'network', mayHaveArrived: false },
    });
  });
});

test('what has certainly not arrived is tried again', async () => {
  server.fail('getrandstr', { kind: 'cuts' }, 1);
  expect(await send()).toMatchObject({ ok: true });
});
