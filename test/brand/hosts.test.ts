import { writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { demoPack } from './demo-pack';

/** Hosts and headers that no phone and no server takes, each refused in its own words. */

const { place, json, problemLines, set } = demoPack();

describe('a host', () => {
  const wrong = [
    '10.0.0.1',
    '0x7f.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '1.2.3',
    'a.1',
    'a.0x1f',
    '[::1]',
    '[::ffff:10.0.0.1]',
    '10.0.0.1.',
    '10.0.0.1:8443',
    'www.example.com.',
    'www.example.com:443',
    'www.example.com:8443',
    'user@www.example.com',
    'user:pass@www.example.com',
    'localhost',
    'genauth',
    ...['genauth.local', 'a.localhost', 'a.internal'],
    ...['nas.home.arpa', 'a.localdomain', 'a.home', 'a.corp', 'a.intranet', 'a.test', 'a.private'],
    ...['1.0.0.127.in-addr.arpa', '1.ip6.arpa'],
    '-a.example.com',
    'a-.example.com',
    'a..example.com',
    '.example.com',
    'a_b.example.com',
    `${'a'.repeat(64)}.example.com`,
    `${'a.'.repeat(130)}example.com`,
    ...['xn--a.example.com', 'xn--.example.com', 'xn--11-.example.com'],
    '港湾.example.com',
    'www.example.com\u3002cn',
    'www .example.com',
    'www.example.com\\x',
    '１０.0.0.1',
    '',
    '%31%30.0.0.1',
    'www.ex%61mple.com',
    'www.example.com\t',
    'www.example.com\n',
  ];

  test.each(wrong)('%j is refused by every field alike', (host) => {
    const fields: readonly (readonly [field: string, value: unknown, said: string])[] = [
      ['genauth.host', `https://${host}`, 'genauth.host: '],
      ['genauth.ticketEndpoint', `https://${host}/mint`, 'genauth.ticketEndpoint: '],
      ['businessDomains', [host], 'businessDomains.0: '],
      [
        'agreements.items.0.content',
        { url: `https://${host}/terms` },
        'agreements.items.0.content',
      ],
      [
        'agreements',
        { from: 'genauth', consoleHost: `https://${host}` },
        'agreements.consoleHost: ',
      ],
    ];
    const whole = json();
    for (const [field, value, said] of fields) {
      set(field, value);
      expect(problemLines()).toContain(`brands/demo/brand.json: ${said}`);
      writeFileSync(place('brand.json'), whole);
    }
  });

  test.each([
    'core.genauth.ai',
    'a.cn',
    '1-2.example.com',
    '163.com',
    '0x7f.com',
    'xn--fiqs8s.cn',
    'xn--fiqs8s.xn--fiqs8s',
    'a--b.example.com',
    `${'a'.repeat(63)}.example.com`,
    '1.2.3.4.example.com',
  ])('%s is taken by every field alike', (host) => {
    set('genauth.host', `https://${host}`);
    set('genauth.ticketEndpoint', `https://${host}/mint?a=1`);
    set('businessDomains', [host]);
    set('agreements.items.0.content', { url: `https://${host}/terms#top` });
    expect(problemLines()).toBe('');
  });

  test('an IP address is named as one, however it is written', () => {
    for (const host of [
      '10.0.0.1',
      '0x7f.1',
      '2130706433',
      '[::1]',
      '10.0.0.1.',
      '10.0.0.1:8443',
    ]) {
      set('genauth.ticketEndpoint', `https://${host}/mint`);
      expect(problemLines()).toContain('genauth.ticketEndpoint: WeChat allows domain names only');
    }
  });

  test.each([
    'http://a.example.com/x',
    'https:/a.example.com',
    'HTTPS//a',
    'https://',
    '//a.example.com',
  ])('%s is no address', (url) => {
    set('genauth.ticketEndpoint', url);
    expect(problemLines()).toContain('genauth.ticketEndpoint: ');
  });
});

describe('a header', () => {
  test.each([
    'host',
    'referer',
    'content-length',
    'content-type',
    'connection',
    'cookie',
    'origin',
    'user-agent',
    'transfer-encoding',
    'proxy-authorization',
    'sec-fetch-site',
    'authorization',
    'upgrade',
    'te',
  ])('%s is not the brand’s to name', (name) => {
    set('genauth.headers.appId', name);
    expect(problemLines()).toContain(
      'genauth.headers.appId: WeChat or the program sets this header',
    );
  });

  test.each(['Referer', 'X-App', 'x app', 'x_app', 'x:app', '-', '', 'x-äpp'])(
    '%j is no name',
    (name) => {
      set('genauth.headers.appId', name);
      expect(problemLines()).toContain('genauth.headers.appId: ');
    },
  );

  test('named twice', () => {
    set('genauth.headers.lang', 'x-authing-app-id');
    expect(problemLines()).toContain(
      'genauth.headers.lang: x-authing-app-id is the name of genauth.headers.appId too',
    );
  });
});
