import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { licenceNotices } from '../../scripts/deploy/compile/licences';
import { bundleNoble, packagesOfNoble } from '../../scripts/deploy/seal/bundle';
import { root } from '../../scripts/setup/say.mjs';

let nodeModules: string;
beforeAll(() => {
  nodeModules = mkdtempSync(join(tmpdir(), 'licences-'));
  for (const name of ['@vant/weapp', 'bare']) {
    mkdirSync(join(nodeModules, name), { recursive: true });
    const manifest = { name, version: '1.0.0', license: 'MIT' };
    writeFileSync(join(nodeModules, name, 'package.json'), JSON.stringify(manifest));
  }
  writeFileSync(join(nodeModules, '@vant/weapp/LICENSE'), 'Copyright (c)\n  Youzan\n');
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
    { name: '@vant/weapp', version: '1.0.0', license: 'MIT', text: 'Copyright (c) Youzan' },
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
  });
  const inside = Object.keys(metafile.inputs).flatMap(
    (path) => /node_modules\/(@[^/]+\/[^/]+)/.exec(path)?.[1] ?? [],
  );
  expect(packagesOfNoble(await bundleNoble()).sort()).toEqual([...new Set(inside)].sort());
});
