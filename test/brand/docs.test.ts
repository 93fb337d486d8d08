import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { jsonSchema } from '../../scripts/brand/pack/schema';
import { here } from './checkout';

const { properties } = z
  .object({ properties: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(jsonSchema()));
const fields = Object.keys(properties).filter((name) => name !== 'sample');

test.each(['docs/tenant.md', 'docs/tenant.zh-CN.md'])(
  '%s names every field of brand.json',
  (page) => {
    const text = readFileSync(join(here, page), 'utf8');
    expect(
      fields.filter((name) => !new RegExp(`[\`"]${name.replace('$', '\\$')}[\`":]`).test(text)),
    ).toEqual([]);
  },
);

test('an editor has a description beside every field that is filled in by hand', () => {
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
