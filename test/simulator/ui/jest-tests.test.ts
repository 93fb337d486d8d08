import { expect, test } from '@jest/globals';
import { focus, idsOf } from '../../../scripts/simulator/node/ui/jest-tests.mjs';

test('tests of one name have an id each, and none takes the name of another', () => {
  expect(idsOf(['same', 'same', 'same #2', 'a b', 'a b', 'a b', 'same #2'])).toEqual([
    ...['same', 'same #3', 'same #2', 'a b', 'a b #2', 'a b #3', 'same #2 #2'],
  ]);
});

test('what a person chooses runs next to `only`, and what says itself that it does not run does not', () => {
  const modes = [undefined, 'only', 'skip', 'todo'].map((mode) => {
    const chosen = {
      ...{ type: 'test' as const, name: 'it', errors: [], invocations: 0 },
      parent: { type: 'describeBlock' as const, name: '', hooks: [], children: [] },
      ...(mode === undefined ? {} : { mode }),
    };
    focus(chosen);
    return chosen.mode;
  });
  expect(modes).toEqual(['only', 'only', 'skip', 'todo']);
});
