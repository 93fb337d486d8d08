import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root } from '../../scripts/setup/say.mjs';
import { reportText } from '../../scripts/simulator/survey/report';
import { project } from './node/compile/project';

const page = (name: string, script: string, wxml = '<view>text</view>') => ({
  [`src/${name}.wxml`]: wxml,
  [`src/${name}.js`]: `Page(${script});`,
});

const modes = (...list: readonly object[]) =>
  JSON.stringify({ condition: { miniprogram: { list } } });

const program = project({
  'project.config.json': JSON.stringify({
    ...JSON.parse(modes({ pathName: 'query', query: 'id=1', scene: 1007 })),
    miniprogramRoot: 'src/',
  }),
  'project.private.config.json': modes({ pathName: '/query', query: '?id=2' }, { name: 'none' }),
  'src/app.json':
    '{ "pages": ["clean", "throws", "asks", "blank", "lacks", "query", "away", "waits", "none", "broken", "requires"], "subPackages": [{ "root": "more", "pages": ["hangs", "after"] }] }',
  ...page('clean', '{ onLoad() { this.setData({ a: 1 }); } }'),
  ...page('throws', "{ onLoad() { throw new Error('broken by 42'); } }"),
  ...page('asks', '{ onLoad() { wx.createBLEConnection({ fail() {} }); } }'),
  ...page('blank', '{}', '<view><view hidden>text</view></view>'),
  ...page('lacks', '{}', '<view>text</view><box />'),
  'src/lacks.json': '{ "usingComponents": { "box": "./box" } }',
  ...page(
    'query',
    "{ onLoad({ id }) { if (!id) throw new Error('no id'); this.setData({ id }); } }",
    '<view>{{ id }}</view>',
  ),
  ...page('broken', '{}'),
  'src/broken.json': '{ "disableScroll": "true" }',
  ...page('requires', "{ onLoad() { require('./nothing'); } }"),
  ...page('away', "{ onLoad() { wx.reLaunch({ url: '/clean' }); } }"),
  ...page(
    'waits',
    "{ onLoad() { wx.request({ url: 'https://nobody.test/list' }); } }",
    '<view wx:for="{{ list }}">item</view>',
  ),
  ...page('more/hangs', '{ onLoad() { for (;;); } }'),
  ...page('more/after', '{}'),
});
afterAll(() => program.dispose());

const survey = (...args: string[]) => execute(['scripts/cli/run.mjs', 'survey', ...args]);

