import {
  type PhoneFile,
  type PhoneFiles,
  SAVED_FILES,
  TEMPORARY_FILES,
  USER_FILES,
} from '../../../../contract/files';
import { FileError } from './file-error';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/file-system.html: bytes. */
export const FILE_LIMITS = { file: 100 * 1024 * 1024, all: 200 * 1024 * 1024 } as const;

/** What a program may do with files, by path; every refusal is a `FileError`. */
export class FileOperations {
  readonly #files: PhoneFiles;
  /** A file of the program's package; null: there is none. */
  readonly #readPackage: (path: string) => Uint8Array | null;

  readonly #limits: { readonly file: number; readonly all: number };

  constructor(
    files: PhoneFiles,
    readPackage: (path: string) => Uint8Array | null,
    limits: { readonly file: number; readonly all: number } = FILE_LIMITS,
  ) {
    this.#limits = limits;
    this.#files = files;
    this.#readPackage = readPackage;
  }

  /** A file or a directory. */
  access(path: string): void {
    if (!this.#exists(path)) throw new FileError(1300002, path);
  }

  read(path: string): Uint8Array {
    if (this.#files.isDirectory(path)) throw new FileError(1301003, path);
    const bytes = isLocal(path) ? this.#files.read(path) : this.#readPackage(path);
    if (!bytes) throw new FileError(1300002, path);
    return bytes;
  }

  write(path: string, bytes: Uint8Array): void {
    this.#mayWrite(path);
    if (this.#files.isDirectory(path)) throw new FileError(1301003, path);
    this.#parentOf(path);
    this.#fits(path, bytes.length);
    this.#files.write(path, bytes);
  }

  append(path: string, bytes: Uint8Array): void {
    const before = this.read(path);
    const all = new Uint8Array(before.length + bytes.length);
    all.set(before);
    all.set(bytes, before.length);
    this.write(path, all);
  }

  truncate(path: string, length: number): void {
    const all = new Uint8Array(Math.max(0, length));
    all.set(this.read(path).subarray(0, all.length));
    this.write(path, all);
  }

  copy(from: string, to: string): void {
    this.write(to, this.read(from));
  }

  /** Into the place that a program chooses, or that WeChat gives it; a temporary file is moved. */
  save(from: string, to?: string): string {
    if (!from.startsWith(TEMPORARY_FILES) || this.#files.read(from) === null)
      throw new FileError(1301112);
    const bytes = this.read(from);
    const path = to ?? `${SAVED_FILES}${from.slice(TEMPORARY_FILES.length)}`;
    if (to === undefined) {
      this.#fits(path, bytes.length);
      this.#files.write(path, bytes);
    } else this.write(path, bytes);
    this.#files.remove(from);
    return path;
  }

  saved(): readonly PhoneFile[] {
    return this.#files.list().filter(({ path }) => path.startsWith(SAVED_FILES));
  }

  rename(from: string, to: string): void {
    this.access(from);
    this.#mayWrite(to);
    this.#parentOf(to);
    if (!this.#files.isDirectory(from)) {
      const bytes = this.read(from);
      this.#files.remove(from);
      this.#files.write(to, bytes);
      return;
    }
    if (`${to}/`.startsWith(`${from}/`)) throw new FileError(1300022, to);
    for (const { path, directory } of this.#within(from)) {
      const moved = to + path.slice(from.length);
      if (directory) this.#files.makeDirectory(moved);
      else this.#files.write(moved, this.read(path));
      this.#files.remove(path);
    }
  }

  unlink(path: string): void {
    this.access(path);
    if (this.#files.isDirectory(path)) throw new FileError(1300001, path);
    if (!isLocal(path)) throw new FileError(1301000, path);
    this.#files.remove(path);
  }

  makeDirectory(path: string, recursive: boolean): void {
    this.#mayWrite(path);
    if (this.#exists(path)) throw new FileError(1301005, path);
    const parent = parentOf(path);
    if (recursive && !this.#exists(parent)) this.makeDirectory(parent, true);
    this.#parentOf(path);
    this.#files.makeDirectory(path);
  }

  removeDirectory(path: string, recursive: boolean): void {
    this.#directory(path);
    if (path === USER_FILES) throw new FileError(1301000, path);
    const all = this.#within(path);
    if (!recursive && all.length > 1) throw new FileError(1300066, path);
    for (const each of all) this.#files.remove(each.path);
  }

  /** Names, as they stand in it. */
  readDirectory(path: string): readonly string[] {
    this.#directory(path);
    return this.#within(path)
      .map((each) => each.path.slice(path.length + 1))
      .filter((name) => name !== '' && !name.includes('/'));
  }

  /** Of the path itself, then of all that is in it. */
  stat(path: string): readonly PhoneFile[] {
    if (!isLocal(path)) {
      const { length } = this.read(path);
      return [{ path, size: length, modifiedAt: 0, directory: false }];
    }
    this.access(path);
    return this.#within(path);
  }

  #within(path: string): readonly PhoneFile[] {
    return this.#files
      .list()
      .filter((each) => each.path === path || each.path.startsWith(`${path}/`));
  }

  #exists(path: string): boolean {
    return isLocal(path)
      ? this.#files.isDirectory(path) || this.#files.read(path) !== null
      : this.#readPackage(path) !== null;
  }

  #directory(path: string): void {
    this.access(path);
    if (!this.#files.isDirectory(path)) throw new FileError(1300020, path);
  }

  /** Only what lies in the program's own directory. */
  #mayWrite(path: string): void {
    const inside = path.startsWith(`${USER_FILES}/`) && !path.split('/').includes('..');
    if (!inside) throw new FileError(1301000, path);
  }

  #parentOf(path: string): void {
    const parent = parentOf(path);
    if (!this.#exists(parent)) throw new FileError(1300002, path);
    if (!this.#files.isDirectory(parent)) throw new FileError(1300020, path);
  }

  #fits(path: string, size: number): void {
    const kept = this.#files.list().filter((each) => !each.path.startsWith(TEMPORARY_FILES));
    const others = kept.reduce((sum, each) => sum + (each.path === path ? 0 : each.size), 0);
    if (size > this.#limits.file || others + size > this.#limits.all) throw new FileError(1300202);
  }
}

function isLocal(path: string): boolean {
  return path.startsWith('wxfile://');
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
