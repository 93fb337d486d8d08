import type { AppEntry, Brand } from '../../miniprogram/login/brand';
import { type LangWords, langs } from '../../miniprogram/login/lang';
import { textsOf } from '../brand/pack/texts';

const words = (text: string): LangWords => Object.fromEntries(langs.map((lang) => [lang, text]));
const [first = 'zh-CN', ...others] = langs;
const languages = [first, ...others] as const;

export const host = 'https://genauth.example';
export const consoleHost = 'https://console.example';
export const ticketEndpoint = 'https://tickets.example/mint';

const app: AppEntry = {
  mobileAppId: 'wxfedcba0987654321',
  app: 'a'.repeat(24),
  connection: 'harbor-wechat',
  returns: ['session', 'codes', 'ticket'],
  name: null,
};

/** A second app of the same company, with an application of its own. */
const other: AppEntry = {
  mobileAppId: 'wx0123456789abcdef',
  app: 'd'.repeat(24),
  connection: 'pier-wechat',
  returns: ['session'],
  name: words('Pier'),
};

export const plain: Brand = {
  appName: words('Harbor'),
  operator: words('Harbor Technology'),
  logo: '/brand/logo.png',
  contact: null,
  apps: [app, other],
  unknownCaller: 'refuse',
  scopes: ['openid', 'profile', 'phone', 'email'],
  sealed: 'optional',
  clipboard: true,
  genauth: {
    host,
    userPoolId: 'b'.repeat(24),
    headers: { appId: 'x-app', requestFrom: 'x-from', sdkVersion: 'x-version', lang: 'x-lang' },
    phonePayload: 'auto',
    ticketEndpoint,
  },
  phone: 'none',
  agreements: {
    from: 'brand',
    items: [
      {
        id: 'terms',
        version: '1',
        title: words('Terms'),
        content: { url: 'https://harbor.example/terms' },
      },
      {
        id: 'privacy',
        version: '2',
        title: words('Privacy'),
        content: { text: words('We keep nothing.') },
      },
    ],
  },
  businessDomains: ['harbor.example', 't.example'],
  extraData: 'string',
  languages,
  texts: textsOf({ languages, words: {} }),
};

const { genauth } = plain;

/** Its agreements are those of GenAuth's public configuration. */
export const fromGenauth: Brand = { ...plain, agreements: { from: 'genauth', consoleHost } };

/** Brands that differ in everything that the login looks at. */
export const brands: readonly Brand[] = [
  plain,
  { ...fromGenauth, phone: 'required' },
  { ...plain, extraData: 'object', phone: 'optional' },
  { ...plain, genauth: { ...genauth, phonePayload: 'encrypted' }, unknownCaller: app.mobileAppId },
  { ...plain, genauth: { ...genauth, phonePayload: 'code', ticketEndpoint: null } },
  {
    ...plain,
    apps: [{ ...app, returns: ['session'] }],
    languages: ['zh-CN', 'en'],
    sealed: 'required',
    clipboard: false,
  },
];
