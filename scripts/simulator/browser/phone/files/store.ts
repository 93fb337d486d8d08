import {
  type PhoneFile,
  type PhoneFiles,
  TEMPORARY_FILES,
  USER_FILES,
} from '../../../contract/files';

export interface FileStore extends PhoneFiles {
  /** The process has ended: its temporary files are not there for the next. */
  dropTemporary(): void;
}

interface Kept {
  /** Null: a directory. */
  readonly bytes: Uint8Array | null;
  readonly modifiedAt: number;
}

export function createFileStore(now: () => number): FileStore {
  const files = new Map<string, Kept>([[USER_FILES, { bytes: null, modifiedAt: now() }]]);
  let last = 0;
  const keep = (path: string, bytes: Uint8Array | null) =>
    // A copy of this document's own.
    files.set(path, { bytes: bytes && new Uint8Array(bytes), modifiedAt: now() });
  return {
    read: (path) => files.get(path)?.bytes ?? null,
    write: (path, bytes) => void keep(path, bytes),
    makeDirectory: (path) => void keep(path, null),
    isDirectory: (path) => files.get(path)?.bytes === null,
    remove: (path) => void files.delete(path),
    list: () =>
      [...files].map(
        ([path, { bytes, modifiedAt }]): PhoneFile => ({
          ...{ path, modifiedAt, size: bytes?.length ?? 0, directory: bytes === null },
        }),
      ),
    addTemporary(bytes, ending) {
      last += 1;
      const path = `${TEMPORARY_FILES}${last.toString(16).padStart(32, '0')}.${ending}`;
      keep(path, bytes);
      return path;
    },
    dropTemporary() {
      for (const path of [...files.keys()])
        if (path.startsWith(TEMPORARY_FILES)) files.delete(path);
    },
  };
}
