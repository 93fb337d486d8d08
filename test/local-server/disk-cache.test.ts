import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepOnDisk as keep } from '@mini-login/local-server/disk-cache';
import { linkFolder } from '@mini-login/platform/files';

let folder: string;
let source: string;
let name: string;
let made: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-cache-'));
  source = join(folder, 'source.txt');
  name = `test ${randomUUID()}`;
  made = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const make = () => {
  made += 1;
  return Promise.resolve({ value: { made }, files: [source] });
};

const keepOnDisk = async (...args: Parameters<typeof keep<{ made: number }>>) =>
  (await keep(...args)).value;

test('what was made is kept while its files read the same', async () => {
  writeFileSync(source, 'one');
  expect([await keepOnDisk(name, make), await keepOnDisk(name, make)]).toEqual([
    { made: 1 },
    { made: 1 },
  ]);
});

test('a changed file makes it again, and so does one that appears or goes', async () => {
  const values = [await keepOnDisk(name, make)];
  writeFileSync(source, 'one');
  values.push(await keepOnDisk(name, make));
  writeFileSync(source, 'two');
  values.push(await keepOnDisk(name, make));
  rmSync(source);
  values.push(await keepOnDisk(name, make));
  expect(values).toEqual([{ made: 1 }, { made: 2 }, { made: 3 }, { made: 4 }]);
});

test('what is used stays, however much else is made after it', async () => {
  const before = process.env.MINI_LOGIN_CACHE;
  process.env.MINI_LOGIN_CACHE = join(folder, 'cache');
  try {
    await keepOnDisk(name, make);
    const first = readdirSync(join(folder, 'cache')).map((file) => join(folder, 'cache', file));
    for (let other = 0; other < 42; other += 1) {
      await keep(`${name} ${other}`, async () => ({ value: { made: 0 }, files: [] }));
      if (other % 20 !== 1) continue;
      // As if it had been made days ago: files written in one moment have no order.
      for (const file of first) utimesSync(file, 1, 1);
      expect(await keepOnDisk(name, make)).toEqual({ made: 1 });
    }
    expect(await keepOnDisk(name, make)).toEqual({ made: 1 });
    expect(readdirSync(join(folder, 'cache')).length).toBeLessThanOrEqual(40);
  } finally {
    if (before === undefined) delete process.env.MINI_LOGIN_CACHE;
    else process.env.MINI_LOGIN_CACHE = before;
  }
});

test('another name is another value', async () => {
  await keepOnDisk(name, make);
  expect(await keepOnDisk(`${name} of another`, make)).toEqual({ made: 2 });
});

test('a changed file of the code that makes it makes it again', async () => {
  const maker = join(folder, 'maker');
  mkdirSync(maker);
  writeFileSync(join(maker, 'maker.ts'), 'one');
  const values = [await keepOnDisk(name, make, [maker])];
  values.push(await keepOnDisk(name, make, [maker]));
  writeFileSync(join(maker, 'maker.ts'), 'two');
  values.push(await keepOnDisk(name, make, [maker]));
  expect(values).toEqual([{ made: 1 }, { made: 1 }, { made: 2 }]);
});

test('what was kept says which files it was made from', async () => {
  const { files } = await keep(name, make);
  expect(files).toContain(source);
  expect((await keep(name, make)).files).toEqual(files);
});

test("what was copied along with another checkout's packages is made again", () => {
  const root = join(import.meta.dirname, '../..');
  const checkout = (at: string, text: string) => {
    const dir = join(folder, at);
    mkdirSync(join(dir, 'node_modules'), { recursive: true });
    cpSync(join(root, 'scripts/local-server'), join(dir, 'scripts/local-server'), {
      recursive: true,
    });
    linkFolder(join(root, 'node_modules/zod'), join(dir, 'node_modules/zod'));
    writeFileSync(join(dir, 'node_modules/.package-lock.json'), '{}');
    writeFileSync(join(dir, 'source.txt'), text);
    const script = `
      import { readFileSync } from 'node:fs';
      import { keepOnDisk } from './scripts/local-server/disk-cache.ts';
      const file = import.meta.dirname + '/source.txt';
      const make = async () => ({ value: readFileSync(file, 'utf8'), files: [file] });
      process.stdout.write((await keepOnDisk('bundle', make)).value);`;
    writeFileSync(join(dir, 'run.mts'), script);
    return () =>
      execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), 'run.mts'], {
        cwd: dir,
        encoding: 'utf8',
      });
  };
  const one = checkout('one', 'of one');
  const two = checkout('two', 'of two');
  expect(one()).toBe('of one');
  cpSync(join(folder, 'one/node_modules/.cache'), join(folder, 'two/node_modules/.cache'), {
    recursive: true,
  });
  expect(two()).toBe('of two');
});
