import { beforeEach, expect, test } from '@jest/globals';
import { createSealer, type Sealer } from '../../miniprogram/wechat/seal';
import { installAsyncRequire, installWx, removeAsyncRequire } from './fake-wx';

/* A source of randomness that is none would give the session away: nothing is sealed with it. */

const key = { x: 'x', y: 'y' };
const needed = 60;
const bytes = (first: number) => Uint8Array.from({ length: needed }, (_, at) => first + at);

function withBytes(values: readonly number[]): Uint8Array {
  const all = new Uint8Array(needed).fill(7);
  [0, 20, 40, 50].forEach((place, at) => {
    all[place] = values[at] ?? 0;
  });
  return all;
}

let sealer: Sealer;
let random: (options: Readonly<Record<string, unknown>>) => void;
/** What the sealing was given. */
let used: Uint8Array[];

beforeEach(() => {
  sealer = createSealer();
  used = [];
  installWx({
    getUserCryptoManager: () => ({
      getRandomValues: (options: Readonly<Record<string, unknown>>) => random(options),
    }),
  });
  installAsyncRequire(() =>
    Promise.resolve({
      randomBytesNeeded: needed,
      seal: (plaintext: string, _: unknown, randomBytes: Uint8Array) => {
        used.push(randomBytes);
        return `sealed ${plaintext}`;
      },
    }),
  );
});
function gives(values: Uint8Array): void {
  random = ({ length, success }) => {
    expect(length).toBe(needed);
    if (typeof success === 'function') success({ randomValues: values.buffer });
  };
}

const seal = () => new Promise((done) => sealer.seal('text', key, done));

test('seals with the bytes that WeChat gives, other ones each time', async () => {
  gives(bytes(1));
  expect(await seal()).toBe('sealed text');
  gives(bytes(2));
  expect(await seal()).toBe('sealed text');
  expect(used).toEqual([bytes(1), bytes(2)]);
});

test('bytes that come a second time seal nothing', async () => {
  gives(bytes(1));
  await seal();
  expect(await seal()).toBeNull();
  expect(used).toHaveLength(1);
});

test('what it keeps to notice them is 32 bits, which nobody makes the bytes of', async () => {
  // Two of very many that share those bits, found by trying: the second counts as a repeat.
  gives(withBytes([128, 223, 225, 6]));
  expect(await seal()).toBe('sealed text');
  gives(withBytes([229, 240, 228, 77]));
  expect(await seal()).toBeNull();
});

test.each([0, 255])('bytes that are all %i seal nothing', async (byte) => {
  gives(new Uint8Array(needed).fill(byte));
  expect(await seal()).toBeNull();
});

test('a WeChat without random bytes, or without the package, seals nothing', async () => {
  random = ({ fail }) => {
    if (typeof fail === 'function') fail({ errMsg: 'getRandomValues:fail' });
  };
  expect(await seal()).toBeNull();
  installWx({});
  expect(await seal()).toBeNull();
  installAsyncRequire(() => Promise.reject(new Error('loadSubpackage:fail')));
  expect(await seal()).toBeNull();
});

test('a package that cannot be fetched ahead is no error', async () => {
  installAsyncRequire(() => Promise.reject(new Error('loadSubpackage:fail')));
  expect(() => sealer.prepare()).not.toThrow();
  removeAsyncRequire();
  expect(() => sealer.prepare()).not.toThrow();
});
