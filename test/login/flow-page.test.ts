import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { flowPage, launchRule, rows } from '../../scripts/prove/flow/page';
import { actions, nothing } from '../../scripts/prove/flow/words';

test('docs/flow.md is what the table says (npm run dev -- flow writes it again)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/flow.md'), 'utf8')).toBe(flowPage());
});

test('every action of the table has words, and every word an action', () => {
  const used = new Set(rows().flatMap(({ cells }) => cells.map(({ action }) => action)));
  expect([...used].sort()).toEqual([...Object.keys(actions), ...Object.keys(nothing)].sort());
});

test.each(['architecture.md', 'decisions/the-same-launch-twice.md'])(
  'docs/%s has the rule of what a launch is in the same words',
  (path) => {
    const page = readFileSync(join(import.meta.dirname, '../../docs', path), 'utf8');
    expect(page.split(launchRule)).toHaveLength(2);
  },
);
