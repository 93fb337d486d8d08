import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = join(import.meta.dirname, '../../miniprogram/pages/login/screens');

/**
 * Parts of the login screen have templates of their own, whose ids are, or begin with, what the
 * caller gives them.
 */
const parts: Readonly<Record<string, readonly string[]>> = {
  sentence: ['agreement', 'sheet'],
  box: ['consent-box', 'option-<id>', 'sheet-option-<id>'],
};

/**
 * Everything that can be tapped, as `<screen> <id>`, from the templates. `agreement-<id>` stands
 * for the agreements of the brand, and what a template repeats is named once.
 */
export function buttonsOfScreens(): string[] {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.wxml'))
    .flatMap((file) => {
      const name = basename(file, '.wxml');
      const tags = readFileSync(join(folder, file), 'utf8').match(/<[a-z][^>]*>/g) ?? [];
      const ids = tags
        .filter((tag) => tag.startsWith('<button') || /\s(?:bind|catch):?(?:tap|click)=/.test(tag))
        .flatMap((tag) => /\sid="([^"]+)"/.exec(tag)?.[1] ?? []);
      const isPart = name === 'sheet' || name in parts;
      return ids
        .flatMap((id) => spell(id, parts[name] ?? []))
        .map((id) => `${isPart ? 'login' : name} ${id}`);
    });
  return [...new Set(all)].sort();
}

function spell(id: string, prefixes: readonly string[]): readonly string[] {
  if (id === '{{handle}}') return prefixes;
  const named = id.replace(/\{\{(?:part|item)\.id\}\}/, '<id>');
  return named.startsWith('{{prefix}}')
    ? prefixes.map((prefix) => named.replace('{{prefix}}', prefix))
    : [named];
}
