import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClock, startSandbox } from '@mini-login/sandbox';

/** LMDB reads where the file lies in memory: what is wrong there would end the whole process. */
const start = (data: string) => startSandbox({ clock: createClock(), data });

let good: string;
let data: string;
let file: string;
beforeAll(async () => {
  good = mkdtempSync(join(tmpdir(), 'sandbox-good-'));
  const sandbox = await start(good);
  // Enough that there are inner pages, and pages that are free again.
  for (let count = 0; count < 300; count += 1)
    sandbox.setPerson({
      id: `p${count}`,
      name: 'x'.repeat(90),
      note: '',
      phone: null,
      standing: 'known',
    });
  sandbox.reset();
  for (let count = 0; count < 200; count += 1)
    sandbox.setPerson({
      id: `q${count}`,
      name: 'y'.repeat(90),
      note: '',
      phone: null,
      standing: 'known',
    });
  await sandbox.close();
});
afterAll(() => rmSync(good, { recursive: true, force: true }));
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sandbox-damaged-'));
  file = join(data, 'sandbox.lmdb');
  writeFileSync(file, readFileSync(join(good, 'sandbox.lmdb')));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

describe('a database file', () => {
  test('opens when it is whole, and when it is empty', async () => {
    await (await start(data)).close();
    truncateSync(file, 0);
    await (await start(data)).close();
  });

  test.each([1, 27, 28, 100, 4096, 8192, 12_288, 20_480])(
    'that was cut off after %i bytes is refused, in words',
    async (bytes) => {
      truncateSync(file, bytes);
      await expect(start(data)).rejects.toThrow(/sandbox\.lmdb (is no database|is damaged)/);
    },
  );

  test.each<[string, string | Buffer]>([
    ['text', 'hello, this is not a database\n'.repeat(1000)],
    ['zeros', Buffer.alloc(65_536)],
    ['SQLite', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192)])],
  ])('that is %s is refused, in words', async (_name, content) => {
    writeFileSync(file, content);
    await expect(start(data)).rejects.toThrow('is no database of the sandbox');
  });

  test('whose pages were overwritten is refused, in words', async () => {
    const bytes = readFileSync(file);
    bytes.fill(0xff, 8192);
    writeFileSync(file, bytes);
    await expect(start(data)).rejects.toThrow('is damaged');
  });

  test('stays as it is when it is refused, and the folder is free again', async () => {
    truncateSync(file, 5000);
    await expect(start(data)).rejects.toThrow();
    expect(readFileSync(file)).toHaveLength(5000);
    rmSync(file);
    await (await start(data)).close();
  });

  test('of another LMDB program is refused or read, never the end of the process', () => {
    const script = `
      const { open } = require(${JSON.stringify(createRequire(import.meta.url).resolve('lmdb'))});
      const db = open({ path: ${JSON.stringify(file)} });
      db.put('their key', { their: 'value' }).then(() => db.close());`;
    rmSync(file);
    spawnSync(process.execPath, ['-e', script]);
    return expect(start(data)).rejects.toThrow('another');
  });
});
