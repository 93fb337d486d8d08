import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { failures } from '../../miniprogram/login/failure';
import { ROOT } from './markdown';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** What finding out who asks can come to, and `fail.ts` of a request that nobody answers. */
const folder = 'miniprogram/login/hosted';
const raised = new Set([
  ...['network', 'timeout', 'domain_not_allowed'],
  ...readdirSync(join(ROOT, folder)).flatMap((file) =>
    [...read(`${folder}/${file}`).matchAll(/code: '(\w+)'/g)].map(([, code = '']) => code),
  ),
]);

test.each([
  ['docs/provider.md', 'When it refuses'],
  ['docs/provider.zh-CN.md', '什么时候拒绝'],
])('%s names each refusal of a program for many, and none that there is not', (file, title) => {
  const [, section = ''] = read(file).split(`## ${title}\n`);
  const rows = (section.split('\n## ')[0] ?? '').matchAll(/^\| (`[^|]+) \|/gm);
  const named = [...rows].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)]);
  const codes = new Set(named.map(([, code = '']) => code));
  expect([...raised].filter((code) => !codes.has(code))).toEqual([]);
  expect([...codes].filter((code) => !(code in failures))).toEqual([]);
});
