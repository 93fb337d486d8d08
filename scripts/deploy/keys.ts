import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listBrands } from '../brand/choice';
import { say } from '../messages/say';
import { keys as messages } from '../messages/upload';
import { appIdIn } from './fleet/choose';
import {
  encryptedKeyFile,
  encryptedKeys,
  encryptKey,
  hasRecipient,
  makeRecipient,
  readRecipient,
} from './upload/encrypted-keys';
import { findKey, isUploadKey } from './upload/key';

/** What `npm run keys` does. */
export interface KeysAnswer {
  readonly ok: boolean;
  /** For people, one line each. */
  readonly said: readonly string[];
  /** For stdout. */
  readonly result?: string;
}

const keyName = /^private\.(wx[0-9a-f]{16})\.key$/;

export async function initKeys(root: string): Promise<KeysAnswer> {
  if (hasRecipient(root)) return { ok: false, said: [say(messages.hasRecipient())] };
  const secret = await makeRecipient(root);
  return { ok: true, said: [say(messages.made())], result: `${secret}\n` };
}

/** All of them, or none: a folder that is half done would look done. */
export async function addKeys(root: string, paths: readonly string[]): Promise<KeysAnswer> {
  const recipient = readRecipient(root);
  if (recipient === null)
    return {
      ok: false,
      said: [say(hasRecipient(root) ? messages.badRecipient() : messages.noRecipient())],
    };
  const found = paths.map(keysUnder);
  const problems = found.flatMap((one) => one.problems);
  const files: [path: string, content: string][] = [];
  for (const file of found.flatMap((one) => one.files)) {
    const [, appId = ''] = keyName.exec(basename(file)) ?? [];
    const pem = readFileSync(file, 'utf8');
    if (!isUploadKey(pem)) problems.push(say(messages.notRsa(file)));
    else files.push([encryptedKeyFile(appId), await encryptKey(recipient, appId, pem)]);
  }
  if (problems.length > 0) return { ok: false, said: problems };
  for (const [path, content] of files) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { ok: true, said: [say(messages.added(files.length))] };
}

/** What a browser made of a second download, or an editor of a key, and somebody takes for one. */
const nearlyKeyName = /^private\./i;

function keysUnder(path: string): { files: readonly string[]; problems: readonly string[] } {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined) return { files: [], problems: [say(messages.noneFound(path))] };
  const names = kind.isDirectory()
    ? readdirSync(path).filter((name) => nearlyKeyName.test(name))
    : [basename(path)];
  if (names.length === 0) return { files: [], problems: [say(messages.noneFound(path))] };
  const placeOf = (name: string) => (kind.isDirectory() ? join(path, name) : path);
  return {
    files: names.filter((name) => keyName.test(name)).map(placeOf),
    problems: names
      .filter((name) => !keyName.test(name))
      .map((name) => say(messages.badName(placeOf(name)))),
  };
}

export function listKeys(root: string): KeysAnswer {
  const rows = listBrands(root).map((brand) => {
    const appId = appIdIn(root, brand) ?? '';
    const isThere = existsSync(join(root, encryptedKeyFile(appId)));
    return say(isThere ? messages.withKey(brand, appId) : messages.lacking(brand, appId));
  });
  return { ok: true, said: [], result: rows.map((row) => `${row}\n`).join('') };
}

export async function checkKeys(root: string, secret: string | undefined): Promise<KeysAnswer> {
  const appIds = existsSync(join(root, encryptedKeys))
    ? readdirSync(join(root, encryptedKeys)).flatMap((name) =>
        name.endsWith('.jwe') ? [name.slice(0, -'.jwe'.length)] : [],
      )
    : [];
  if (appIds.length === 0) return { ok: false, said: [say(messages.noneFound(encryptedKeys))] };
  const problems: string[] = [];
  for (const appId of appIds) {
    const found = await findKey(appId, {
      env: secret === undefined ? {} : { UPLOAD_KEYS_SECRET: secret },
      root,
    });
    if (!found.ok) problems.push(found.problem);
  }
  return problems.length > 0
    ? { ok: false, said: [...new Set(problems)] }
    : { ok: true, said: [say(messages.opened(appIds.length))] };
}
