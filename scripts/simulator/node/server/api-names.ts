import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The names of WeChat's `wx`, read from the official typings: what is among them and not in the simulator fails loudly, what is not
 * among them is undefined as in WeChat.
 */
export function readApiNames(): string[] {
  const typings = createRequire(import.meta.url).resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  // Without comments: their examples look like members.
  const text = readFileSync(typings, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const [, members = ''] = /\n {4}interface Wx \{\n([\s\S]*?)\n {4}\}\n/.exec(text) ?? [];
  const names = [...members.matchAll(/^ {8}(\w+)\s*[(<?:]/gm)].map(([, name]) => name ?? '');
  if (!names.includes('login')) throw new Error(`${typings} has changed: read its interface Wx anew in server/api-names.ts`);
  return [...new Set(names)].sort();
}
