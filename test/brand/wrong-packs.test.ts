import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inLanguage, type Language } from '../../scripts/messages/say';
import { demoPack } from './demo-pack';

/**
 * Every mistake at every field where it can be made: refused, with the field named, in the owner's
 * language. And what is right is refused nowhere.
 */

const pack = demoPack();
const original = readFileSync(join(__dirname, '../../brands/demo/brand.json'), 'utf8');

function withField(path: string, value: unknown): void {
  writeFileSync(pack.place('brand.json'), original);
  pack.set(path, value);
}

const problems = (language: Language) => inLanguage(language, pack.problems);

const wrong: Readonly<Record<string, readonly unknown[]>> = {
  text: [
    '',
    ' ',
    '\u200b',
    '\u2060\ufeff',
    '\u3164',
    'a\nb',
    'a\u2028b',
    'a\u202eb',
    '\ufffd',
    'a\uffff',
    'H\u0335\u0335\u0335\u0335\u0335\u0335\u0335',
    '\u200f\u200e',
    '\ue000',
    '\u{e0041}',
    '\ufe0f\ufe0f',
    'a\u2067b',
    7,
    null,
    [],
    {},
  ],
  appId: [
    '',
    'wx',
    'wx123',
    'WX0123456789ABCDEF',
    ' wx0123456789abcdef',
    'wx0123456789ABCDEF',
    'ｗｘ0123456789abcdef',
    'gh_0123456789ab',
    1,
    null,
  ],
  colour: [
    '黄色',
    'ffcc00',
    '＃ffcc00',
    '',
    'red',
    '#fff',
    '#12345g',
    'rgb(0,0,0)',
    '#00000000',
    0,
    null,
  ],
  origin: [
    ...[
      '',
      'core.genauth.ai',
      'http://core.genauth.ai',
      'https://core.genauth.ai/',
      'https://a.b:8443',
    ],
    ...[
      'https://10.0.0.1',
      'https://127.1',
      'https://0x7f.1',
      'https://2130706433',
      'https://[::1]',
    ],
    ...['https://localhost', 'https://a', 'https://a..b', 'https://-a.com', 'https://a_b.com'],
    ...[
      'https://u:p@a.com',
      'https://a.com?x',
      'https://a.com#x',
      'https://A.com',
      'https://例子.com',
    ],
    ...[
      'https://a.com.',
      ' https://a.com',
      'https://a.local',
      `https://${'a'.repeat(64)}.com`,
      1,
      null,
    ],
  ],
  url: [
    'http://a.com/x',
    'ftp://a.com/x',
    'https://10.0.0.1/x',
    'https://a.com:8443/x',
    'https://a b.com/',
  ],
  id24: ['', '123', '65F0C0FFEE65F0C0FFEE65F0', `${'0'.repeat(25)}`, 1, null],
  header: [
    '',
    'X-App',
    'host',
    'referer',
    'cookie',
    'content-type',
    'sec-fetch',
    'proxy-x',
    'a b',
    1,
    null,
  ],
  list: [[], 'session', null, {}, [1]],
  bool: ['true ', 'yes', 1, 'true', 0],
  buttonHeight: [43, 65, 50.5, -50, '50', '50px', null, true],
  font: ['', 'Arial', 'Serif', 'sans-serif', 1, null, []],
  lookLogo: [
    { shape: 'star' },
    { shape: null },
    { size: 47 },
    { size: 97 },
    { size: '64' },
    'circle',
  ],
  head: ['', 'red', '#fff', 'head.jpg', 'head.webp', '../head.png', 'https://a.com/x.png', 1, null],
};

const fields: Readonly<Record<string, readonly string[]>> = {
  text: [
    'appName.en',
    'operator.zh-CN',
    'contact.ja',
    'agreements.items.0.title.ja',
    'agreements.items.1.version',
  ],
  appId: ['miniProgram.appId', 'apps.0.mobileAppId'],
  colour: ['look.light.primary', 'look.dark.background', 'look.light.onPrimary', 'look.dark.link'],
  origin: ['genauth.host'],
  url: ['genauth.ticketEndpoint', 'agreements.items.0.content.url'],
  id24: ['apps.0.app'],
  header: ['genauth.headers.appId', 'genauth.headers.lang'],
  list: ['languages', 'apps', 'scopes', 'apps.0.returns', 'agreements.items'],
  bool: ['clipboard', 'sample'],
  buttonHeight: ['look.buttonHeight'],
  font: ['look.font'],
  lookLogo: ['look.logo'],
  head: ['look.head.light', 'look.head.dark'],
};

