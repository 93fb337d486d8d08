import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { refusalCodes } from '@mini-login/server';
import { answerFiles, older } from '../kits/vectors/read';

const page = readFileSync(join(import.meta.dirname, '../../docs/host-app.md'), 'utf8');
const [, section = ''] = /^## What your app refuses\n([\s\S]*?)^## /m.exec(page) ?? [];

/** In the last column of the section's tables, and in the sentence on what decides nothing. */
const named = section.split('\n').flatMap((line) => {
  const told = line.startsWith('|') ? (line.split('|').at(-2) ?? '') : '';
  const after = /decide nothing[^:]*: (.*)/.exec(line)?.[1] ?? '';
  return [...`${told}${after}`.matchAll(/`(\w+)`/g)].map(([, code = '']) => code);
});

test('the page names every code of the server kit, and no other', () => {
  expect([...new Set(named)].sort()).toEqual(Object.keys(refusalCodes).sort());
});

test('a vector comes to each code that an answer alone can bring about', () => {
  const verdicts = [
    ...answerFiles.flatMap(([, { vectors }]) => vectors.flatMap(({ deliveries }) => deliveries)),
    ...older.vectors,
  ].flatMap(({ verdict }) => (verdict.ok ? [] : [verdict.code]));
  const reached = new Set(verdicts);
  // The first needs no launch, the second an exchange with GenAuth, the third two servers.
  const others = ['not_pending', 'exchange_failed', 'busy'];
  expect(Object.keys(refusalCodes).filter((code) => !reached.has(code))).toEqual(others);
});
