import { existsSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { readJsonObject } from '../files';

const NPM = 'miniprogram_npm/';

/**
 * Where things are. A *path* is how the program names a unit (`pages/login/login`,
 * `miniprogram_npm/@vant/weapp/button/index`); a *file* is on the disk. npm packages are read
 * straight from node_modules, so that no packing step is needed.
 */
export class Layout {
  readonly projectDir: string;
  /** project.config.json's `miniprogramRoot`, absolute. */
  readonly root: string;
  readonly #packages = new Map<string, NpmPackage | null>();

  constructor(projectDir: string, miniprogramRoot: string) {
    this.projectDir = projectDir;
    this.root = join(projectDir, miniprogramRoot);
  }

  /** `path` may carry an extension. */
  file(path: string): string {
    const npm = this.#inPackage(path);
    return npm?.package.programDir ? join(npm.package.programDir, npm.rest) : join(this.root, path);
  }

  /** For error messages: relative to the project's folder, with forward slashes. */
  name(file: string): string {
    return withSlashes(relative(this.projectDir, file));
  }

  /**
   * What `reference` means inside the unit `from`: `./a`, `../a`, `/a` or, when nothing lies next to
   * the unit, an npm path. https://developers.weixin.qq.com/miniprogram/dev/devtools/npm.html
   */
  resolve(from: string, reference: string, exists: (path: string) => boolean): string {
    if (reference.startsWith('/')) return posix.normalize(reference.slice(1));
    const sibling = posix.normalize(posix.join(posix.dirname(from), reference));
    if (reference.startsWith('.') || exists(sibling)) return sibling;
    return NPM + reference;
  }

  /**
   * The package behind an npm path, when it is plain JavaScript: WeChat's packer bundles such a
   * package, and so do we.
   */
  plainPackage(path: string): { readonly specifier: string; readonly from: string } | null {
    const npm = this.#inPackage(path);
    if (!npm || npm.package.programDir !== null) return null;
    return { specifier: path.slice(NPM.length), from: this.root };
  }

  /** A file of any installed package; null when there is no such package. */
  packageFile(name: string, rest: string): string | null {
    const found = this.#package(name);
    return found && join(found.dir, rest);
  }

  #inPackage(path: string): { package: NpmPackage; rest: string } | null {
    if (!path.startsWith(NPM)) return null;
    const parts = path.slice(NPM.length).split('/');
    const name = parts.splice(0, parts[0]?.startsWith('@') ? 2 : 1).join('/');
    const found = this.#package(name);
    return found ? { package: found, rest: parts.join('/') } : null;
  }

  #package(name: string): NpmPackage | null {
    const known = this.#packages.get(name);
    if (known !== undefined) return known;
    const found = findPackage(this.root, name);
    this.#packages.set(name, found);
    return found;
  }
}

interface NpmPackage {
  readonly dir: string;
  /**
   * The folder that package.json's `miniprogram` names; null for packages not made for mini
   * programs.
   */
  readonly programDir: string | null;
}

function findPackage(from: string, name: string): NpmPackage | null {
  for (let dir = from; ; dir = dirname(dir)) {
    const candidate = join(dir, 'node_modules', name);
    const manifest = join(candidate, 'package.json');
    if (existsSync(manifest)) {
      const { miniprogram: folder } = readJsonObject(manifest);
      if (typeof folder === 'string')
        return { dir: candidate, programDir: join(candidate, folder) };
      const dist = join(candidate, 'miniprogram_dist');
      return { dir: candidate, programDir: existsSync(dist) ? dist : null };
    }
    if (dirname(dir) === dir) return null;
  }
}