function execute(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

test('each page is visited, what it says is told apart, and one that hangs keeps no other from its turn', async () => {
  const { code, stdout } = await survey('--json', '--limit', '2000', program.dir);
  expect(code).toBe(1);
  const { programs, causes } = JSON.parse(stdout);
  expect(programs).toMatchObject([
    {
      pages: 13,
      launched: 11,
      shown: 7,
      clean: 6,
      complete: false,
      visits: [
        { page: 'clean', launched: true, shown: true, clean: true, complaints: [] },
        {
          page: 'throws',
          shown: true,
          clean: false,
          complaints: [{ kind: 'error', message: expect.stringContaining('broken by 42') }],
        },
        {
          page: 'asks',
          clean: true,
          complaints: [
            { kind: 'refused', message: expect.stringContaining('wx.createBLEConnection') },
          ],
        },
        {
          page: 'blank',
          launched: true,
          shown: false,
          clean: false,
          complaints: [{ kind: 'blank' }],
        },
        {
          page: 'lacks',
          launched: true,
          shown: false,
          complaints: [{ kind: 'missing', message: expect.stringContaining('component "box"') }],
        },
        { page: 'query', query: 'id=1', scene: 1007, clean: true },
        { page: 'query', query: 'id=2', clean: true },
        { page: 'away', launched: true, clean: true, unanswered: false },
        { page: 'waits', launched: true, shown: false, unanswered: true },
        { page: 'none', launched: false, shown: false },
        {
          page: 'broken',
          launched: false,
          complaints: [
            { kind: 'broken', message: expect.stringContaining('disableScroll') },
            { kind: 'error' },
            { kind: 'error', message: expect.stringMatching(/^no launch: src\/broken\.json:1: /) },
          ],
        },
        {
          page: 'requires',
          launched: true,
          shown: false,
          complaints: [{ kind: 'missing', message: expect.stringContaining('./nothing') }],
        },
        { page: 'more/hangs', launched: false, hung: true },
        { page: 'more/after', launched: true, complaints: [] },
      ],
    },
  ]);
  expect(causes).toContainEqual(expect.objectContaining({ kind: 'refused', pages: 1 }));
  const table = reportText([{ ...programs[0], complete: true }]);
  expect(table).toMatch(/^complete programs +13 +14 +11 +0 +7 +6 +50\.0 +42\.8$/m);
  expect(table).toMatch(/^complete programs, no server asked +12 +13 +10 +0 +7 +6 +53\.8 +46\.1$/m);
});

test('a page with nothing to draw is counted as that, and neither as shown nor as clean', async () => {
  const one = project({
    'src/app.json': '{ "pages": ["text", "none", "view", "hidden", "throws", "sends"] }',
    ...page('text', '{}'),
    ...page('none', '{}', '<!-- nothing yet -->'),
    ...page('view', '{}', '<view class="box"></view>'),
    'src/view.wxss': '.box { height: 10px; }',
    ...page('hidden', '{}', '<view wx:if="{{ false }}">text</view>'),
    ...page('throws', "{ onLoad() { throw new Error('broken'); } }", ''),
    ...page('sends', "{ onLoad() { wx.reLaunch({ url: '/text' }); } }", ''),
  });
  const { code, stdout } = await survey('--json', one.dir);
  one.dispose();
  expect(code).toBe(1);
  const { programs } = JSON.parse(stdout);
  expect(programs).toMatchObject([
    {
      ...{ launched: 6, empty: 2, shown: 2, clean: 2 },
      visits: [
        { page: 'text', empty: false, clean: true },
        { page: 'none', empty: true, shown: false, clean: false, complaints: [{ kind: 'empty' }] },
        { page: 'view', empty: false, shown: false, complaints: [{ kind: 'blank' }] },
        { page: 'hidden', empty: false, shown: false, complaints: [{ kind: 'blank' }] },
        { page: 'throws', empty: true, shown: false, clean: false },
        { page: 'sends', empty: false, shown: true },
      ],
    },
  ]);
  const table = reportText(programs);
  expect(table).toMatch(/^all +6 +6 +6 +2 +2 +2 +33\.3 +33\.3$/m);
  expect(table).toMatch(/^all, something to draw +4 +4 +4 +0 +2 +2 +50\.0 +50\.0$/m);
});

test('what is drawn by the page itself, or stands over an empty one, is seen', async () => {
  const modal = "wx.showModal({ title: 'Hello' })";
  const toast = "wx.showToast({ title: 'Hello', duration: 60000 })";
  const one = project({
    'src/app.json':
      '{ "pages": ["red", "before", "gradient", "badge", "line", "modal", "sheet", "album", "toast"] }',
    ...page('red', '{}', '<view></view>'),
    'src/red.wxss': 'page { background: red; height: 100%; }',
    ...page('before', '{}', '<view></view>'),
    'src/before.wxss': 'page::before { content: "hello"; }',
    ...page('gradient', '{}', ''),
    'src/gradient.wxss': 'page { background: linear-gradient(red, blue); }',
    ...page('badge', '{}', '<view class="badge"></view>'),
    'src/badge.wxss': '.badge::after { content: "new"; position: absolute; }',
    ...page('line', '{}', '<view class="line"></view>'),
    'src/line.wxss': '.line::after { content: ""; display: block; height: 1px; background: red; }',
    ...page('modal', `{ onLoad() { ${modal}; } }`, ''),
    ...page('sheet', "{ onLoad() { wx.authorize({ scope: 'scope.record' }); } }", '<view></view>'),
    ...page('album', '{ onLoad() { wx.chooseImage({}); } }', ''),
    ...page('toast', `{ onLoad() { ${toast}; } }`, ''),
  });
  const { stdout } = await survey('--json', one.dir);
  one.dispose();
  const { programs } = JSON.parse(stdout);
  expect(programs[0].visits).toMatchObject([
    { page: 'red', empty: false, shown: false, complaints: [{ kind: 'blank' }] },
    { page: 'before', empty: false, shown: true, clean: true },
    { page: 'gradient', empty: false, shown: true, clean: true },
    { page: 'badge', empty: false, shown: true, clean: true },
    { page: 'line', empty: false, shown: true, clean: true },
    { page: 'modal', empty: false, shown: true, clean: true },
    { page: 'sheet', empty: false, shown: true },
    { page: 'album', empty: false, shown: true },
    { page: 'toast', empty: false, shown: false, complaints: [{ kind: 'blank' }] },
  ]);
});

test('what is wrong with a page is named, and its program is not complete', async () => {
  const one = project({
    'src/app.json':
      '\ufeff{ "pages": ["marked", "/slash", "../outside", "silent", "syntax", "syntax/in"] }',
    ...page('marked', '{}'),
    ...page('slash', '{}'),
    ...page('silent', '{}'),
    'src/silent.js': 'const nothing = 1;',
    ...page('syntax', '{}'),
    'src/syntax.js': 'Page({\n  data: {,\n});',
    ...page('syntax/in', '{}'),
    'src/syntax/in.js': "require('../syntax');\nPage({});",
    'outside.wxml': '<view>text</view>',
    'outside.js': 'Page({});',
  });
  const alone = project({ 'src/app.json': '{ "pages": ["silent"] }', ...page('silent', '{}') });
  alone.write({ 'src/silent.js': '' });
  const { stdout } = await survey('--json', one.dir, alone.dir);
  one.dispose();
  alone.dispose();
  const { programs } = JSON.parse(stdout);
  const first = (message: string, kind = 'broken') => [
    { kind, message: expect.stringContaining(message) },
  ];
  const visits = programs[0].visits.map((each: { complaints: unknown[] }) => ({
    ...each,
    complaints: each.complaints.slice(0, 1),
  }));
  expect(programs[0].complete).toBe(false);
  expect(visits).toMatchObject([
    { page: 'marked', clean: true },
    {
      page: '/slash',
      launched: false,
      complaints: first(`src/app.json:1: page "/slash": a page's path does not start with "/"`),
    },
    {
      page: '../outside',
      launched: false,
      complaints: first('src/app.json:1: page "../outside": it is outside of the program'),
    },
    {
      page: 'silent',
      launched: false,
      complaints: first('page "silent": its script calls neither Page() nor Component()', 'error'),
    },
    { page: 'syntax', launched: false, complaints: first('src/syntax.js:2: ') },
    { page: 'syntax/in', launched: false, complaints: first('src/syntax.js:2: ') },
  ]);
  // A script that is whole and does nothing is the program's own affair.
  expect(programs[1]).toMatchObject({ launched: 0, complete: true });
});

const empty = mkdtempSync(join(tmpdir(), 'empty-'));
const pageless = project({ 'src/app.json': '{ "pages": [] }' });
const noList = project({ 'src/app.json': '{ "pages": "pages/a/a" }' });
const spoilt = project({ 'src/app.json': '{\n "pages": [' });
afterAll(() => {
  rmSync(empty, { recursive: true });
  pageless.dispose();
  noList.dispose();
  spoilt.dispose();
});

test.each([
  ['that is not there', '/nowhere/at-all', 'there is no such folder'],
  ['that is a file', join(root, 'package.json'), 'this is a file, and not the folder'],
  ['without an app.json', join(root, 'docs'), 'this folder holds no mini program: '],
  ['with nothing in it', empty, 'this folder is empty'],
  ['without a page', pageless.dir, 'there is nothing to visit: '],
  ['whose pages are no list', noList.dir, '"pages" must be a list of paths'],
  ['with a broken app.json', spoilt.dir, 'app.json:2: '],
])('a folder %s is said, without a table of nothing', async (_name, folder, reason) => {
  const { code, stdout, stderr } = await survey(folder);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`${folder}: `);
  expect(stderr).toContain(reason);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('of two folders the good one is surveyed, and the bad one is named', async () => {
  const good = project({ 'src/pages/a/a.wxml': '<view>text</view>' });
  const { code, stdout, stderr } = await survey('/nowhere/at-all', good.dir);
  const piped = await survey('--json', '/nowhere/at-all', good.dir);
  good.dispose();
  expect([code, piped.code]).toEqual([2, 2]);
  expect(stderr).toContain('/nowhere/at-all: there is no such folder');
  expect(stdout).toMatch(/^all +1 +1 +1 +0 +1 +1 +100\.0 +100\.0$/m);
  expect(JSON.parse(piped.stdout)).toMatchObject({
    programs: [{ clean: 1 }],
    unreadable: [{ folder: '/nowhere/at-all', reason: 'there is no such folder' }],
  });
});

test('the simulator’s own command says the same', async () => {
  const cli = join(root, 'scripts/simulator/node/cli/main.mjs');
  const run = (...args: string[]) => execute([cli, 'survey', ...args]);
  const [missing, piped, none, limit] = await Promise.all([
    run('/nowhere/at-all'),
    run('--json', '/nowhere/at-all'),
    run(),
    run('--limit', 'x', '/nowhere/at-all'),
  ]);
  expect(missing).toMatchObject({ code: 2, stdout: '' });
  expect(missing.stderr).toBe('/nowhere/at-all: there is no such folder\n');
  expect([piped.code, JSON.parse(piped.stdout).programs]).toEqual([2, []]);
  expect([none.code, limit.code]).toEqual([2, 2]);
});
