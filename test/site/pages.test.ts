import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { withSlashes } from '@mini-login/platform/paths';
import { groups, isUnlisted, sitePathOf } from '../../scripts/site/contents';
import { demoPages, demoText, recordingPath } from '../../scripts/site/demo';
import { type LinkContext, relink } from '../../scripts/site/links';
import { makePages } from '../../scripts/site/pages';
import { ROOT, textFiles } from '../docs/markdown';

const english = textFiles()
  .map(([path]) => path)
  .filter((path) => path.endsWith('.md') && !path.endsWith('.zh-CN.md'))
  .filter((path) => !/^(?:test|\.github)\//.test(path));
const repository = 'https://example.com/mini-login';
const { texts, pictures, sidebar } = makePages(ROOT, repository);

describe('the site', () => {
  test('has every page of the repository in its side bar once, in both languages', () => {
    const listed = groups.flatMap(({ pages }) => pages);
    expect([...listed].sort()).toEqual(english.filter((page) => !isUnlisted(page)).sort());
    for (const language of ['en', 'zh'] as const) {
      const links = sidebar[language].flatMap(({ items }) => items.map(({ link }) => link));
      expect(new Set(links).size).toBe(listed.length);
      expect(links.filter((link) => !texts.has(link.slice(1)))).toEqual([]);
    }
  });

  test('has a Chinese page for each English one, so that changing the language leads somewhere', () => {
    const paths = [...texts.keys()];
    expect(
      paths
        .filter((path) => !path.startsWith('zh/'))
        .map((path) => `zh/${path}`)
        .sort(),
    ).toEqual(paths.filter((path) => path.startsWith('zh/')).sort());
  });

  test('gives no two pages the same place, also where letters’ cases are the same', () => {
    const places = english.map((page) => sitePathOf(page).toLowerCase());
    expect(new Set(places).size).toBe(places.length);
  });

  test('shows pictures that are there, and links to no file that only the repository has', () => {
    expect(pictures.length).toBeGreaterThan(4);
    expect(pictures.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const left = [...texts].flatMap(([path, text]) =>
      [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/\]\((\.[^)#\s]+)/g)]
        .map(([, to = '']) => withSlashes(join(path, '..', to)))
        .filter((to) => !texts.has(to) && !/(^|\/)pictures\/[^/]+\.png$/.test(to)),
    );
    expect(left).toEqual([]);
  });
});

test('the page of recordings shows each of them, in both languages', () => {
  expect(demoPages.map(({ path }) => path)).toEqual(['demo.md', 'zh/demo.md']);
  for (const page of demoPages)
    for (const { name } of page.recorded) {
      const address = `/${recordingPath(page, name)}`;
      expect(demoText(page).split(address)).toHaveLength(3);
    }
});

describe('a link', () => {
  const pages = new Map([
    ['README.md', '# A\n\n## Start here'],
    ['README.zh-CN.md', '# 甲'],
    ['docs/qa.md', '# B\n\n### Same\n\n### Same'],
    ['docs/qa.zh-CN.md', '# 乙\n\n## 第一步'],
    ['kits/server/README.md', '# C'],
  ]);
  const context: LinkContext = {
    pages,
    repository,
    kindOf: (path) =>
      (({ 'docs/x.json': 'file', brands: 'folder', 'docs/pictures/p.png': 'file' }) as const)[
        path
      ] ?? null,
  };
  const from = (page: string, text: string, more: Partial<LinkContext> = {}) =>
    relink(page, text, { ...context, ...more });

  test.each([
    ['README.md', '[q](docs/qa.md#same-1)', '[q](./qa.md#same-1)'],
    ['docs/qa.md', '[r](../README.md#start-here)', '[r](./index.md#start-here)'],
    ['docs/qa.zh-CN.md', '[q](qa.md)', '[q](../qa.md)'],
    ['README.zh-CN.md', '[q](docs/qa.zh-CN.md#第一步)', '[q](./qa.md#第一步)'],
    ['docs/qa.md', '[k](../kits/server)', '[k](./kits/server/index.md)'],
    ['docs/qa.md', '[`x` [y]](x.json)', `[\`x\` [y]](${repository}/blob/HEAD/docs/x.json)`],
    ['docs/qa.md', '[b](../brands/)', `[b](${repository}/tree/HEAD/brands)`],
    ['README.zh-CN.md', '![p](docs/pictures/p.png)', '![p](../pictures/p.png)'],
    ['docs/qa.md', '[w](https://example.com)', '[w](https://example.com)'],
    ['docs/qa.md', '```\n[a](gone.md)\n```', '```\n[a](gone.md)\n```'],
  ])('from %s: %s', (page, written, expected) => {
    expect(from(page, written)).toMatchObject({ text: expected, problems: [] });
  });

  test('to the sources is text where nobody knows where they are', () => {
    expect(from('docs/qa.md', 'see [x](x.json).', { repository: null }).text).toBe('see x.');
  });

  test.each(['gone.md', 'qa.md#nowhere', '../README.md#same', '#third', 'pictures/gone.png'])(
    'to %s fails the build',
    (link) => {
      expect(from('docs/qa.md', `[a](${link})`).problems).toEqual([
        `docs/qa.md: ${link} leads to nothing`,
      ]);
    },
  );
});
