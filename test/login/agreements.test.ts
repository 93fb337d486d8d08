import { expect, test } from '@jest/globals';
import { readAgreements } from '../../miniprogram/login/genauth/public-config';

const link = (path: string, lang = 'zh-CN', id: unknown = path) => ({
  id,
  title: `同意<a href="https://harbor.example/${path}">《${path}》</a>`,
  lang,
});
const read = (agreements: readonly unknown[], lang: 'zh-CN' | 'en' = 'zh-CN') =>
  readAgreements(
    { status: 200, body: { code: 200, data: { agreementEnabled: true, agreements } } },
    lang,
    {
      businessDomains: ['harbor.example'],
    },
  );

test('are those of the person, where there are as many as in the fullest language', () => {
  expect(read([link('terms'), link('terms-en', 'en-US')], 'en')).toMatchObject({
    agreements: [{ id: 'terms-en' }],
  });
  expect(read([link('terms'), link('privacy'), link('terms-en', 'en-US')], 'en')).toMatchObject({
    agreements: [{ id: 'terms' }, { id: 'privacy' }],
  });
});

test.each([
  ['an id twice', [link('terms'), link('privacy', 'zh-CN', 'terms')]],
  ['an id of a number and of its text', [link('a', 'zh-CN', 7), link('b', 'zh-CN', '7')]],
  ["WeChat's own id", [link('terms', 'zh-CN', 'wechat-privacy')]],
  ['an id of the sentence around the links', [link('terms', 'zh-CN', 'before-privacy')]],
  ['a host that is not declared', [{ id: 1, title: '<a href="https://evil.example/t">T</a>' }]],
  [
    'a host in the place of a user name',
    [{ id: 1, title: '<a href="https://harbor.example@evil.example/">T</a>' }],
  ],
  ['a page without TLS', [{ id: 1, title: '<a href="http://harbor.example/t">T</a>' }]],
  ['a title longer than anybody reads', [{ id: 1, title: 'x'.repeat(2_001) }]],
  ['more than anybody reads', Array.from({ length: 21 }, (_, index) => link(`t${index}`))],
])('fail closed: %s', (_, agreements) => {
  expect(read(agreements)).toMatchObject({ failure: { code: 'agreements_missing' } });
});

test('a title of nothing but brackets is read in no time', () => {
  const started = performance.now();
  for (let count = 0; count < 200; count += 1) read([{ id: 1, title: '<a '.repeat(666) }]);
  expect(performance.now() - started).toBeLessThan(2_000);
});
