import { describe, expect, test } from '@jest/globals';
import { pasted } from '../../scripts/messages/paste';
import { textFiles } from './markdown';
import * as twins from './twins';

/** A page and its Chinese twin say the same: what can be compared without reading is compared. */
const pages = new Map(
  textFiles().filter(([path]) => path.endsWith('.md') && !/^(?:test|\.github)\//.test(path)),
);
const { pairs, problems } = twins.findPairs([...pages.keys()]);
const read = (path: string) => pages.get(path) ?? '';

test('every page has its twin, but for those that are English only for a reason', () => {
  expect(problems).toEqual([]);
  expect(pairs.length).toBeGreaterThan(15);
});

describe.each(pairs)('$english and its Chinese', ({ english, chinese }) => {
  function sameInBoth(partsOf: (page: string) => unknown): void {
    expect(partsOf(read(chinese))).toEqual(partsOf(read(english)));
  }

  test('have the same headings, at the same depth', () => {
    sameInBoth(twins.headingsOf);
  });

  test('have the same code in the same blocks', () => {
    sameInBoth(twins.codeBlocksOf);
  });

  test('have the same tables: as many rows and columns, and the same names in the first', () => {
    sameInBoth(twins.tablesOf);
  });

  test('lead to the same places, and the Chinese to Chinese', () => {
    expect(twins.targetsOf(chinese, read(chinese), pairs)).toEqual(
      twins.targetsOf(english, read(english), pairs),
    );
    expect(twins.strayLinksOf(chinese, read(chinese), pairs)).toEqual([]);
  });

  test('lead to each other at the top', () => {
    const top = (page: string) => read(page).split('\n').slice(0, 6).join('\n');
    const name = (page: string) => `](${page.split('/').at(-1)})`;
    expect(top(english)).toContain(name(chinese));
    expect(top(chinese)).toContain(name(english));
  });
});

describe('docs/tenant.md, from which people copy', () => {
  const tenant = pairs.filter(({ english }) => english === 'docs/tenant.md');
  const both = tenant.map(({ english, chinese }) => [read(english), read(chinese)] as const);

  test.each(both)('has the same names in code in each section', (english, chinese) => {
    const sections = (page: string) => page.split(/^#+ /m).map(twins.codeOf);
    expect(sections(chinese)).toEqual(sections(english));
  });

  test.each(both)('has as many paragraphs in each section', (english, chinese) => {
    const counts = (page: string) =>
      page
        .replaceAll(/^```[\s\S]*?^```/gm, '')
        .split(/^#+ /m)
        .map((section) => section.split(/\n{2,}/).filter((part) => part.trim() !== '').length);
    expect(counts(chinese)).toEqual(counts(english));
  });

  test.each(both.flat())('has the doctor’s texts to paste', (page) => {
    for (const one of [pasted.phone(), pasted.clipboard(), pasted.review('<名称>')])
      expect(page).toContain(`> ${one.zh}`);
  });
});

describe('the comparison', () => {
  test('names a page without its twin, a twin without its page, and a list that is not true', () => {
    const found = twins.findPairs(['docs/new.md', 'docs/old.zh-CN.md', 'docs/wechat.md']);
    expect(found.problems).toEqual(
      expect.arrayContaining([
        'docs/new.md has no docs/new.zh-CN.md',
        'docs/old.zh-CN.md has no English',
        'docs/flow.md is listed as English only and is not there',
      ]),
    );
    expect(twins.findPairs(['docs/wechat.md', 'docs/wechat.zh-CN.md']).problems).toContain(
      'docs/wechat.md is listed as English only and has a twin',
    );
  });

  test('sees another command, row, depth and link, and not another remark', () => {
    const block = (code: string) => `\`\`\`sh\n${code}\n\`\`\`\n`;
    const { codeBlocksOf, headingsOf, tablesOf } = twins;
    expect(codeBlocksOf(block('npm start   # see'))).toEqual(codeBlocksOf(block('npm start # 看')));
    expect(codeBlocksOf(block('npm start'))).not.toEqual(codeBlocksOf(block('npm test')));
    expect(codeBlocksOf(block('a <your name>'))).toEqual(codeBlocksOf(block('a <名称>')));
    expect(headingsOf('## a')).not.toEqual(headingsOf('### a'));
    expect(tablesOf('| `a` | x |')).toEqual(tablesOf('| `a` | y |'));
    expect(tablesOf('| `a` | x |')).not.toEqual(tablesOf('| `b` | x |'));
    expect(tablesOf('| `a` | x |')).not.toEqual(tablesOf('| `a` | x |\n| `b` | x |'));
    const pair = { english: 'docs/qa.md', chinese: 'docs/qa.zh-CN.md' };
    expect(twins.strayLinksOf('README.zh-CN.md', '[a](docs/qa.md#x)', [pair])).toHaveLength(1);
    expect(twins.strayLinksOf('docs/qa.zh-CN.md', '[English](qa.md)', [pair])).toEqual([]);
  });
});
