import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sideBySide } from '../../scripts/deploy/fleet/side-by-side';
import type { ShippedProgram } from '../../scripts/deploy/project';
import { readQr } from '../../scripts/deploy/upload/qr';
import { type Sent, sendProgram } from '../../scripts/deploy/upload/send';
import { thisProcess } from '../../scripts/deploy/upload/sender';
import { startUploadServer, type UploadServer } from '../../scripts/upload-double/server';
import { makeUploadKey } from '../../scripts/upload-double/upload-key';
import { type KeptSender, keepSender } from './kept-sender';
import { cases, type FailureCase, type SendChange } from './send-failures';

// The real miniprogram-ci, in a process of its own, against a double of its server.

/** What the official tool asks and reports whenever it comes to it, also after an upload. */
const inBackground = new Set(['getwhiteextlist', 'clientreportv2']);

/**
 * Each case has a mini program of its own, so that they can be sent side by side.
 */
const appIds = Array.from(
  { length: 20 },
  (_, index) => `wx0123456789abcd${String(index).padStart(2, '0')}`,
);
const [appId = '', raced = '', previewed = '', retried = '', ...others] = appIds;
const key = makeUploadKey();
const environment = process.env.NODE_EXTRA_CA_CERTS;
let server: UploadServer;
let folder: string;

beforeAll(async () => {
  server = await startUploadServer(new Map(appIds.map((id) => [id, key.publicKey])));
  process.env.NODE_EXTRA_CA_CERTS = server.caFile;
  folder = mkdtempSync(join(tmpdir(), 'mini-login-send-'));
  kept = keepSender();
});
afterAll(async () => {
  if (environment === undefined) delete process.env.NODE_EXTRA_CA_CERTS;
  else process.env.NODE_EXTRA_CA_CERTS = environment;
  kept.end();
  await server.close();
  rmSync(folder, { recursive: true });
});

const tree = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

