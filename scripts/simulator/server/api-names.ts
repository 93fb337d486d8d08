import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The names of WeChat's `wx`, read from the official typings: what is among them and not in the simulator fails loudly, what is not
 * among them is undefined as in WeChat.
 */
export function readApiNames(): string[] {
  const typings = createRequire(import.meta.url).resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const text = readFileSync(typings, 'utf8');
  const start = text.indexOf('\n    interface Wx {');
  const end = text.indexOf('\n    }', start);
  if (start < 0 || end < 0)
    throw new Error(`${typings} has no interface Wx; the typings have changed, read them anew in server/api-names.ts`);
  const members = text.slice(start, end).matchAll(/^ {8}(\w+)[(<?:]/gm);
  return [...new Set([...members].map(([, name]) => name ?? ''))].sort();
}
