import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { licenceNotices } from '../../scripts/deploy/compile/licences';
import { bundleNoble, packagesOfNoble } from '../../scripts/deploy/seal/bundle';
import { root } from '../../scripts/setup/say.mjs';

/** Without the copyright lines; what a line begins with is no such line by itself. */
const permission = 'IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE';

let nodeModules: string;
beforeAll(() => {
  nodeModules = mkdtempSync(join(tmpdir(), 'licences-'));
  for (const name of ['@vant/weapp', 'other', 'bare']) {
    mkdirSync(join(nodeModules, name), { recursive: true });
    const manifest = { name, version: '1.0.0', license: 'MIT' };
    writeFileSync(join(nodeModules, name, 'package.json'), JSON.stringify(manifest));
  }
  const write = (name: string, copyright: string) =>
    writeFileSync(
      join(nodeModules, name, 'LICENSE'),
      `The MIT License\n\n${copyright}\n\nIN NO EVENT SHALL THE\nCOPYRIGHT HOLDERS BE LIABLE\n`,
    );
  write('@vant/weapp', 'Copyright (c) Youzan\nCopyright (c) 2020 Others');
  write('other', 'Copyright 2024 Somebody');
});
afterAll(() => rmSync(nodeModules, { recursive: true }));

const tree = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
const mapOf = (...sources: string[]) =>
  JSON.stringify({ sources, sourcesContent: sources.map(() => '') });

test('a package that ships is there with its version and its text, in the part that holds it', () => {
  const notices = licenceNotices(
    {
      files: tree({ 'app.js': '' }),
      maps: tree({
        'app.js.map': mapOf('app.ts'),
        'packages/a/a.js.map': mapOf('a.ts', '../../node_modules/@vant/weapp/dist/b.js'),
      }),
    },
    ['packages/a/'],
    nodeModules,
  );
  expect([...notices.keys()]).toEqual(['packages/a/licences.json']);
  expect(JSON.parse(notices.get('packages/a/licences.json')?.toString() ?? '')).toEqual([
    {
      packages: [
        {
          ...{ name: '@vant/weapp', version: '1.0.0', license: 'MIT' },
          copyright: ['Copyright (c) Youzan', 'Copyright (c) 2020 Others'],
        },
      ],
      text: `The MIT License ${permission}`,
    },
  ]);
});

test('a text that packages share stands once, with whose each of them is', () => {
  const maps = tree({
    'app.js.map': mapOf('../node_modules/@vant/weapp/a.js', '../node_modules/other/b.js'),
  });
  const notices = licenceNotices({ files: tree({}), maps }, [], nodeModules);
  const [first, ...others] = JSON.parse(notices.get('licences.json')?.toString() ?? '');
  expect(others).toEqual([]);
  expect(first.text).toBe(`The MIT License ${permission}`);
  expect(first.packages).toMatchObject([
    { name: '@vant/weapp', copyright: ['Copyright (c) Youzan', 'Copyright (c) 2020 Others'] },
    { name: 'other', copyright: ['Copyright 2024 Somebody'] },
  ]);
});

test('templates and sheets of a package count like scripts', () => {
  const files = tree({ 'miniprogram_npm/@vant/weapp/icon/index.wxml': '' });
  expect([...licenceNotices({ files, maps: tree({}) }, [], nodeModules).keys()]).toEqual([
    'licences.json',
  ]);
});

test('a package without a licence text is an error that names it', () => {
  const maps = tree({ 'app.js.map': mapOf('../node_modules/bare/index.js') });
  expect(() => licenceNotices({ files: tree({}), maps }, [], nodeModules)).toThrow(/^bare ships/);
});

test('the bundle of @noble names exactly the packages that are in it', async () => {
  const { metafile } = await build({
    entryPoints: [join(root, 'scripts/deploy/seal/noble.entry.ts')],
    ...{ bundle: true, write: false, metafile: true, format: 'cjs', platform: 'neutral' },
    absWorkingDir: root,
    logLevel: 'silent',
  });
  const inside = Object.keys(metafile.inputs).flatMap(
    (path) => /node_modules\/(@[^/]+\/[^/]+)/.exec(path)?.[1] ?? [],
  );
  expect(packagesOfNoble(await bundleNoble()).sort()).toEqual([...new Set(inside)].sort());
});
