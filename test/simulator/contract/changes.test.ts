import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changesOf, withChanges } from '../../../scripts/simulator/contract/changes';

/** Values that share much with each other, as two versions of a program do. */
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 1, '', 'abc', 'abdc', 'aabcc', 'b'),
    fc.array(fc.constantFrom(1, 'a'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'toString'), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value;

test('what was sent makes the one value of the other, keys in order, after any way over JSON', () => {
  fc.assert(
    fc.property(value, value, (before, after) => {
      const sent = JSON.parse(JSON.stringify(changesOf(before, after)));
      expect(JSON.stringify(withChanges(before, sent))).toBe(JSON.stringify(after));
      expect(changesOf(after, JSON.parse(JSON.stringify(after)))).toBeNull();
    }),
  );
});

test('an edit in a long text is sent as the edit', () => {
  const text = 'line\n'.repeat(10_000);
  const edited = `${text.slice(0, 500)}new${text.slice(500)}`;
  expect(changesOf({ text, more: text }, { text: edited, more: text })).toEqual({
    inside: { text: { from: 500, to: 500, text: 'new' } },
  });
});
