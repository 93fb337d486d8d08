import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** LMDB's first page: a header of 24 bytes, then this, then the version of the format. */
const MAGIC = 0xbeefc0de;
const MAGIC_AT = 24;
const LONGEST_CHECK_MS = 60_000;

/**
 * A file that LMDB did not write, or not to its end, would end this process without a word: the
 * database is read where it lies in memory. So it is looked at first, and then opened, read and
 * written by another process, as a copy.
 *
 * @throws when the file is no database, or a damaged one.
 */
export function checkDatabase(file: string): void {
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
  // LMDB makes a new one.
  if (size === 0) return;
  const cure = 'Use another folder, or delete this one to begin again.';
  if (!hasHeader(file))
    throw new Error(`${file} is no database of the sandbox: its first bytes are others'. ${cure}`);
  const folder = mkdtempSync(join(dirname(file), 'check-'));
  try {
    const copy = join(folder, 'copy.lmdb');
    cpSync(file, copy);
    const library = createRequire(import.meta.url).resolve('lmdb');
    const { status } = spawnSync(process.execPath, ['-e', TRY, library, copy], {
      stdio: 'ignore',
      timeout: LONGEST_CHECK_MS,
    });
    if (status !== 0)
      throw new Error(
        `${file} is damaged, cut off, or another program's: it can't be read. ${cure}`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasHeader(file: string): boolean {
  const bytes = Buffer.alloc(MAGIC_AT + 4);
  const handle = openSync(file, 'r');
  try {
    const read = readSync(handle, bytes, 0, bytes.length, 0);
    return read === bytes.length && bytes.readUInt32LE(MAGIC_AT) === MAGIC;
  } finally {
    closeSync(handle);
  }
}

/** Every value of every table, and one commit, which goes through the list of free pages. */
const TRY = `
const [library, path] = process.argv.slice(1);
const { open } = require(library);
const root = open({ path, maxDbs: 64 });
for (const name of [...root.getKeys()]) {
  if (name === 'version') continue;
  const table = root.openDB({ name });
  for (const { key, value } of table.getRange()) if (value === undefined) throw new Error(key);
}
root.put('check', 'x'.repeat(20000)).then(() => root.close()).catch(() => process.exit(1));
`;
