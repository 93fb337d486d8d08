import { beforeEach, expect, test } from '@jest/globals';
import { storage } from '../../../../../scripts/simulator/browser/runtime/wx/storage/storage';

type Run = (...args: readonly unknown[]) => unknown;

let kept: Map<string, string>;
let wx: Record<string, Run>;

beforeEach(() => {
  kept = new Map();
  const host = { storage: kept, storagePolicy: 'kept', record: () => () => undefined };
  const tools = {
    runtime: { host },
    synchronous: (_api: string, run: Run) => run,
    asynchronous: (_api: string, { run }: { run: Run }) => run,
  };
  wx = storage(tools as never) as Record<string, Run>;
});

const given = (data: unknown) => ({ key: 'k', data });

test('a Date comes back as a Date, one inside of an object as a text, as JSON has it', () => {
  const at = new Date('2026-03-25T10:00:00.000Z');
  wx.setStorageSync?.('k', at);
  expect(wx.getStorageSync?.('k')).toEqual(at);
  expect(wx.getStorage?.({ key: 'k' })).toEqual({ ok: true, result: { data: at } });
  wx.setStorage?.(given({ at }));
  expect(wx.getStorageSync?.('k')).toEqual({ at: '2026-03-25T10:00:00.000Z' });
  wx.setStorage?.(given(new Date(Number.NaN)));
  expect(Number(wx.getStorageSync?.('k'))).toBeNaN();
});

test('a Date counts as its text does', () => {
  const sizeOf = (data: unknown) => {
    wx.clearStorageSync?.();
    for (let key = 0; key < 40; key += 1) wx.setStorageSync?.(`k${key}`, data);
    return wx.getStorageInfoSync?.();
  };
  const at = new Date();
  expect(sizeOf(at)).toEqual(sizeOf(at.toJSON()));
});

const circle: Record<string, unknown> = {};
circle.self = circle;

test.each<[string, unknown, RegExp]>([
  ['function', () => undefined, /data of "k": a function can't be stored$/],
  ['symbol', Symbol('a'), /data of "k": a symbol can't be stored$/],
  ['big number', 1n, /data of "k": .*BigInt/],
  ['circle', circle, /data of "k": .*circular/],
])('what JSON has no text for is refused, and what was there stays: a %s', (_kind, data, words) => {
  wx.setStorageSync?.('k', 'before');
  expect(() => wx.setStorageSync?.('k', data)).toThrow(words);
  expect(() => wx.setStorageSync?.('k', data)).toThrow(/^setStorageSync:fail /);
  expect(wx.setStorage?.(given(data))).toMatchObject({
    ok: false,
    errMsg: expect.stringMatching(/^setStorage:fail data of "k"/),
  });
  expect(wx.getStorageSync?.('k')).toBe('before');
});
