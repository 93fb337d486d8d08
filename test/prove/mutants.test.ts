import { expect, test } from '@jest/globals';
import { type Results, summaryOf } from '../../scripts/prove/mutants';

const source = 'export const sum = (a: number, b: number) =>\n  a + b;\n';
const sum = { start: { line: 2, column: 3 }, end: { line: 2, column: 8 } };

function resultsOf(...statuses: readonly string[]): Results {
  const mutants = statuses.map((status) => ({
    status,
    replacement: 'a - b',
    mutatorName: 'ArithmeticOperator',
    location: sum,
  }));
  return { 'a.ts': { source, mutants } };
}

const entry = { file: 'a.ts', from: 'a + b', to: 'a - b', why: 'b is 0' };

test('a mutant that nobody notices is named by its place and its change', () => {
  expect(summaryOf(resultsOf('Survived', 'Killed', 'Timeout', 'NoCoverage'), [])).toEqual({
    noticed: 2,
    listed: 0,
    open: ['a.ts:2: a + b -> a - b', 'a.ts:2: a + b -> a - b'],
    stale: [],
    percent: 50,
  });
});

test('one that is listed with a reason is not named, and still counts as not noticed', () => {
  expect(summaryOf(resultsOf('Survived', 'Killed'), [entry])).toMatchObject({
    listed: 1,
    open: [],
    percent: 50,
  });
});

test.each([
  ['is noticed by now', [entry], resultsOf('Killed')],
  ['is not there any more', [{ ...entry, from: 'a * b' }], resultsOf('Survived')],
  ['stands twice', [entry, entry], resultsOf('Survived')],
])('an entry of the list is named when its mutant %s', (_, list, results) => {
  expect(summaryOf(results, list).stale).toHaveLength(1);
});

test('an entry of a file that no run has tested yet says nothing', () => {
  expect(summaryOf({}, [entry])).toMatchObject({ stale: [] });
});

test('what was left out, or does not compile, is no mutant', () => {
  expect(summaryOf(resultsOf('Ignored', 'CompileError', 'RuntimeError'), [])).toMatchObject({
    noticed: 0,
    open: [],
  });
});
