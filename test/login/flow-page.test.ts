import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { flowPage, rows } from '../../scripts/prove/flow/page';
import { actions, nothing } from '../../scripts/prove/flow/words';

test('docs/flow.md is what the table says (npm run flow writes it anew)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/flow.md'), 'utf8')).toBe(flowPage());
});

test('every action of the table has words, and every word an action', () => {
  const used = new Set(rows().flatMap(({ cells }) => cells.map(({ action }) => action)));
  expect([...used].sort()).toEqual([...Object.keys(actions), ...Object.keys(nothing)].sort());
});
