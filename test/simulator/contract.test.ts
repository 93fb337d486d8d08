import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  BUILTINS,
  toAttributeName,
  toPropertyName,
} from '../../scripts/simulator/contract/builtins';
import { missing, PLACES } from '../../scripts/simulator/contract/places';

const root = join(import.meta.dirname, '../..');

test.each(Object.entries(PLACES))(
  'where to add a missing %s there is a file or a folder',
  (_, path) => {
    expect(existsSync(join(root, path))).toBe(true);
  },
);

test('what is missing is named, with each place to add it to', () => {
  expect(missing('<map>', 'builtinTable', 'builtin')).toBe(
    '<map> is not in the simulator. If WeChat has it, add it to scripts/simulator/contract/builtins.ts and scripts/simulator/browser/runtime/builtins/.',
  );
});

test('an attribute and its property have one name in two spellings', () => {
  for (const name of Object.values(BUILTINS).flatMap(Object.keys))
    expect(toPropertyName(toAttributeName(name))).toBe(name);
});
