import { unfinished } from '../brand/pack/placeholders';
import type { Check, Finding } from './finding';

/**
 * Which apps may open the program and what they get: right by its form, and careless all the same.
 */
export const careless: Check = ({ brand: { name, pack } }) => {
  const where = (field: string) => `brands/${name}/brand.json: ${field}`;
  const found: Finding[] = [];
  if (pack.sample === true) {
    found.push({
      level: 'warning',
      what: 'this is a sample brand',
      where: where('sample'),
      why: 'Its AppID and its GenAuth application are made up: WeChat and GenAuth know neither.',
      how: 'npm run brand -- new <name>',
    });
  }
  if (pack.unknownCaller !== 'refuse') {
    found.push({
      level: 'warning',
      what: `a caller without an AppID counts as ${pack.unknownCaller}`,
      where: where('unknownCaller'),
      why: 'Any app whose AppID WeChat does not tell gets what that app may get.',
      how: '"refuse", unless old versions of WeChat have to work.',
    });
  }
  for (const [index, app] of pack.apps.entries()) {
    const bare = app.returns.filter((contract) => contract !== 'session');
    if (bare.length > 0) {
      found.push({
        level: 'warning',
        what: `${app.mobileAppId} may get ${bare.join(' and ')}`,
        where: where(`apps.${index}.returns`),
        why: 'These go back as they are, without a state that must be right: see docs/security.md.',
        how: '["session"], where the app can.',
      });
    }
  }
  if (pack.sealed === 'optional' && pack.apps.some(({ returns }) => returns.includes('session'))) {
    found.push({
      level: 'warning',
      what: 'a session may go back in the clear',
      where: where('sealed'),
      why: 'On Android another app can read what comes back: see docs/security.md.',
      how: '"required", and the apps send a key.',
    });
  }
  return found;
};

/** What the brand was made with, and nobody has filled in. */
export const notFilledIn: Check = ({ brand }) =>
  unfinished(brand).map((field) => ({
    level: 'warning',
    what: 'a stand-in from when the brand was made',
    where: `brands/${brand.name}: ${field}`,
    why: 'It is good for the sandbox alone: no real login works with it, and people would see it.',
    how: 'Put the real thing in its place.',
  }));

/** What has to be declared with WeChat, ready to be pasted. */
export const domains: Check = ({ brand: { name, pack } }) => {
  const { genauth, agreements, businessDomains } = pack;
  const origins = [
    genauth.host,
    ...(genauth.ticketEndpoint === null ? [] : [new URL(genauth.ticketEndpoint).origin]),
    ...(agreements.from === 'genauth' ? [agreements.consoleHost] : []),
  ];
  const notSecure: Finding[] = origins
    .filter((origin) => !origin.startsWith('https://'))
    .map((origin) => ({
      level: 'error',
      what: `${origin} is not https`,
      where: `brands/${name}/brand.json`,
      why: 'WeChat refuses requests in the clear.',
      how: 'Give the server a certificate.',
    }));
  const request: Finding = {
    level: 'todo',
    what: `declare as request domains (request 合法域名): ${[...new Set(origins)].join(' ')}`,
    where: `brands/${name}/brand.json: genauth`,
    why: 'WeChat refuses a request to any other (errno 600002).',
    how: 'mp.weixin.qq.com → 管理 → 开发管理 → 服务器域名',
  };
  if (businessDomains.length === 0) return [...notSecure, request];
  const business: Finding = {
    level: 'todo',
    what: `declare as business domains (业务域名): ${businessDomains.join(' ')}`,
    where: `brands/${name}/brand.json: businessDomains`,
    why: 'WeChat opens no page of any other; a personal account has no business domains at all.',
    how: 'mp.weixin.qq.com → 管理 → 开发管理 → 业务域名',
  };
  return [...notSecure, request, business];
};

/** MIT asks for its notice in every copy; a mini program has no file that a person could read. */
export const licences: Check = () => [
  {
    level: 'todo',
    what: 'name @vant/weapp, @noble/curves, @noble/ciphers and @noble/hashes (MIT) where your app names its licences',
    where: 'the package',
    why: "The official compiler takes comments out, and with them the licences' notices.",
    how: 'A line in the app, or on the web page of an agreement.',
  },
];
