import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { anchorsOf, linksOf, ROOT, textFiles } from './markdown';

/** A page of docs/ named in code, a comment or prose, with an address inside it. */
const CITED = /\b(docs\/[\w./-]+\.md)#([\p{Letter}\p{Number}_-]+)/gu;
/** Papers that are not in the repository. */
const NOT_HERE = /\(facts: [a-z]|\bfacts(,| on| of) (section|WeChat|GenAuth)|\bDESIGN\.md\b/i;

const files = new Map(textFiles());
const pages = new Map(
  [...files].filter(([path]) => path.endsWith('.md') && !path.startsWith('test/')),
);

/** What is wrong with a link from a page, or null. */
function problemOf(from: string, link: string): string | null {
  if (/^[a-z]+:/.test(link)) return null;
  const [target = '', anchor] = link.split('#');
  const path = target === '' ? from : normalize(join(dirname(from), decodeURIComponent(target)));
  if (!existsSync(join(ROOT, path))) return `${from}: ${link} leads to nothing`;
  const text = files.get(path);
  if (anchor === undefined || text === undefined || anchorsOf(text).has(anchor)) return null;
  return `${from}: ${path} has no heading #${anchor}`;
}

test('every link and picture of the pages is there', () => {
  expect(pages.size).toBeGreaterThan(8);
  expect(
    [...pages].flatMap(([from, text]) =>
      linksOf(text).flatMap((link) => problemOf(from, link) ?? []),
    ),
  ).toEqual([]);
});

test('every heading that a comment cites is there', () => {
  const missing = [...files].flatMap(([from, text]) =>
    [...text.matchAll(CITED)].flatMap(([, page = '', anchor = '']) => {
      const cited = files.get(page);
      if (cited === undefined) return [`${from}: there is no ${page}`];
      return anchorsOf(cited).has(anchor) ? [] : [`${from}: ${page} has no heading #${anchor}`];
    }),
  );
  expect(missing.filter((line) => !/^test\/(?:docs|site)\//.test(line))).toEqual([]);
});

test('nothing cites a document that is not in the repository', () => {
  const citing = [...files]
    .filter(([path, text]) => !path.startsWith('test/docs/') && NOT_HERE.test(text))
    .map(([path]) => path);
  expect(citing).toEqual([]);
});

describe('the check of links', () => {
  test('names a page, a picture and a heading that are not there', () => {
    const links = linksOf(
      '[a](gone.md) ![b](pictures/gone.png) [c](wechat.md#nowhere)\n\n[d]: other.md "title"\n<img src="x.png">',
    );
    expect(links).toEqual([
      'gone.md',
      'pictures/gone.png',
      'wechat.md#nowhere',
      'other.md',
      'x.png',
    ]);
    expect(links.map((link) => problemOf('docs/qa.md', link))).toEqual([
      expect.stringContaining('leads to nothing'),
      expect.stringContaining('leads to nothing'),
      'docs/qa.md: docs/wechat.md has no heading #nowhere',
      expect.stringContaining('leads to nothing'),
      expect.stringContaining('leads to nothing'),
    ]);
  });

  test('reads no links in code, and leaves the network alone', () => {
    expect(linksOf('```\n[a](gone.md)\n```\n`[b](gone.md)`')).toEqual([]);
    expect(problemOf('docs/qa.md', 'https://example.com/gone')).toBeNull();
  });

  test('gives headings the addresses that GitHub gives them', () => {
    expect([
      ...anchorsOf(
        '# A `b` c\n## Going back: ok proves nothing\n### Same\n### Same\n<a id="mine"></a>\n```\n# no\n```',
      ),
    ]).toEqual(['a-b-c', 'going-back-ok-proves-nothing', 'same', 'same-1', 'mine']);
  });
});
