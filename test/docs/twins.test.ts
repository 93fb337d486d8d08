import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pasted } from '../../scripts/messages/paste';
import { ROOT } from './markdown';

/** A page and its Chinese twin say the same: what can be compared without reading is compared. */
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const pages = { en: read('docs/tenant.md'), zh: read('docs/tenant.zh-CN.md') };

function sameInBoth(partsOf: (page: string) => readonly unknown[], least: number): void {
  const [english, chinese] = [partsOf(pages.en), partsOf(pages.zh)];
  expect(english.length).toBeGreaterThanOrEqual(least);
  expect(chinese).toEqual(english);
}

/** Fenced blocks, each as its lines. */
function blocksOf(page: string): readonly (readonly string[])[] {
  return [...page.matchAll(/^```.*\n([\s\S]*?)^```/gm)].map(([, block = '']) =>
    block.trimEnd().split('\n'),
  );
}

/** What a shell would run: without the words next to a command and without `<placeholders>`. */
function commandOf(line: string): string {
  const [command = ''] = line.trim().split(/ {3,}/);
  return command.replaceAll(/<[^>]*>/g, '<>').trim();
}

function tablesOf(page: string): readonly (readonly string[])[] {
  const lines = page.replaceAll(/^```[\s\S]*?^```/gm, '').split('\n');
  const tables: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('|')) continue;
    if (!lines[index - 1]?.startsWith('|')) tables.push([]);
    tables.at(-1)?.push(line);
  }
  return tables;
}

/** Names, flags, values and fields; words in code that stand for "your text here" are left out. */
function codeOf(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) => !/\p{Script=Han}|Welcome to|[<[]/u.test(code))
    .sort();
}

describe('docs/tenant.md and its Chinese', () => {
  test('have the same headings, at the same depth', () => {
    sameInBoth((page) => [...page.matchAll(/^(#+) (\d+\.)?/gm)].map(([all]) => all.trim()), 20);
  });

  test('have the same commands in the same blocks', () => {
    sameInBoth((page) => blocksOf(page).map((block) => block.map(commandOf)), 7);
  });

  test('have the same tables: as many rows and columns, and the same names in each row', () => {
    sameInBoth(
      (page) =>
        tablesOf(page).map((table) =>
          table.map((row) => ({ cells: row.split(/(?<!\\)\|/).length, code: codeOf(row) })),
        ),
      6,
    );
  });

  test('have the same names in code in each section', () => {
    sameInBoth((page) => page.split(/^#+ /m).map(codeOf), 20);
  });

  test('lead to the same places', () => {
    const targets = (page: string) =>
      [...page.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to = '']) =>
        to.replace('.zh-CN', ''),
      );
    sameInBoth((page) => targets(page).slice(1).sort(), 5);
  });

  test('have as many paragraphs, quotes and list items in each section', () => {
    sameInBoth(
      (page) =>
        page
          .replaceAll(/^```[\s\S]*?^```/gm, '')
          .split(/^#+ /m)
          .map((section) => section.split(/\n{2,}/).filter((part) => part.trim() !== '').length),
      20,
    );
  });

  test.each(Object.entries({ ...pages }))('%s: the texts to paste are the doctor’s', (_, page) => {
    for (const one of [pasted.phone(), pasted.clipboard(), pasted.review('<名称>')])
      expect(page).toContain(`> ${one.zh}`);
  });
});
