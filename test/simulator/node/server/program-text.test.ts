import { afterEach, expect, test } from '@jest/globals';
import { withChanges } from '../../../../scripts/simulator/contract/changes';
import type { PhoneConfig } from '../../../../scripts/simulator/contract/config';
import type {
  CompiledProgram,
  ProgramChanges,
} from '../../../../scripts/simulator/contract/program';
import { routes } from '../../../../scripts/simulator/node/server/routes';
import { openSources } from '../../../../scripts/simulator/node/server/sources';
import { type Project, project } from '../compile/project';

let one: Project | null = null;
afterEach(() => one?.dispose());

const origin = 'http://127.0.0.1:1234';

/** The server's part for one project; the phone's own files are these. */
function served({ dir }: Project) {
  return routes({
    project: dir,
    // Only the pages of the phone ask for these.
    config: {} as PhoneConfig,
    bundles: new Map([['/simulator/phone.js', { type: 'text/javascript', text: 'phone' }]]),
    sources: openSources(dir, false),
  });
}

test('what a browser has already is not sent again, and what was changed is', async () => {
  one = project({ 'src/logo.png': 'picture' });
  const app = served(one);
  for (const [path, file] of [
    ['/simulator/program', 'src/pages/a/a.wxml'],
    ['/program/logo.png', 'src/logo.png'],
  ] as const) {
    const first = await app.request(origin + path);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    const again = await app.request(origin + path, { headers });
    expect([again.status, await again.text()]).toEqual([304, '']);
    one.write({ [file]: 'another' });
    expect((await app.request(origin + path, { headers })).status).toBe(200);
  }
});

test('a phone that has a program is sent what one edited file changed, and no more', async () => {
  const big = `module.exports = ${JSON.stringify('x'.repeat(100_000))};`;
  one = project({ 'src/big.js': big, 'src/pages/a/a.ts': "require('../../big'); Page({});" });
  const app = served(one);
  const first = await app.request(`${origin}/simulator/program`);
  const version = first.headers.get('etag') ?? '';
  const whole = await first.text();
  const since = async () =>
    await (
      await app.request(`${origin}/simulator/program/changes?since=${encodeURIComponent(version)}`)
    ).text();
  expect(JSON.parse(await since())).toEqual({ version, changes: null });

  one.write({ 'src/pages/a/a.wxml': '<view>edited</view>' });
  const sent = await since();
  expect([whole.length > 100_000, sent.length < 2_000]).toEqual([true, true]);
  const news: ProgramChanges = JSON.parse(sent);
  const newest = await app.request(`${origin}/simulator/program`);
  expect(news.version).toBe(newest.headers.get('etag'));
  expect(withChanges(JSON.parse(whole), news.changes)).toEqual(await newest.json());

  // Nobody remembers it after some more.
  for (const name of ['b', 'c', 'd', 'e']) {
    one.write({ 'src/pages/a/a.wxml': `<view>${name}</view>` });
    await app.request(`${origin}/simulator/program`);
  }
  expect(await since()).toBe('null');
});

test("the phone's own files are kept for good under an address that names them, and under no other", async () => {
  one = project({});
  const app = served(one);
  const page = await (await app.request(`${origin}/phone`)).text();
  const [, script = ''] = /<script src="(.+?)"/.exec(page) ?? [];
  const cached = async (path: string) =>
    (await app.request(origin + path)).headers.get('cache-control');
  expect(await cached(script)).toBe('max-age=31536000, immutable');
  expect(await cached('/simulator/phone.js')).toBe('no-cache');
  expect(await cached('/simulator/phone.js?v=another')).toBe('no-cache');
});

test('a program crosses without its source maps; the address of each is where the browser finds it', async () => {
  const source = 'interface One { readonly a: number }\nApp({ one: { a: 1 } satisfies One });\n';
  one = project({
    'project.config.json': '{ "appid": "wx1", "miniprogramRoot": "./" }',
    'app.json': '{ "pages": ["page"] }',
    'app.ts': source,
    'page.ts': 'Page({});',
    'page.wxml': '<view/>',
  });
  const app = served(one);
  const answer = await app.request(`${origin}/simulator/program`);
  const { modules }: CompiledProgram = await answer.json();
  expect(JSON.stringify(modules)).not.toContain('base64');
  const link = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(modules.app ?? '')?.[1] ?? '';
  expect(link).toBe(`${origin}/simulator/maps/app.js.map`);
  const map = await (await app.request(link)).json();
  // Moved down by the line that stands above a module's code where it is evaluated.
  expect(map.mappings).toMatch(/^;/);
  expect(map.sourcesContent).toEqual([source]);
  expect((await app.request(link.replace('app', 'none'))).status).toBe(404);
});
