import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { linkFolder } from '@mini-login/platform/files';
import { git } from '@mini-login/platform/git';

const root = join(import.meta.dirname, '../..');
const ours = '@mini-login';

/**
 * What a fresh clone of this checkout has, and the installed packages: nothing that git ignores, so
 * no applied brand, no AppID of one's own, nothing that was made before.
 */
export function makeClone(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-clone-'));
  const files = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  for (const path of files.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, ours), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    const [from, to] = [join(root, 'node_modules', name), join(modules, name)];
    if (name !== ours && name !== '.cache') linkFolder(from, to);
  }
  for (const place of workspaces(folder)) {
    const { name } = JSON.parse(readFileSync(join(folder, place, 'package.json'), 'utf8'));
    linkFolder(join(folder, place), join(modules, name));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function workspaces(folder: string): readonly string[] {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).workspaces;
}