const program: ShippedProgram = {
  files: tree({
    'app.json':
      '{"pages":["pages/a/a"],"subPackages":[{"root":"more/","pages":["b"]}],"sitemapLocation":"sitemap.json"}',
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
  maps: tree({
    'app.js.map':
      '{"version":3,"sources":["app.ts"],"sourcesContent":["App({});"],"names":[],"mappings":"AAAA"}',
  }),
};

type Change = SendChange & { readonly appId: string };

/** By one process for all, where it isn't the process that is tested. */
let kept: KeptSender;

const send = (change: Change, again = false, own = false): Promise<Sent> => {
  const order = {
    ...{
      kind: 'upload' as const,
      privateKey: key.privateKey,
      version: '1.2.3',
      description: 'a «b» & c',
      robot: 7,
    },
    ...{ proxy: server.proxy, launch: null, timeout: 60_000 },
    ...{
      qrFile: join(folder, `${change.appId}.jpg`),
      record: join(folder, `${change.appId}.json`),
    },
  };
  return sendProgram(
    program,
    { ...order, ...change },
    {
      ...{ pauses: [1], again },
      ...(own ? {} : { startProcess: kept.startProcess }),
    },
  );
};

const uploadsOf = (id: string) => server.uploads.filter((one) => one.appId === id);

describe('what is sent', () => {
  let first: Sent;
  let both: readonly Sent[];
  let again: Sent;
  let preview: Sent;

  beforeAll(async () => {
    server.fail('getrandstr', { kind: 'cuts' }, retried);
    const orders = [
      async () => {
        first = await send({ appId }, false, true);
      },
      async () => {
        both = await Promise.all([
          send({ appId: raced }, false, true),
          send({ appId: raced }, false, true),
        ]);
      },
      async () => {
        again = await send({ appId: retried });
      },
      async () => {
        preview = await send({
          appId: previewed,
          kind: 'preview',
          launch: { path: 'pages/a/a', query: 'v=1' },
        });
      },
    ];
    await sideBySide(orders, 3, (order) => order());
  });

  test('arrives signed, whole, as it was compiled, with its source map', () => {
    expect(first).toMatchObject({ ok: true, earlier: false });
    const [upload] = uploadsOf(appId);
    expect(upload).toMatchObject({
      kind: 'upload',
      version: '1.2.3',
      description: 'a «b» & c',
      robot: 7,
    });
    for (const [path, content] of program.files) {
      // JSON is written again by the tool; what it says is the same.
      const arrived = upload?.files.get(path)?.toString() ?? '';
      if (path.endsWith('.json'))
        expect([path, JSON.parse(arrived)]).toEqual([
          path,
          expect.objectContaining(Object(JSON.parse(content.toString()))),
        ]);
      else expect([path, arrived]).toEqual([path, content.toString()]);
    }
    const strange = [...(upload?.files.keys() ?? [])].filter(
      (path) => !program.files.has(path) && !path.endsWith('.js.map'),
    );
    expect(strange).toEqual(['project.config.json']);
    expect(JSON.parse(upload?.files.get('app.js.map')?.toString() ?? '')).toMatchObject({
      sources: ['app.ts'],
    });
    const sizes = first.ok ? first.packages.map(({ name }) => name) : [];
    expect(sizes).toEqual(['__FULL__', '__APP__', 'more/']);
  });

  test('is not sent twice', async () => {
    expect(await send({ appId })).toMatchObject({ ok: true, earlier: true });
    expect(uploadsOf(appId)).toHaveLength(1);
  });

  test('is sent once by two that send it at the same time', () => {
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(uploadsOf(raced)).toHaveLength(1);
  });

  test('is tried again when it has certainly not arrived', () => {
    expect(again).toMatchObject({ ok: true });
    expect(uploadsOf(retried)).toHaveLength(1);
  });

  test('as a preview gives a picture of a QR code, and opens the page that was asked for', () => {
    expect(preview).toMatchObject({ ok: true });
    expect(uploadsOf(previewed)).toMatchObject([{ kind: 'preview', launch: 'pages/a/a?v=1' }]);
    expect(readQr(join(folder, `${previewed}.jpg`))).toBe(
      `https://open.weixin.qq.com/sns/getexpappinfo?appid=${previewed}`,
    );
  });
});

describe('a record of one that was sending', () => {
  const [live = '', dead = '', old = ''] = others.slice(-3);
  const leave = (id: string, record: unknown) =>
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(record));
  const cutOff = { reason: 'timeout', mayHaveArrived: true };

  test('that is alive is waited for no longer than WeChat is', async () => {
    leave(live, { state: 'sending', by: thisProcess(600_000) });
    expect(await send({ appId: live, timeout: 200 })).toMatchObject({
      ok: false,
      failure: { ...cutOff, message: expect.stringContaining(`process ${process.pid} on `) },
    });
  });

  test('that is alive is not waited for with --again', async () => {
    leave(live, { state: 'sending', by: thisProcess(600_000) });
    expect(await send({ appId: live }, true)).toMatchObject({ ok: true, earlier: false });
    expect(uploadsOf(live)).toHaveLength(1);
  });

  test('whose number is alive again, as another process, is not waited for', async () => {
    leave(dead, { state: 'sending', by: { ...thisProcess(600_000), startedAt: 'before' } });
    expect(await send({ appId: dead })).toMatchObject({ ok: false, failure: cutOff });
  });

  test('of an older version is not waited for', async () => {
    leave(old, { state: 'sending', pid: process.pid });
    expect(await send({ appId: old })).toMatchObject({ ok: false, failure: cutOff });
  });
});

describe('a failure says why, and whether anything may have arrived', () => {
  const orderOf = (one: FailureCase): Change => ({
    appId: others[cases.indexOf(one)] ?? '',
    ...one.change,
  });
  let came: readonly Sent[];

  beforeAll(async () => {
    came = await sideBySide(cases, 3, (one) => {
      if (one.fault) server.fail(...one.fault, orderOf(one).appId);
      return send(orderOf(one), false, one.own);
    });
  });

  test.each(cases)('$name', (one) => {
    const remedy = expect.stringMatching(/\w/);
    expect(came[cases.indexOf(one)]).toMatchObject({
      ok: false,
      failure: { ...one.failure, remedy },
    });
    expect(uploadsOf(orderOf(one).appId)).toEqual([]);
  });

  test.each(cases.filter(({ failure }) => failure.mayHaveArrived))(
    '$name is not tried again without being told to',
    async (one) => {
      const asked = () => server.requests.filter((path) => !inBackground.has(path)).length;
      const before = asked();
      expect(await send(orderOf(one))).toEqual(came[cases.indexOf(one)]);
      expect(asked()).toBe(before);
    },
  );
});
