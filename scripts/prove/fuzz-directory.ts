import * as fc from 'fast-check';
import type { EffectiveBrand } from '../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../miniprogram/login/directory';
import type { HttpResponse } from '../../miniprogram/login/event';
import { readEntryOf } from '../../miniprogram/login/hosted/entry';
import { readPublicConfig } from '../../miniprogram/login/hosted/public';
import { ownBrand } from '../../miniprogram/login/launch/effective';
import { consoleHost } from './brands';
import { directoryAnswer, hosted } from './hosted';

/* What a directory says when somebody wants it to be taken for something else. */

const caller = 'wxfedcba0987654321';
const app = 'a'.repeat(24);
const endpoint = 'https://directory.example';
const config: DirectoryConfig = {
  ...{ program: 'wxaaaaaaaaaaaaaaaa', consoleHost, endpoint, hosts: [], logoHosts: [] },
  ...{ unregistered: 'refuse', unregisteredWords: {} },
};

/** What a hostile owner writes where a text, an address or a list belongs. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    '\u202eevil',
    'a\u0000b',
    '<b>Bank</b>',
    '&#66;ank',
    '{app}',
    'x'.repeat(70_000),
    'http://plain.example/logo.png',
    'https://evil.example',
    'javascript:alert(1)',
    'wx0123456789abcdef',
    ['session', 'codes', 'ticket', 'everything'],
    ['openid', 'admin'],
    { 'zh-CN': 'A', en: '\u2066B' },
    { __proto__: { host: 'https://evil.example' } },
    { light: {}, dark: {} },
    [],
    null,
  ),
  fc.jsonValue(),
);

/** A right answer with one to three of its values replaced, at any depth. */
function corrupt(right: unknown): fc.Arbitrary<unknown> {
  const changes = fc.array(fc.tuple(fc.nat(200), hostile), { minLength: 1, maxLength: 3 });
  const added = fc.dictionary(
    fc.constantFrom('host', 'hosts', 'returns', 'scopes', 'phone', 'sealed', 'colours', 'logo'),
    hostile,
    { maxKeys: 2 },
  );
  return fc.tuple(changes, added).map(([all, more]) => {
    let body: unknown = structuredClone(right);
    for (const [at, value] of all) body = replaceAt(body, at, value);
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? { ...body, ...more }
      : body;
  });
}

function replaceAt(value: unknown, at: number, by: unknown): unknown {
  let left = at % Math.max(1, count(value));
  const visit = (node: unknown): unknown => {
    if (left === 0) {
      left -= 1;
      return by;
    }
    left -= 1;
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, visit(one)]));
  };
  return visit(value);
}

function count(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, one) => sum + count(one), 0);
}

const rightPublic = directoryAnswer(
  `${consoleHost}/api/v2/applications/${app}/public-config`,
  'ok',
  1,
).body;
const rightEntry = directoryAnswer(`${endpoint}/apps/${caller}`, 'ok', 1).body;

export const directoryAnswers = fc.record({
  isPublic: fc.boolean(),
  status: fc.constantFrom(200, 200, 200, 200, 404, 302, 500, Number.NaN),
  answers: fc.tuple(corrupt(rightPublic), corrupt(rightEntry)),
});

/** @throws where what is served is not the app's own, or is more than the program allows. */
export function examineDirectory(
  { isPublic, status, answers }: DirectoryInput,
  seen: (outcome: string) => void,
): void {
  const response: HttpResponse = { status, body: isPublic ? answers[0] : answers[1] };
  const answer = isPublic
    ? readPublicConfig(
        response,
        { caller, app, connection: 'harbor-wechat' },
        'en',
        provider,
        config,
      )
    : readEntryOf(response, caller, provider, config);
  if ('failure' in answer) {
    seen(answer.failure.code);
    return;
  }
  seen('served');
  const { brand } = answer;
  const body: { mobileAppId?: unknown } = Object(response.body);
  check(isPublic ? brand.app === app : body.mobileAppId === caller, 'another app is served');
  checkBounds(brand);
  checkTexts(brand);
}

const provider = ownBrand(hosted);

/** What the program decides, no answer changes or widens. */
function checkBounds({ genauth, returns, scopes, sealed, logo, agreements }: EffectiveBrand): void {
  check(genauth.host === provider.genauth.host, 'codes go to another host');
  check(
    returns.every((one) => provider.returns.includes(one)),
    'more is returned',
  );
  check(
    scopes.every((one) => provider.scopes.includes(one)),
    'more is asked for',
  );
  check(provider.sealed === 'optional' || sealed === 'required', 'results need no seal any more');
  check(logo === provider.logo, 'a logo of a host that is not declared');
  const items = agreements.from === 'brand' ? agreements.items : [];
  const isProviders = ({ id }: { readonly id: string }) => id.startsWith('provider-');
  check(items.filter(isProviders).length === 1, 'the agreement of the provider is missing');
  check(
    items.some((one) => !isProviders(one)),
    'nothing of the app is agreed to',
  );
}

/** Nothing that reads as another text than it is, and no markup. */
function checkTexts({ appName, operator, contact, colours }: EffectiveBrand): void {
  const shown = [appName, operator, contact ?? {}].flatMap((words) => Object.values(words));
  for (const text of shown) {
    check(typeof text === 'string' && text.length <= 100, 'a text is too long');
    check(!/[\p{Cc}\p{Cf}<>]/u.test(String(text)), `a text misleads: ${JSON.stringify(text)}`);
  }
  const style = colours?.style ?? '';
  check(/^(?:--[a-z-]+:#[0-9a-f]{6};?)*$/.test(style), `colours hold more than colours: ${style}`);
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

type DirectoryInput = typeof directoryAnswers extends fc.Arbitrary<infer T> ? T : never;
