import { dirname, join, normalize } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { linksOf } from './markdown';
import { blocksOf } from './samples/blocks';

/** A page in English and the same in Chinese, by their paths. */
export interface Pair {
  readonly english: string;
  readonly chinese: string;
}

/** What readers in one language alone get, each with the reason. Ends with `/`: all in a folder. */
const englishOnly: Readonly<Record<string, string>> = {
  'docs/architecture.md': 'for those who change this code',
  'docs/decisions/': 'for those who change this code',
  'docs/flow.md': 'generated from the login table, for those who change this code',
  'scripts/simulator/APIS.md': 'generated: the names of interfaces, and little else',
  'docs/genauth.md': 'facts and their sources, cited in comments by their headings',
  'docs/glossary.md': 'both languages in one table',
  'docs/releasing.md': 'for maintainers',
  'docs/wechat.md': 'facts and their sources, cited in comments by their headings',
  'scripts/README.md': 'for those who change this code',
  'scripts/local-server/README.md': 'for those who change this code',
  'scripts/platform/README.md': 'for those who change this code',
  'scripts/site/README.md': 'for those who change this code',
  'scripts/simulator/README.md': 'for those who change this code; testers read docs/qa.md',
  'CODE_OF_CONDUCT.md': 'points to a text that has its own translations',
};

const twinOf = (page: string) => page.replace(/\.md$/, '.zh-CN.md');

const isEnglishOnly = (page: string) =>
  Object.keys(englishOnly).some((one) => (one.endsWith('/') ? page.startsWith(one) : page === one));

/** The pairs among these pages, and what stands alone and may not. */
export function findPairs(pages: readonly string[]): {
  readonly pairs: readonly Pair[];
  readonly problems: readonly string[];
} {
  const all = new Set(pages);
  const chinese = pages.filter((page) => page.endsWith('.zh-CN.md'));
  const english = pages.filter((page) => !page.endsWith('.zh-CN.md'));
  const listed = Object.keys(englishOnly).filter((one) => !pages.some((p) => p.startsWith(one)));
  return {
    pairs: english
      .filter((page) => all.has(twinOf(page)))
      .map((page) => ({ english: page, chinese: twinOf(page) })),
    problems: [
      ...english
        .filter((page) => all.has(twinOf(page)) === isEnglishOnly(page))
        .map((page) =>
          isEnglishOnly(page)
            ? `${page} is listed as English only and has a twin`
            : `${page} has no ${twinOf(page)}`,
        ),
      ...chinese
        .filter((page) => !all.has(page.replace('.zh-CN', '')))
        .map((page) => `${page} has no English`),
      ...listed.map((page) => `${page} is listed as English only and is not there`),
    ],
  };
}

const withoutBlocks = (page: string) =>
  page.replaceAll(/^([ \t]*)(`{3,})[^\n`]*\n[\s\S]*?^\1\2[ \t]*$/gm, '');

/** The level of each heading, its number where it has one, and the names in code. */
export function headingsOf(page: string): readonly string[] {
  return [...withoutBlocks(page).matchAll(/^(#+) (\d+\.)?(.*)$/gm)].map(
    ([, level, number = '', title = '']) => [level, number, ...codeOf(title)].join(' ').trim(),
  );
}

/** What a machine reads: without comments, aligned remarks, languages, and texts for people. */
export function codeBlocksOf(page: string): readonly (readonly string[])[] {
  return blocksOf('', page).map(({ language, code }) => [
    language,
    ...code
      .replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, '')
      .split('\n')
      .map((line) => withoutWords(line, ['', 'sh', 'text'].includes(language)))
      .filter((line) => line !== ''),
  ]);
}

function withoutWords(line: string, isShell: boolean): string {
  return line
    .replace(/(^|\s)(?:#|\/\/\/?)(?:\s|$).*$/, '$1')
    .trim()
    .replace(/ {3,}.*$/, '')
    .replaceAll(isShell ? /<[^<>]*>/g : /<[^<>]*[\p{Script=Han} ][^<>]*>/gu, '<>')
    .replaceAll(/(--lang |["'])(?:en|zh-CN)\b/g, '$1<language>')
    .replaceAll(/(["'`])(?:(?!\1).)*\p{Script=Han}(?:(?!\1).)*\1/gu, '""');
}

/** Each table by its rows: how many cells there are, and the names in the first. */
export function tablesOf(
  page: string,
): readonly (readonly { readonly cells: number; readonly first: readonly string[] }[])[] {
  const lines = withoutBlocks(page).split('\n');
  const tables: { cells: number; first: readonly string[] }[][] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('|')) continue;
    if (!lines[index - 1]?.startsWith('|')) tables.push([]);
    const cells = line.split(/(?<!\\)\|/);
    tables.at(-1)?.push({ cells: cells.length - 2, first: codeOf(cells[1] ?? '') });
  }
  return tables;
}

/** Names, flags, values and fields; words in code that stand for "your text here" are left out. */
export function codeOf(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) => !/\p{Script=Han}|Welcome to|[<[]/u.test(code))
    .sort();
}

/** Where the links of a page lead, by paths from the root; in English where there are both. */
export function targetsOf(path: string, page: string, pairs: readonly Pair[]): readonly string[] {
  const targets = linksOf(page).map((link) => {
    const target = pageOf(path, link).replace(/\/$/, '').replace('.zh-CN', '');
    const readme = `${target}/README.md`;
    return pairs.some(({ english }) => english === readme) ? readme : target;
  });
  return [...new Set(targets)]
    .filter((target) => target !== path.replace('.zh-CN', '') && !isPicture.test(target))
    .sort();
}

/** Each language has its own. */
const isPicture = /\.(?:png|gif|webp)$/;

function pageOf(path: string, link: string): string {
  const [to = ''] = link.split('#');
  if (/^[a-z]+:/.test(link)) return link;
  return to === '' ? path : withSlashes(normalize(join(dirname(path), to)));
}

/** Links of a Chinese page that lead to English though there is Chinese. */
export function strayLinksOf(
  path: string,
  page: string,
  pairs: readonly Pair[],
): readonly string[] {
  const own = path.replace('.zh-CN', '');
  return linksOf(page).filter((link) => {
    const target = pageOf(path, link).replace(/\/$/, '');
    const readme = `${target}/README.md`;
    return pairs.some(
      ({ english }) => english !== own && (english === target || english === readme),
    );
  });
}
