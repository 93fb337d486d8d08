import type { Brand } from '../../miniprogram/login/brand';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text, ja: text });

export const host = 'https://genauth.example';
export const consoleHost = 'https://console.example';
export const ticketEndpoint = 'https://tickets.example/mint';

export const plain: Brand = {
  appName: words('Harbor'),
  operator: words('Harbor Technology'),
  logo: '/brand/logo.png',
  contact: null,
  genauth: {
    host,
    app: { id: 'a'.repeat(24), locked: false },
    connection: { identifier: 'harbor-wechat', locked: false },
    userPoolId: 'b'.repeat(24),
    headers: { appId: 'x-app', requestFrom: 'x-from', sdkVersion: 'x-version', lang: 'x-lang' },
    phonePayload: 'auto',
    ticketEndpoint,
  },
  allowedReturns: ['session', 'codes', 'ticket'],
  phone: 'none',
  agreements: {
    from: 'brand',
    items: [
      { id: 'terms', version: '1', title: words('Terms'), content: { url: 'https://harbor.example/terms' } },
      { id: 'privacy', version: '2', title: words('Privacy'), content: { text: words('...') } },
    ],
  },
  extraData: 'string',
};

const { genauth } = plain;

/** Brands that differ in everything that the log-in looks at. */
export const brands: readonly Brand[] = [
  plain,
  { ...plain, agreements: { from: 'genauth', consoleHost }, phone: 'required' },
  { ...plain, extraData: 'object', phone: 'optional' },
  { ...plain, genauth: { ...genauth, phonePayload: 'encrypted' } },
  { ...plain, genauth: { ...genauth, phonePayload: 'code', app: { ...genauth.app, locked: true }, ticketEndpoint: null } },
  { ...plain, allowedReturns: ['session'], genauth: { ...genauth, connection: { ...genauth.connection, locked: true } } },
];
