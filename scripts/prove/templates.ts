import type { Brand } from '../../miniprogram/login/brand';
import { readTemplate } from '../../miniprogram/login/hosted/ext';
import { textsOf } from '../brand/pack/texts';
import { brands, plain } from './brands';

/* A template of the third-party platform, which is nobody until its ext.json says whose it is. */

/** Other than the company in everything that is shown, asked and agreed to. */
const template: Brand = {
  ...plain,
  appName: { 'zh-CN': 'Template', en: 'Template' },
  operator: { 'zh-CN': 'Provider', en: 'Provider' },
  apps: [
    {
      mobileAppId: 'wx8888888888888888',
      app: 'e'.repeat(24),
      connection: 'template-wechat',
      returns: ['session', 'codes', 'ticket'],
      name: null,
    },
  ],
  genauth: { ...plain.genauth, host: 'https://template.example', userPoolId: null },
  agreements: {
    from: 'brand',
    items: [
      {
        id: 'template-terms',
        version: '1',
        title: { 'zh-CN': 'Template terms' },
        content: { url: 'https://template.example/terms' },
      },
    ],
  },
  businessDomains: ['template.example'],
  texts: textsOf({ languages: plain.languages, words: {}, template: {} }),
};

const config = { logoHosts: ['static.example'] } as const;

/** The same company as ext.json, as a platform commits it: JSON, and nothing but what v 1 knows. */
function extOf(brand: Brand): unknown {
  const {
    agreements,
    texts: _,
    logo: __,
    colours: ___,
    reader: ____,
    provider: _____,
    ...rest
  } = brand;
  const items =
    agreements.from === 'brand'
      ? agreements.items.map((item) => ('content' in item ? { ...item, ...item.content } : item))
      : [];
  return JSON.parse(
    JSON.stringify({
      ...rest,
      v: 1,
      apps: brand.apps.map(({ own: _, ...app }) => app),
      agreements: agreements.from === 'brand' ? { from: 'brand', items } : agreements,
    }),
  );
}

function committed(brand: Brand): Brand {
  const { directory, notes, brand: read } = readTemplate(extOf(brand), template, config);
  if (directory !== undefined || notes.length > 0)
    throw new Error(`a company's ext.json is refused: ${notes.join(', ')}`);
  return read;
}

/** Companies whose whole brand came at run time. */
export const fromExt: readonly Brand[] = [committed(plain), ...brands.slice(-1).map(committed)];

/** A template that was committed without a company: it looks like one and serves nobody. */
const refusal = readTemplate({ v: 1, appName: { en: 'Nobody' } }, template, config);
export const withoutBrand: Brand = refusal.brand;
export const refusesAll = refusal.directory;
