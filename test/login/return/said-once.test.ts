import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { wakeAt } from '../../../miniprogram/login/alarm';
import { failures } from '../../../miniprogram/login/failure';
import { isWorking } from '../../../miniprogram/login/state';
import { allCells } from '../../../scripts/prove/cells';
import { modelIn } from '../../../scripts/prove/grid';
import { login } from '../../../scripts/prove/subject';

/* A fact stands in one place, and what else needs it asks there. */

const root = join(import.meta.dirname, '../../..');
const program = join(root, 'miniprogram');
const sources = readdirSync(program, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => [path, readFileSync(join(program, path), 'utf8')] as const);

const withText = (pattern: RegExp) =>
  sources.filter(([, text]) => pattern.test(text)).map(([path]) => path);

test('which states the working screen shows is asked of one list, by the screen and the alarm', () => {
  for (const name of new Set(allCells().map(({ state }) => state))) {
    const { state } = modelIn(name, login);
    expect([name, login.view(state).screen === 'working']).toEqual([name, isWorking(state)]);
    if (isWorking(state)) expect(wakeAt(state)).not.toBeNull();
  }
});

test.each([
  ['the app’s key', /(?:interface|type) PublicKey\b/, 'login/launch/launch.ts'],
  ['how base64url is read', /ABCDEFGHIJKLMNOPQRSTUVWXYZ/, 'login/base64url.ts'],
  ['the usual scopes', /const usualScopes\b/, 'login/scopes.ts'],
])('%s stands in one file', (_, pattern, path) => {
  expect(withText(pattern)).toEqual([path]);
});

test.each(['host-app.md', 'host-app.zh-CN.md'])('docs/%s has one row for each code', (page) => {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  const [, table = ''] = text.split(/^\| `code` \|.*$/m);
  const [rows = ''] = table.split('\n\n');
  const first = rows.split('\n').map((row) => row.split('|')[1] ?? '');
  const codes = first.flatMap((cell) => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, code]) => code));
  expect(codes.sort()).toEqual(Object.keys(failures).sort());
});
