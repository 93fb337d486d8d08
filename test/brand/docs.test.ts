import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { jsonSchema } from '../../scripts/brand/pack/json-schema';

const { properties } = z
  .object({ properties: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(jsonSchema()));
test('an editor has a description next to every field that is filled in by hand', () => {
  const bare = Object.entries(properties).filter(
    ([, value]) => !Object.hasOwn(Object(value), 'description'),
  );
  // These hold described fields.
  expect(bare.map(([name]) => name).sort()).toEqual([
    '$schema',
    'agreements',
    'genauth',
    'look',
    'miniProgram',
  ]);
});
