import { createPrivateKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { runGit } from '@mini-login/platform/git';

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
 * The upload key of a mini program: from --key, from UPLOAD_KEY (its text) or from UPLOAD_KEYS (a
 * folder). Never from what git keeps.
 */
export function findKey(appId: string, { given, env, root }: Places): FoundKey {
  const path = given ?? (env.UPLOAD_KEY ? undefined : env.UPLOAD_KEYS);
  if (path === undefined)
    return env.UPLOAD_KEY
      ? check(env.UPLOAD_KEY.replaceAll('\\n', '\n'), 'UPLOAD_KEY')
      : fail(`There is no upload key for ${appId}. ${howTo(appId)}`);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined)
    return fail(`${path}: there is no such key file or folder. ${howTo(appId)}`);
  const file = resolve(kind.isDirectory() ? join(path, `private.${appId}.key`) : path);
  if (isKeptByGit(root, file)) {
    return fail(
      `${file}: git keeps this file, or would with the next commit; move the key out of the repository, and reset it`,
    );
  }
  try {
    return check(readFileSync(file, 'utf8'), file);
  } catch {
    return fail(`${file}: can't be read. ${howTo(appId)}`);
  }
}

function check(text: string, place: string): FoundKey {
  try {
    if (createPrivateKey(text).asymmetricKeyType === 'rsa') return { ok: true, pem: text };
  } catch {
    // Said below, without a word of what stands in it.
  }
  return fail(`${place}: is no RSA private key in PEM form; download the upload key again`);
}

function isKeptByGit(root: string, file: string): boolean {
  if (relative(root, file).startsWith('..')) return false;
  const git = (...args: string[]) => runGit(root, [...args, file]).status;
  // 1: it is in a repository, and not ignored there.
  return git('ls-files', '--error-unmatch') === 0 || git('check-ignore', '-q') === 1;
}

function howTo(appId: string): string {
  return (
    `Download it at mp.weixin.qq.com → 管理 → 开发管理 → 小程序代码上传, and give it with --key private.${appId}.key, ` +
    'as the text in UPLOAD_KEY, or in a folder that UPLOAD_KEYS names.'
  );
}

function fail(problem: string): FoundKey {
  return { ok: false, problem };
}
