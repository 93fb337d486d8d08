import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { refusalCodes } from '@mini-login/server';
import { METHODS } from '@mini-login/simulator';
import { z } from 'zod';
import { failures } from '../../miniprogram/login/failure';
import { contract1Parameters } from '../../miniprogram/login/launch/contract-1';
import { jsonSchema } from '../../scripts/brand/pack/json-schema';
import { commands } from '../../scripts/cli/table.mjs';
import {
  type DocumentedList,
  holdLists,
  inSection,
  inTable,
  type ListPlace,
  placesIn,
} from './lists';
import { ROOT, textFiles } from './markdown';

const files = new Map(textFiles());
const page = (path: string) => ({ page: path, text: files.get(path) ?? '' });
const each = (paths: readonly string[], list: Omit<DocumentedList, 'page' | 'text'>) =>
  paths.map((path) => ({ ...page(path), ...list }));

const { properties } = z
  .object({ properties: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(jsonSchema()));

const foldersOf = (folder: string) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** In the last column of the tables, and in the sentence on what decides nothing. */
function refusals(text: string): readonly ListPlace[] {
  const sentences = [...text.matchAll(/^Two more decide nothing.*$/gm)];
  return [
    ...inTable(/^\| check \| code \|/, /`(\w+)`/g, -1)(text),
    ...sentences.flatMap(({ 0: line, index }) => placesIn(line, index, /`(\w+)` \(/g)),
  ];
}

const packages = ['scripts/local-server', 'scripts/platform'];

holdLists([
  {
    ...page('docs/host-app.md'),
    title: 'failure codes',
    find: inTable(/^\| `code` \|/),
    actual: Object.keys(failures),
  },
  {
    ...page('docs/host-app.md'),
    title: 'launch keys',
    find: inSection('## Launch', inTable(/^\| key \|/)),
    actual: contract1Parameters,
  },
  {
    ...page('docs/host-app.md'),
    title: 'what the server kit refuses',
    find: inSection('## What your app refuses', refusals),
    actual: Object.keys(refusalCodes),
    repeated: { malformed: 'before it is known whose the answer is, and after' },
  },
  ...each(['docs/tenant.md', 'docs/tenant.zh-CN.md'], {
    title: 'fields of brand.json',
    find: inTable(/^\| (?:field|字段) \|/),
    actual: Object.keys(properties).filter((name) => name !== '$schema' && name !== 'sample'),
  }),
  ...each(['README.md', 'README.zh-CN.md'], {
    title: 'commands',
    find: inTable(/^\| (?:command|命令) \|/, /`npm (?:run )?(?:dev -- )?([a-z]+)`/g),
    actual: commands.map(({ name }) => name),
  }),
  ...each(['docs/qa.md', 'docs/qa.zh-CN.md'], {
    title: 'methods of the automation protocol',
    find: inTable(/^\| (?:method|方法) \|/),
    actual: [...METHODS.keys()],
  }),
  {
    ...page('scripts/README.md'),
    title: 'folders',
    find: inTable(/^\| folder \|/, /`([a-z-]+)\/`/g),
    actual: foldersOf('scripts'),
  },
  {
    ...page('kits/README.md'),
    title: 'kits',
    find: inTable(/^\| folder \|/, /\]\(([a-z]+)\)/g),
    actual: foldersOf('kits'),
  },
  {
    ...page('docs/decisions/README.md'),
    title: 'decisions',
    find: (text) => placesIn(text, 0, /^- \[.*\]\((.+)\.md\)/gm),
    actual: readdirSync(join(ROOT, 'docs/decisions'))
      .filter((name) => name !== 'README.md')
      .map((name) => name.replace(/\.md$/, '')),
  },
  ...packages.map((folder) => ({
    ...page(`${folder}/README.md`),
    title: 'entries',
    find: inTable(/^\| entry \|/, /`\/([a-z.-]+)`/g),
    actual: Object.keys(JSON.parse(files.get(`${folder}/package.json`) ?? '').exports).map((name) =>
      name.slice(2),
    ),
  })),
]);
