import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { worksNowhere } from '../simulator/node/automator/conformance/row';
import { onDevTools } from '../support/abilities';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, 'docs', name), 'utf8');

describe.each(['qa.md', 'qa.zh-CN.md'])('%s', (name) => {
  const text = read(name);

  test('says "error" of the methods that answer nothing else, and of no other', () => {
    const refused = [...text.matchAll(/^\| `(\w+\.\w+)` \| (?:error|报错)/gm)].map(
      ([, method]) => method,
    );
    expect(refused.sort()).toEqual([...worksNowhere].sort());
  });

  test('has the same programs and the same CI files as the other language', () => {
    const blocks = (of: string) =>
      [...of.matchAll(/^```\w+.*\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
    expect(blocks(text)).toEqual(blocks(read('qa.md')));
    expect(blocks(text).length).toBeGreaterThanOrEqual(4);
  });
});

test('what DevTools can not do has a reason each', () => {
  for (const reason of Object.values(onDevTools)) expect(reason).toMatch(/\w+ \w+ \w+/);
});
