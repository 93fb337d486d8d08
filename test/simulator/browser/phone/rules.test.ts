import { expect, test } from '@jest/globals';
import { failureOf } from '../../../../scripts/simulator/browser/phone/net/wording';
import { enterOptions } from '../../../../scripts/simulator/browser/phone/process/enter-options';
import { readPath } from '../../../../scripts/simulator/browser/phone/process/path';
import {
  noWayBack,
  waysBackAfter,
} from '../../../../scripts/simulator/browser/phone/process/scene';
import { isInkLight } from '../../../../scripts/simulator/browser/phone/ui/ink';
import { clientWords } from '../../../../scripts/simulator/browser/phone/ui/words';
import { toPlain } from '../../../../scripts/simulator/browser/runtime/plain';
import { check } from '../../../../scripts/simulator/browser/runtime/wx/parameters';
import { compareVersions } from '../../../../scripts/simulator/contract/apis';
import { PROFILES } from '../../../../scripts/simulator/contract/profiles';
import { readApiTable } from '../../../../scripts/simulator/node/server/api-table';

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
    expect(waysBackAfter(scene, both)).toEqual({
      launchApp: true,
      navigateBackApplication: 'stays',
    });
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
  expect(enterOptions(request, { home: 'home', appId: 'wxslot', query: 'as-sent' })).toMatchObject({
    scene: 1069,
    referrerInfo,
  });
});

test('keys of others stand next to those of the app, whatever the launch', () => {
  const context = { home: 'home', appId: null, query: 'noisy' } as const;
  expect(enterOptions({ path: 'p?v=1' }, context).query).toMatchObject({
    v: '1',
    __key_: expect.any(String),
  });
  expect(Object.keys(enterOptions({ scene: 1001 }, context).query)).toContain('__key_');
});

test('the names of wx, with what brought and what ended them, come from the official typings', () => {
  const table = readApiTable();
  expect(Object.keys(table)).toEqual(
    expect.arrayContaining(['login', 'request', 'getUserCryptoManager', 'createBLEConnection']),
  );
  expect(table).not.toHaveProperty('navigateBackApplication');
  expect(table).not.toHaveProperty('Page');
  expect(table.getEnterOptionsSync).toEqual({ since: '2.9.4' });
  expect(table.getSystemInfoSync).toMatchObject({ deprecated: true });
  expect(table.login).toEqual({});
});

test('versions are compared by number', () => {
  expect(['3.10.0', '2.9.4', '3.9.0', '2.10.0'].sort(compareVersions)).toEqual([
    '2.9.4',
    '2.10.0',
    '3.9.0',
    '3.10.0',
  ]);
});

test.each([
  ['in-english', 'zh_CN', 'timeout', 'request:fail timeout', 5],
  ['localized', 'zh_CN', 'timeout', 'request:fail 请求超时。', 5],
  ['localized', 'zh_HK', 'timeout', 'request:fail 請求逾時。', 5],
  ['localized', 'ja', 'timeout', 'request:fail 要求がタイムアウトになりました。', 5],
  [
    'localized',
    'en',
    'offline',
    'request:fail The Internet connection appears to be offline.',
    600_001,
  ],
  [
    'in-english',
    'en',
    'offline',
    'request:fail errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
    600_001,
  ],
  ['localized', 'en', 'undeclared', 'request:fail url not in domain list', 600_002],
  ['localized', 'ja', 'interrupted', 'request:fail interrupted', 600_003],
] as const)('%s in %s, %s reads "%s"', (wording, language, reason, errMsg, errno) => {
  expect(failureOf('request', reason, { language }, wording)).toEqual({ ok: false, errMsg, errno });
});

test('parameters are held to their types, and unknown names are found', () => {
  const types = { url: 'String', timeout: 'Number?' } as const;
  expect(check(types, { url: 'x' })).toEqual({ refusal: null, unknown: [] });
  expect(check(types, { url: 'x', timeout: '1' }).refusal).toBe(
    'parameter error: parameter.timeout should be Number instead of String;',
  );
  expect(check(types, {}).refusal).toBe(
    'parameter error: parameter.url should be String instead of Undefined;',
  );
  expect(check(types, { url: 'x', other: 1 }).unknown).toEqual(['other']);
});

test('what goes on the timeline crosses JSON', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const component = { is: 'pages/a/a', _$: {}, data: {} };
  const plain = toPlain({
    f: () => 1,
    b: new ArrayBuffer(2),
    u: undefined,
    n: null,
    list: [1n],
    cycle,
    component,
  });
  expect(plain).toMatchObject({
    f: '[function]',
    b: '[ArrayBuffer]',
    n: null,
    list: ['1'],
    component: '[pages/a/a]',
  });
  expect(() => JSON.stringify(plain)).not.toThrow();
});

test("WeChat's own words are there in each language, and Hong Kong reads Taiwan's", () => {
  const languages = ['zh_CN', 'zh_TW', 'en', 'ja'] as const;
  const all = languages.map((language) => clientWords(language));
  for (const words of all) {
    const texts = Object.values(words).flatMap((word) => {
      if (typeof word === 'function') return [word('Harbor')];
      return typeof word === 'string' ? [word] : Object.values(word);
    });
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  }
  expect(new Set(all.map(({ phoneTitle }) => phoneTitle)).size).toBe(languages.length);
  expect(clientWords('zh_HK')).toBe(clientWords('zh_TW'));
});

test.each([
  // A program that says `black` of its bar, as most do, also on a dark phone.
  ['the program', 'light', {}, false],
  ['the program', 'dark', {}, false],
  ["a page of WeChat's own", 'light', { nativePage: 'setting' }, false],
  ["a page of WeChat's own", 'dark', { nativePage: 'setting' }, true],
  ['a picture', 'light', { nativePage: 'preview' }, true],
  ['the contract', 'dark', { contract: 'it' }, true],
  ['the app', 'dark', { front: 'app' }, true],
] as const)('over %s on a %s phone the ink can be read', (_, theme, over, light) => {
  const { nativePage, ...rest } = { nativePage: null, ...over };
  expect(
    isInkLight({
      device: { ...PROFILES.ios.device, theme },
      front: 'program',
      program: 'foreground',
      contract: null,
      bar: {
        title: '',
        background: '#fff',
        textStyle: 'black',
        canGoBack: false,
        loading: false,
        custom: false,
      },
      ...rest,
      nativePage: nativePage && {
        view: { kind: nativePage, items: [], chosen: [], most: 1 },
        shown: {},
      },
    }),
  ).toBe(light);
});
