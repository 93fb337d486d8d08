import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = resolve(__dirname, '../..');

const templates = readdirSync(join(root, 'miniprogram/pages'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => path.endsWith('.wxml'))
  .map((path) => ({ path, text: readFileSync(join(root, 'miniprogram/pages', path), 'utf8') }));

const handles = /\s(?:id|data-screen)="([^"]*)"/g;

/** The tables of that page: the first cell of each row that begins with code. */
const documented = (page: string) =>
  [
    ...readFileSync(join(root, 'docs', page), 'utf8').matchAll(
      /^\| `(?!data-|-|<)([^`.]+)` \|[^|]+\|[^|]+\|$/gm,
    ),
  ]
    .map(([, handle]) => handle)
    .sort();

/** What a template is given: `{{prefix}}-{{part.id}}` stands as `agreement-<id>` and `sheet-<id>`. */
function spell(handle: string): string[] {
  if (handle === '{{prefix}}-{{part.id}}') return ['agreement-<id>', 'sheet-<id>'];
  if (handle === '{{handle}}') return ['consent-box', 'option-<id>', 'sheet-option-<id>'];
  if (handle === 'agreement-{{item.id}}') return ['agreement-<id>'];
  if (handle === '{{view.screen}}') return ['login', 'working', 'returning', 'failure', 'about'];
  return [handle];
}

describe('stable handles', () => {
  test('everything that can be tapped has one', () => {
    const tags = templates.flatMap(({ path, text }) =>
      (text.match(/<[a-z][^>]*>/g) ?? []).map((tag) => ({ path, tag })),
    );
    const tappable = tags.filter(
      ({ tag }) => /\s(bind|catch):?(tap|click)=/.test(tag) || tag.startsWith('<button'),
    );
    expect(tappable.length).toBeGreaterThan(10);
    // The sentence next to the box is a larger target of the box, which has the handle.
    const nameless = tappable.filter(
      ({ tag }) => !/\sid=/.test(tag) && !tag.includes('class="sentence"'),
    );
    expect(nameless).toEqual([]);
  });

  test.each(['qa.md', 'qa.zh-CN.md'])('docs/%s lists each, and lists no other', (page) => {
    const used = new Set(
      templates.flatMap(({ text }) =>
        [...text.matchAll(handles)].flatMap(([, handle]) => spell(handle ?? '')),
      ),
    );
    expect(documented(page)).toEqual([...used].sort());
  });
});
