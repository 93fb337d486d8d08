import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { slugOf } from '../../scripts/probe/facts';

export const ROOT = join(import.meta.dirname, '../..');

const NOT_OURS = new Set(['node_modules', 'miniprogram_npm', 'out', 'coverage', '.git']);
const TEXT = /\.(ts|tsx|mjs|js|json|jsonc|md|wxml|wxss|wxs|html|css)$/;

/** Every text file of the repository by its path from the root, with `/`. */
export function textFiles(folder = ROOT): readonly [path: string, text: string][] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(
    (entry): readonly [string, string][] => {
      if (NOT_OURS.has(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return textFiles(path);
      return TEXT.test(entry.name)
        ? [[withSlashes(relative(ROOT, path)), readFileSync(path, 'utf8')]]
        : [];
    },
  );
}

/** The addresses inside a page: GitHub counts equal headings on (`-1`, `-2`). */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, title = ''] of withoutCode(markdown).matchAll(/^#{1,6} +(.+?) *$/gm)) {
    const slug = slugOf(title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    let name = slug;
    for (let count = 1; found.has(name); count++) name = `${slug}-${count}`;
    found.add(name);
  }
  for (const [, id = ''] of markdown.matchAll(/<a (?:id|name)="([^"]+)"/g)) found.add(id);
  return found;
}

/** What a page links to or shows, as written. */
export function linksOf(markdown: string): readonly string[] {
  const text = withoutCode(markdown);
  return [
    /\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g,
    /^\[[^\]]+\]: +(\S+)/gm,
    /<(?:img|a|source)[^>]*? (?:src|href|srcset)="([^"]+)"/g,
  ].flatMap((form) => [...text.matchAll(form)].map(([, target = '']) => target));
}

function withoutCode(markdown: string): string {
  return markdown
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.slice(1, -1).replace(/[[\]()<>]/g, ''));
}
