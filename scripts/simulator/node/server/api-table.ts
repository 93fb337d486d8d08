import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ApiFacts, ApiTable } from '../../contract/apis';

/**
 * A comment, the name of a member, or the interface's end, by their indentation: examples in
 * comments look like members.
 */
const PIECE = /\/\*\*([\s\S]*?)\*\/|^ {8}(\w+)\s*[(<?:]|^ {4}(\})$/gm;

/**
 * The names of WeChat's `wx`, read from the official typings: what is among them and not in the
 * simulator fails loudly, what is not among them, or newer than the phone's base library, is
 * undefined as in WeChat.
 */
export function readApiTable(): ApiTable {
  const typings = createRequire(import.meta.url).resolve(
    'miniprogram-api-typings/types/wx/lib.wx.api.d.ts',
  );
  const [, members = ''] = readFileSync(typings, 'utf8').split('\n    interface Wx {\n');
  const table: Record<string, ApiFacts> = {};
  let comment = '';
  for (const [, said, name, end] of members.matchAll(PIECE)) {
    if (end !== undefined) break;
    if (name === undefined) comment = said ?? '';
    else {
      table[name] ??= factsOf(comment);
      comment = '';
    }
  }
  if (table.login === undefined || table.getPrivacySetting?.since === undefined)
    throw new Error(`${typings} has changed: read its interface Wx again in server/api-table.ts`);
  return table;
}

function factsOf(comment: string): ApiFacts {
  const since = /^[\s*]*需要基础库： `([\d.]+)`/m.exec(comment)?.[1];
  return {
    ...(since === undefined ? {} : { since }),
    ...(/^[\s*]*@deprecated/m.test(comment) ? { deprecated: true } : {}),
  };
}
