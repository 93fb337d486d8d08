/**
 * The files of one program on one phone: they outlive its processes, but for the temporary ones.
 * What is handed over is copied, because the program's memory goes with its document.
 */
export interface PhoneFiles {
  /** Null: there is no such file. */
  read(path: string): Uint8Array | null;
  write(path: string, bytes: Uint8Array): void;
  makeDirectory(path: string): void;
  isDirectory(path: string): boolean;
  /** A file, or a directory without what is in it. */
  remove(path: string): void;
  /** All of them, by path. */
  list(): readonly PhoneFile[];
  /** Puts it where temporary files stand, and gives the path. `png`: its ending. */
  addTemporary(bytes: Uint8Array, ending: string): string;
}

export interface PhoneFile {
  readonly path: string;
  /** Bytes; 0 of a directory. */
  readonly size: number;
  /** ms of the phone's clock. */
  readonly modifiedAt: number;
  readonly directory: boolean;
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/file-system.html */
export const USER_FILES = 'wxfile://usr';
export const SAVED_FILES = 'wxfile://store_';
export const TEMPORARY_FILES = 'wxfile://tmp_';
