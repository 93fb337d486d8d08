import { expect, test } from '@jest/globals';
import { enterOptions } from '../../../../scripts/simulator/browser/phone/process/enter-options';
import { readPath } from '../../../../scripts/simulator/browser/phone/process/path';
import { noWayBack, waysBackAfter } from '../../../../scripts/simulator/browser/phone/process/scene';
import { clientWords } from '../../../../scripts/simulator/browser/phone/ui/words';
import { check } from '../../../../scripts/simulator/browser/runtime/wx/parameters';
import { toPlain } from '../../../../scripts/simulator/browser/runtime/wx/plain';
import { readApiNames } from '../../../../scripts/simulator/node/server/api-names';

test.each([
  ['pages/a/a?x=1&y=2', { path: 'pages/a/a', query: { x: '1', y: '2' } }],
  ['/pages/a/a', { path: 'pages/a/a', query: {} }],
  ['', { path: 'home', query: {} }],
  ['?x=1', { path: 'home', query: { x: '1' } }],
  ['pages/a/a?x=3==q', { path: 'pages/a/a', query: { x: '3' } }],
  ['pages/a/a?x=1?y=2', { path: 'pages/a/a', query: { x: '1' } }],
  ['pages/a/a?x=%20&x=2&&z', { path: 'pages/a/a', query: { x: '2', z: '' } }],
])('WeChat reads the path %p', (path, expected) => {
  expect(readPath(path, 'home')).toEqual(expected);
});

test('a query may name __proto__ and stays a plain object', () => {
  const { query } = readPath('p?__proto__=x', 'home');
  expect(Object.keys(query)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(query)).toBe(Object.prototype);
});

test('the ways back: 1069 gives both, some scenes keep the button, the others take both away', () => {
  const both = waysBackAfter(1069, noWayBack);
  expect(both).toEqual({ launchApp: true, navigateBackApplication: 'switches' });
  for (const scene of [1001, 1038, 1089, 1090, 1131, 1187]) {
    expect(waysBackAfter(scene, both)).toEqual({ launchApp: true, navigateBackApplication: 'stays' });
    expect(waysBackAfter(scene, noWayBack)).toEqual(noWayBack);
  }
  expect(waysBackAfter(1007, both)).toEqual(noWayBack);
});

test.each([
  ['absent', undefined, { appId: 'wxslot' }],
  ['another', 'wxother', { appId: 'wxother' }],
  ['not said', null, {}],
])('referrerInfo with an AppID that is %s', (_name, appId, referrerInfo) => {
  const request = appId === undefined ? {} : { appId };
  expect(enterOptions(request, { home: 'home', appId: 'wxslot', query: 'as-sent' })).toMatchObject({ scene: 1069, referrerInfo });
});

test('keys of others stand beside those of the app, whatever the launch', () => {
  const context = { home: 'home', appId: null, query: 'noisy' } as const;
  expect(enterOptions({ path: 'p?v=1' }, context).query).toMatchObject({ v: '1', __key_: expect.any(String) });
  expect(Object.keys(enterOptions({ scene: 1001 }, context).query)).toContain('__key_');
});

test('the names of wx come from the official typings', () => {
  const names = readApiNames();
  expect(names).toEqual(expect.arrayContaining(['login', 'request', 'getUserCryptoManager', 'createBLEConnection']));
  expect(names).not.toContain('navigateBackApplication');
});

test('parameters are held to their types, and unknown names are found', () => {
  const types = { url: 'String', timeout: 'Number?' } as const;
  expect(check(types, { url: 'x' })).toEqual({ refusal: null, unknown: [] });
  expect(check(types, { url: 'x', timeout: '1' }).refusal).toBe(
    'parameter error: parameter.timeout should be Number instead of String;',
  );
  expect(check(types, {}).refusal).toBe('parameter error: parameter.url should be String instead of Undefined;');
  expect(check(types, { url: 'x', other: 1 }).unknown).toEqual(['other']);
});

test('what goes on the time line crosses JSON', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const plain = toPlain({ f: () => 1, b: new ArrayBuffer(2), u: undefined, n: null, list: [1n], cycle });
  expect(plain).toMatchObject({ f: '[function]', b: '[ArrayBuffer]', n: null, list: ['1'] });
  expect(() => JSON.stringify(plain)).not.toThrow();
});

test("WeChat's own words are there in each language, and Hong Kong reads Taiwan's", () => {
  const languages = ['zh_CN', 'zh_TW', 'en', 'ja'] as const;
  const all = languages.map((language) => clientWords(language));
  for (const words of all) {
    const texts = Object.values(words).map((word) => (typeof word === 'function' ? word('Harbor') : word));
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  }
  expect(new Set(all.map(({ phoneTitle }) => phoneTitle)).size).toBe(languages.length);
  expect(clientWords('zh_HK')).toBe(clientWords('zh_TW'));
});
