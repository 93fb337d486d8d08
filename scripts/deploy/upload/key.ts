import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { runGit } from '@mini-login/platform/git';
import { say, type Text } from '../../messages/say';
import { keys } from '../../messages/upload';
import { decryptKey, encryptedKeyFile } from './encrypted-keys';

export type FoundKey =
  | { readonly ok: true; readonly pem: string }
  | { readonly ok: false; readonly problem: string };

interface Places {
  /**
   * A file, or a folder of `private.<AppID>.key`, as WeChat names what it gives; from the command.
   */
  readonly given?: string | undefined;
  readonly env: Readonly<Partial<{ [name: string]: string }>>;
  readonly root: string;
}

/**
 * The upload key of a mini program: from --key, from UPLOAD_KEY (its text), from UPLOAD_KEYS (a
 * folder), or encrypted in the repository, which UPLOAD_KEYS_SECRET opens. Never in the clear from
 * what git keeps.
 */
export async function findKey(appId: string, { given, env, root }: Places): Promise<FoundKey> {
  const path = given ?? (env.UPLOAD_KEY ? undefined : env.UPLOAD_KEYS || undefined);
  if (path !== undefined) return findFile(appId, path, root);
  return env.UPLOAD_KEY
    ? check(env.UPLOAD_KEY.replaceAll('\\n', '\n'), 'UPLOAD_KEY')
    : findEncrypted(appId, env.UPLOAD_KEYS_SECRET, root);
}

function findFile(appId: string, path: string, root: string): FoundKey {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined) return fail(keys.noFile(path, howTo(appId)));
  const file = resolve(kind.isDirectory() ? join(path, `private.${appId}.key`) : path);
  if (isKeptByGit(root, file)) return fail(keys.inGit(file));
  try {
    return check(readFileSync(file, 'utf8'), file);
  } catch {
    return fail(keys.unreadable(file, howTo(appId)));
  }
}

async function findEncrypted(
  appId: string,
  secret: string | undefined,
  root: string,
): Promise<FoundKey> {
  const file = encryptedKeyFile(appId);
  if (!existsSync(join(root, file))) return fail(keys.none(appId, howTo(appId)));
  if (!secret) return fail(keys.needsSecret(file));
  const opened = await decryptKey(readFileSync(join(root, file), 'utf8'), appId, secret);
  if (opened.ok) return check(opened.pem, file);
  if (opened.reason === 'secret') return fail(keys.badSecret());
  return fail(opened.reason === 'closed' ? keys.notOpened(file) : keys.otherAppId(file, appId));
}

export function isUploadKey(text: string): boolean {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'rsa';
  } catch {
    // Said by whoever asks, without a word of what stands in it.
    return false;
  }
}

function check(text: string, place: string): FoundKey {
  return isUploadKey(text) ? { ok: true, pem: text } : fail(keys.notRsa(place));
}

function isKeptByGit(root: string, file: string): boolean {
  if (relative(root, file).startsWith('..')) return false;
  const git = (...args: string[]) => runGit(root, [...args, file]).status;
  // 1: it is in a repository, and not ignored there.
  return git('ls-files', '--error-unmatch') === 0 || git('check-ignore', '-q') === 1;
}

function howTo(appId: string): string {
  return say(keys.howTo(appId));
}

function fail(problem: Text): FoundKey {
  return { ok: false, problem: say(problem) };
}
