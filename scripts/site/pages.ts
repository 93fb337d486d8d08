import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { groups, sitePathOf } from './contents';
import { type LinkContext, relink } from './links';
import { screensPage } from './screens';

/** What VitePress is given: texts by their paths on the site, and pictures to copy. */
export interface SitePages {
  readonly texts: ReadonlyMap<string, string>;
  /** By their paths in the repository. */
  readonly pictures: readonly string[];
  readonly sidebar: Readonly<Record<'en' | 'zh', readonly SidebarGroup[]>>;
}

export interface SidebarGroup {
  readonly text: string;
  readonly collapsed: boolean;
  readonly items: readonly { readonly text: string; readonly link: string }[];
}

const twinOf = (page: string) => page.replace(/\.md$/, '.zh-CN.md');

/** Every page of the site by its path in the repository, in both languages. */
function readPages(root: string): ReadonlyMap<string, string> {
  const decisions = readdirSync(join(root, 'docs/decisions')).map(
    (name) => `docs/decisions/${name}`,
  );
  const english = [...new Set([...groups.flatMap(({ pages }) => pages), ...decisions])];
  const all = english.flatMap((page) => [page, twinOf(page)]);
  return new Map(
    all
      .filter((page) => !page.endsWith('.zh-CN.md') || existsSync(join(root, page)))
      .map((page) => [page, readFileSync(join(root, page), 'utf8')]),
  );
}

/**
 * The pages with their links led from the repository to the site.
 *
 * @throws Error that names every link that leads to nothing.
 */
export function makePages(root: string, repository: string | null): SitePages {
  const pages = readPages(root);
  const context: LinkContext = { pages, repository, kindOf: (path) => kindOf(join(root, path)) };
  const texts = new Map<string, string>();
  const pictures = new Set<string>();
  const problems: string[] = [];
  for (const [page, markdown] of pages) {
    const linked = relink(page, markdown, context);
    texts.set(sitePathOf(page), linked.text);
    for (const picture of linked.pictures) pictures.add(picture);
    problems.push(...linked.problems);
    if (!page.endsWith('.zh-CN.md') && !pages.has(twinOf(page)))
      texts.set(`zh/${sitePathOf(page)}`, inEnglishOnly(titleOf(markdown), sitePathOf(page)));
  }
  const screens = screensPage(root);
  for (const [path, text] of screens.texts) texts.set(path, text);
  for (const picture of screens.pictures) pictures.add(picture);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return {
    texts,
    pictures: [...pictures].sort(),
    sidebar: { en: sidebarOf(pages, 'en'), zh: sidebarOf(pages, 'zh') },
  };
}

/** In the place of a page that is not translated, so that changing the language leads somewhere. */
export function inEnglishOnly(title: string, path: string): string {
  const up = '../'.repeat(path.split('/').length);
  return `---\nsearch: false\n---\n\n# ${title}\n\n本页只有英文：[${title}](${up}${path})\n`;
}

export function titleOf(markdown: string): string {
  return /^# (.+)$/m.exec(markdown)?.[1] ?? '';
}

function sidebarOf(pages: ReadonlyMap<string, string>, language: 'en' | 'zh') {
  return groups.map(({ title, pages: listed }, index) => ({
    text: title[language],
    collapsed: index > 4,
    items: listed.map((page) => {
      const own = language === 'zh' && pages.has(twinOf(page)) ? twinOf(page) : page;
      return { text: titleOf(pages.get(own) ?? ''), link: `/${sitePathOf(own)}` };
    }),
  }));
}

function kindOf(path: string): 'file' | 'folder' | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  return found.isDirectory() ? 'folder' : 'file';
}
