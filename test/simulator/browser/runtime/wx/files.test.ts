import { beforeEach, expect, test } from '@jest/globals';
import {
  createFileStore,
  type FileStore,
} from '../../../../../scripts/simulator/browser/phone/files/store';
import { decode, encode } from '../../../../../scripts/simulator/browser/runtime/wx/file/encoding';
import {
  FILE_LIMITS,
  FileOperations,
} from '../../../../../scripts/simulator/browser/runtime/wx/file/operations';
import { USER_FILES } from '../../../../../scripts/simulator/contract/files';

const usr = (path: string) => `${USER_FILES}/${path}`;
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (path: string) => new TextDecoder().decode(files.read(path));

let store: FileStore;
let files: FileOperations;
beforeEach(() => {
  store = createFileStore(() => 1_000);
  const inPackage = (path: string) => (path === 'a/terms.txt' ? bytes('terms') : null);
  files = new FileOperations(store, inPackage);
});

test('a file is written, read, longer, shorter, copied, moved and gone', () => {
  files.write(usr('a.txt'), bytes('one'));
  files.append(usr('a.txt'), bytes(' two'));
  expect(textOf(usr('a.txt'))).toBe('one two');
  files.truncate(usr('a.txt'), 3);
  files.copy(usr('a.txt'), usr('b.txt'));
  files.rename(usr('b.txt'), usr('c.txt'));
  expect(textOf(usr('c.txt'))).toBe('one');
  expect(() => files.access(usr('b.txt'))).toThrow(`no such file or directory ${usr('b.txt')}`);
  files.unlink(usr('a.txt'));
  expect(files.readDirectory(USER_FILES)).toEqual(['c.txt']);
});

test('directories are made, listed, moved with what is in them, and removed when they are empty', () => {
  expect(() => files.makeDirectory(usr('a/b'), false)).toThrow('no such file or directory');
  files.makeDirectory(usr('a/b'), true);
  expect(() => files.makeDirectory(usr('a'), true)).toThrow(`file already exists ${usr('a')}`);
  files.write(usr('a/b/one.txt'), bytes('1'));
  files.rename(usr('a'), usr('z'));
  expect(files.readDirectory(usr('z'))).toEqual(['b']);
  expect(textOf(usr('z/b/one.txt'))).toBe('1');
  expect(() => files.rename(usr('z'), usr('z/y'))).toThrow('Invalid argument');
  expect(() => files.removeDirectory(usr('z'), false)).toThrow('directory not empty');
  expect(() => files.unlink(usr('z'))).toThrow('operation not permitted');
  expect(() => files.read(usr('z'))).toThrow('illegal operation on a directory');
  files.removeDirectory(usr('z'), true);
  expect(files.readDirectory(USER_FILES)).toEqual([]);
});

test.each([
  ['next to the own directory', 'wxfile://other/a'],
  ['above it', usr('../a')],
  ['in the package', 'a/terms.txt'],
  ['the directory itself', USER_FILES],
])('nothing is written %s', (_name, path) => {
  expect(() => files.write(path, bytes('x'))).toThrow(
    /^permission denied, cannot access file path/,
  );
});

test('the package is read and not changed', () => {
  expect(textOf('a/terms.txt')).toBe('terms');
  expect(() => files.unlink('a/terms.txt')).toThrow('permission denied');
  expect(() => files.read('a/none.txt')).toThrow('no such file or directory a/none.txt');
});

test('a temporary file is kept by saving it, once, and goes with its process otherwise', () => {
  const [first, second] = [
    store.addTemporary(bytes('1'), 'txt'),
    store.addTemporary(bytes('2'), 'txt'),
  ];
  const saved = files.save(first);
  expect(saved).toMatch(/^wxfile:\/\/store_\w+\.txt$/);
  expect(() => files.save(first)).toThrow('tempFilePath file not exist');
  store.dropTemporary();
  expect(textOf(saved)).toBe('1');
  expect(() => files.read(second)).toThrow('no such file');
  expect(files.saved()).toEqual([{ path: saved, size: 1, modifiedAt: 1_000, directory: false }]);
});

test('a file takes 100 MB at most, and all together 200', () => {
  const megabyte = 1024 * 1024;
  expect(FILE_LIMITS).toEqual({ file: 100 * megabyte, all: 200 * megabyte });
  const small = new FileOperations(store, () => null, { file: 100, all: 200 });
  const tooMuch = 'the maximum size of the file storage limit is exceeded';
  expect(() => small.write(usr('a'), new Uint8Array(101))).toThrow(tooMuch);
  small.write(usr('a'), new Uint8Array(100));
  small.write(usr('b'), new Uint8Array(99));
  expect(() => small.write(usr('c'), new Uint8Array(2))).toThrow(tooMuch);
  // In its own place it counts once, and temporary files don't.
  small.write(usr('b'), new Uint8Array(100));
  store.addTemporary(new Uint8Array(1), 'bin');
});

test('what is kept is a copy: the program can change its own afterwards', () => {
  const own = bytes('one');
  files.write(usr('a'), own);
  own[0] = 0;
  expect(textOf(usr('a'))).toBe('one');
});

test.each(['utf8', 'base64', 'hex', 'ucs2', 'utf-16le', 'latin1', 'binary', 'ascii'])(
  'a text comes back through %s',
  (encoding) => {
    const text = { base64: 'aGVsbG8=', hex: '68656c6c6f' }[encoding] ?? 'hello';
    expect(decode(encode(text, encoding), encoding)).toBe(text);
  },
);

test('encodings are those of Node, and what is no base64 is refused in the words of WeChat', () => {
  for (const encoding of ['utf8', 'hex', 'base64', 'ucs2', 'latin1'] as const)
    expect(decode(bytes('häéx'), encoding)).toBe(Buffer.from('häéx').toString(encoding));
  expect(decode(bytes('a'), undefined)).toBeInstanceOf(ArrayBuffer);
  expect(() => encode('data:image/png;base64,aGVsbG8=', 'base64')).toThrow('base64 encode error');
  expect(() => encode('a', 'gbk')).toThrow('invalid encoding "gbk"');
});
