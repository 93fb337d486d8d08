import { posix } from 'node:path';
import { slugOf } from '../probe/facts';
import { sitePathOf } from './contents';

/** What links are read against. All paths are from the repository's root, with `/`. */
export interface LinkContext {
  /** Every page by its path. */
  readonly pages: ReadonlyMap<string, string>;
  /** What else a link may lead to. */
  kindOf(path: string): 'file' | 'folder' | null;
  /** Where the sources can be read; null: links to them become plain text. */
  readonly repository: string | null;
}

export interface Linked {
  readonly text: string;
  /** Pictures that the page shows. */
  readonly pictures: readonly string[];
  /** Links that lead to nothing, each in words. */
  readonly problems: readonly string[];
}

const fences = /^([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\2[ \t]*$/gm;
const links = /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g;
const isPicture = /\.(?:png|gif|webp|svg)$/;

/** The addresses inside a page, as GitHub gives them: equal headings are counted on. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, title = ''] of markdown.replace(fences, '').matchAll(/^#{1,6} +(.+?) *$/gm)) {
    const slug = slugOf(title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    let name = slug;
    for (let count = 1; found.has(name); count++) name = `${slug}-${count}`;
    found.add(name);
  }
  for (const [, id = ''] of markdown.matchAll(/<a (?:id|name)="([^"]+)"/g)) found.add(id);
  return found;
}

/** A page as it stands on the site: its links lead from there to the same places. */
export function relink(page: string, markdown: string, context: LinkContext): Linked {
  const pictures: string[] = [];
  const problems: string[] = [];
  const blocks: string[] = [];
  const text = markdown
    .replace(fences, (block) => `\0${blocks.push(block) - 1}\0`)
    .replace(links, (whole, mark: string, words: string, link: string) => {
      if (/^[a-z]+:/.test(link)) return whole;
      const place = placeOf(page, link, context);
      if (place === null) {
        problems.push(`${page}: ${link} leads to nothing`);
        return whole;
      }
      if ('picture' in place) pictures.push(place.picture);
      return place.to === null ? words : `${mark}[${words}](${place.to})`;
    })
    .replace(/\0(\d+)\0/g, (_whole, index: string) => blocks[Number(index)] ?? '');
  return { text, pictures, problems };
}

/** `to`: null where the site has no such page and nobody knows where the sources are. */
type Place = { readonly to: string | null } | { readonly to: string; readonly picture: string };

function placeOf(page: string, link: string, context: LinkContext): Place | null {
  const [written = '', anchor] = link.split('#');
  const path =
    written === '' ? page : posix.join(posix.dirname(page), decodeURI(written)).replace(/\/$/, '');
  const target = [path, `${path}/README.md`].find((one) => context.pages.has(one));
  if (target !== undefined) {
    if (anchor !== undefined && !anchorsOf(context.pages.get(target) ?? '').has(anchor))
      return null;
    const hash = anchor === undefined ? '' : `#${anchor}`;
    return { to: target === page ? hash || '#' : relative(page, sitePathOf(target)) + hash };
  }
  const kind = context.kindOf(path);
  if (kind === null) return null;
  if (isPicture.test(path))
    return { to: relative(page, `pictures/${posix.basename(path)}`), picture: path };
  if (context.repository === null) return { to: null };
  return { to: `${context.repository}/${kind === 'file' ? 'blob' : 'tree'}/HEAD/${path}` };
}

function relative(page: string, to: string): string {
  const path = posix.relative(posix.dirname(sitePathOf(page)), to);
  return path.startsWith('.') ? path : `./${path}`;
}