const cases = Object.entries(fields).flatMap(([kind, paths]) =>
  paths.flatMap((path) => (wrong[kind] ?? []).map((value): [string, unknown] => [path, value])),
);

test('there are 200 wrong packs and more', () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
});

describe('is refused, with its field, in English and in Chinese:', () => {
  test.each(cases)('%s = %j', (path, value) => {
    if (path.endsWith('content.url')) withField('agreements.items.0.content', { url: value });
    else if (path.startsWith('look.head.'))
      withField('look.head', { light: '#112233', dark: '#112233', [path.slice(10)]: value });
    else withField(path, value);
    const [english, chinese] = [problems('en'), problems('zh')];
    expect(english.length).toBeGreaterThan(0);
    expect(chinese).toHaveLength(english.length);
    const named = path.replace(/\.content\.url$/, '.content');
    for (const said of [english, chinese])
      expect(said.some((line) => line.includes(`brands/demo/brand.json: ${named}`))).toBe(true);
    for (const line of chinese) expect(line).toMatch(/\p{Script=Han}/u);
    for (const line of english) expect(line).not.toMatch(/Invalid|undefined|\[object/);
  });
});

describe('is taken:', () => {
  const title = { 'zh-CN': '《协议》', 'zh-TW': '《協議》', en: 'Terms {list}', ja: '規約' };
  test.each<[string, unknown]>([
    ['appName.en', 'A'],
    ['appName.en', 'O’Neill & Søn — Café №1 ☕ {list} %s $& <b>'],
    ['appName.en', '👩‍👩‍👧 Family'],
    ['appName.en', 'Ελληνικά Café'],
    ['appName.en', 'Яндекс Go'],
    ['appName.en', 'Việt Nam Ngân Hàng'],
    ['appName.en', 'ทุกที่'],
    ['appName.ja', 'ﾊｰﾊﾞｰ'],
    ['appName.zh-CN', '港湾·Harbor（测试）'],
    ['appName.en', 'שלום'],
    ['apps.0.app', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
    ['businessDomains', []],
    ['genauth.headers.lang', 'accept-language'],
    ['genauth.ticketEndpoint', 'https://xn--fiqs8s.example.cn/a/b'],
    ['events', { endpoint: 'https://count.example.com/' }],
    ['look.light.link', '#0B6478'],
    ['appName.en', 'ไทย'],
    ['appName.zh-CN', '𠮷野家'],
    ['appName.en', 'x'.repeat(60)],
    ['operator.en', 'A/S "Quoted" \\ back'],
    ['contact', null],
    ['contact.en', '+86 400 000 0000'],
    ['genauth.host', 'https://xn--fsqu00a.com'],
    ['genauth.host', 'https://a-b.c1.example'],
    ['genauth.host', `https://${'a'.repeat(63)}.com`],
    ['genauth.ticketEndpoint', 'https://a.com/x?y=%20#z'],
    ['businessDomains', ['www.example.com', 'a.b.c.example.com']],
    ['look.radius', 0],
    ['look.radius', 28],
    ['look.buttonHeight', 44],
    ['look.buttonHeight', 64],
    ['look.font', 'sans'],
    ['look.font', 'serif'],
    ['look.logo', {}],
    ['look.logo', { shape: 'circle', size: 48 }],
    ['look.logo', { size: 96 }],
    ['look.head', { light: '#FFCC00', dark: '#332200' }],
    [
      'look.light',
      { background: '#ffffff', primary: '#ffcc00', onPrimary: '#000000', link: '#0b6478' },
    ],
    ['look.light.primary', '#0B6478'],
    ['scopes', ['openid']],
    ['scopes', ['openid', 'urn:custom:scope.v1']],
    ['unknownCaller', 'wxfedcba0987654321'],
    ['sealed', 'required'],
    ['phone', 'none'],
    ['clipboard', false],
    ['version', '2.0.0-rc.1'],
    ['agreements.items.0.title', title],
    ['agreements.items.0.version', '二〇二五'],
    ['agreements', { from: 'genauth', consoleHost: 'https://console.genauth.ai' }],
    ['words', { en: { 'login.heading': 'Hello <3 {app}' } }],
    ['apps.0.createsAccounts', false],
    ['apps.0.name', { 'zh-CN': '甲', 'zh-TW': '乙', en: 'A', ja: 'あ' }],
  ])('%s = %j', (path, value) => {
    withField(path, value);
    expect(problems('en')).toEqual([]);
  });
});
