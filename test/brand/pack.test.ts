import { writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { demoPack } from './demo-pack';

const { place, problems, read, set } = demoPack();

describe('a brand pack', () => {
  test('that is right has nothing to complain about', () => {
    expect(problems()).toEqual([]);
  });

  test.each<[field: string, value: unknown, said: string]>([
    [
      'miniProgram.appId',
      'wx123',
      'miniProgram.appId: an AppID is expected: "wx" and 16 hexadecimal digits in lower case',
    ],
    ['genauth.host', 'http://core.genauth.ai', 'genauth.host: an https origin is expected'],
    ['genauth.host', 'https://10.0.0.1', 'genauth.host: WeChat allows domain names only'],
    ['apps', [], 'apps: at least one app that may open the program is needed'],
    ['apps.0.app', '123', 'apps.0.app: 24 hexadecimal digits'],
    ['apps.0.mobileAppId', 'harbor', 'apps.0.mobileAppId: an AppID is expected'],
    [
      'apps.0.connection',
      'Harbor_WeChat',
      "apps.0.connection: the identity source's Unique ID is expected",
    ],
    ['apps.0.returns', [], 'apps.0.returns: at least one is needed'],
    ['apps.0.returns', ['session', 'session'], 'apps.0.returns: each may stand once'],
    ['genauth.ticketEndpoint', null, 'apps.0.returns: "ticket" needs genauth.ticketEndpoint'],
    [
      'unknownCaller',
      'wx0000000000000000',
      'unknownCaller: wx0000000000000000 is none of apps (wxfedcba0987654321)',
    ],
    [
      'unknownCaller',
      'everybody',
      'unknownCaller: "refuse" or the mobileAppId of one of the apps is expected',
    ],
    ['scopes', ['profile'], 'scopes: openid is needed'],
    ['sealed', true, 'sealed: "optional" or "required" is expected'],
    ['clipboard', 'yes', 'clipboard: true or false is expected'],
    ['languages', [], 'languages: at least one of zh-CN, zh-TW, en and ja is needed'],
    ['languages', ['zh-CN', 'fr'], 'languages.1: "zh-CN", "zh-TW", "en" or "ja" is expected'],
    ['languages', ['zh-CN', 'zh-TW', 'en'], 'appName.ja: this language is not in languages'],
    ['appName.ja', undefined, 'appName.ja: is missing'],
    [
      'agreements.items.0.content',
      { url: 'https://www.example.com/t' },
      'www.example.com is not in businessDomains',
    ],
    [
      'businessDomains',
      ['https://www.example.com'],
      'businessDomains.0: a host name in lower case is expected',
    ],
    ['operator.en', ' ', 'operator.en: must not be empty'],
    ['look.radius', 99, 'look.radius: px, 0 to 28 is expected'],
    ['look.light.primary', 'teal', 'look.light.primary: a colour as #rrggbb is expected'],
    [
      'look.light.onPrimary',
      '#0b6478',
      'look.light.onPrimary: contrast with look.light.primary is 1.00 : 1, WCAG AA asks 4.5 : 1; #ffffff has it',
    ],
    ['look.dark.link', '#333333', 'look.dark.link: contrast with look.dark.background'],
    [
      'look.light.background',
      '#e9e9e9',
      'look.light.background: contrast with the quiet text (#666666) on cards is 4.',
    ],
    ['look.light.background', '#555555', 'look.light.background: contrast with the text'],
    ['logo', 'nothing.png', 'logo: nothing.png is not in the brand folder'],
    ['logo', '../x.png', 'logo: the name of a file in the brand folder is expected'],
    ['phone', 'maybe', 'phone: "required", "optional" or "none" is expected'],
    ['agreements.items', [], 'agreements.items: at least one is needed'],
    [
      'agreements.items.0.content',
      { textFile: 'nowhere' },
      'agreements/nowhere.ja.txt is not in the brand folder',
    ],
    ['agreements.items.1.id', 'terms', 'agreements.items: two agreements have the same id'],
    [
      'words',
      { en: { 'login.headin': 'x' } },
      'words.en.login.headin: no such text; login.heading is one',
    ],
    [
      'words',
      { en: { 'login.consent': 'I agree' } },
      'words.en.login.consent: {list} has to stand in it once',
    ],
    ['words', { fr: { 'login.heading': 'x' } }, 'words.fr: is no field here'],
    [
      'words',
      { en: { 'login.heading': 'Hi {name}' } },
      'words.en.login.heading: {name} is not known here; known are {app}',
    ],
    ['surprise', 1, 'surprise: is no field here; remove it'],
    [
      'contcat',
      null,
      'contcat: is no field here; remove it, or look for a slip in its name (is it contact?)',
    ],
    ['look.light.primry', '#000000', '(is it primary?)'],
    ['apps.0.conection', 'x', '(is it connection?)'],
    ['agreements.items.0.tilte', {}, '(is it title?)'],
  ])('%s = %j is refused by name and reason', (field, value, said) => {
    set(field, value);
    expect(problems().join('\n')).toContain(`brands/demo/brand.json: `);
    expect(problems().join('\n')).toContain(said);
  });

  test('tells everything that is wrong at once', () => {
    set('phone', 'maybe');
    set('miniProgram.appId', 'x');
    expect(problems()).toHaveLength(2);
  });

  test('that is not JSON, or not there, is told so', () => {
    writeFileSync(place('brand.json'), '{');
    expect(problems().join()).toContain('brands/demo/brand.json: is not JSON');
    expect(() => read('nobody')).toThrow('brands/nobody/brand.json: not found. Brands here: demo');
  });
});
