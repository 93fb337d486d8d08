import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { brandSchema } from '../../scripts/brand/pack/schema';
import { inLanguage } from '../../scripts/messages/say';

const file = join(import.meta.dirname, '../../brands/gateway/brand.json');
const gateway = JSON.parse(readFileSync(file, 'utf8'));

/** What is wrong with the provider's own directory at this address; `GET {endpoint}/apps/...`. */
const problemsOf = (endpoint: unknown, language: 'en' | 'zh' = 'en') =>
  inLanguage(language, () => {
    const pack = { ...gateway, directory: { ...gateway.directory, endpoint } };
    return brandSchema
      .safeParse(pack)
      .error?.issues.map(({ path, message }) => ({ path, message }));
  });

test.each(['https://directory.example', 'https://directory.example/v1/mini-login', null])(
  'a directory at %j',
  (endpoint) => {
    expect(problemsOf(endpoint)).toBeUndefined();
  },
);

test.each([
  'https://directory.example/?tenant=1',
  'https://directory.example/v1?',
  'https://directory.example/v1#apps',
  'https://directory.example/',
  'https://directory.example/v1/',
])('no path can be added to %j', (endpoint) => {
  expect(problemsOf(endpoint)).toEqual([
    { path: ['directory', 'endpoint'], message: expect.stringContaining('/apps/{mobileAppId}') },
  ]);
  expect(problemsOf(endpoint, 'zh')).toMatchObject([{ message: expect.stringContaining('斜杠') }]);
});

test.each(['http://directory.example', 'https://10.0.0.1', 'directory.example', ''])(
  'no directory is at %j',
  (endpoint) => {
    expect(problemsOf(endpoint)).toMatchObject([{ path: ['directory', 'endpoint'] }]);
  },
);
