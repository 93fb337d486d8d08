import type { Brand } from '../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../miniprogram/login/directory';
import type { EnterOptions, HttpResponse } from '../../miniprogram/login/event';
import { directoryReader } from '../../miniprogram/login/hosted/reader';
import { createDirectory } from '../../miniprogram/login/hosted/table';
import type { Directory } from '../../miniprogram/login/steps/step';
import { textsOf } from '../brand/pack/texts';
import { numbersOfAVersion, publicConfiguration } from './agreements';
import { consoleHost, plain } from './brands';
import type { AnswerKind } from './moves';
import { refusesAll, withoutBrand } from './templates';

/* One program for two companies, and what a directory may say about their apps. */

const program = 'wxaaaaaaaaaaaaaaaa';
const endpoint = 'https://directory.example';

/** Whose application it is, by the AppID that WeChat names. */
const registry: Readonly<Record<string, { readonly app: string; readonly name: string }>> = {
  wxfedcba0987654321: { app: 'a'.repeat(24), name: 'Harbor' },
  wx0123456789abcdef: { app: 'd'.repeat(24), name: 'Pier' },
};

export const hosted: Brand = {
  ...plain,
  texts: textsOf({ languages: plain.languages, words: {}, directory: {} }),
  apps: [
    {
      mobileAppId: '',
      app: '',
      connection: '',
      returns: ['session', 'codes', 'ticket'],
      name: null,
    },
  ],
  agreements: {
    from: 'brand',
    items: [
      {
        id: 'provider-terms',
        version: '1',
        title: plain.appName,
        content: { url: 'https://harbor.example/provider' },
      },
    ],
  },
};

const config: DirectoryConfig = {
  ...{ program, consoleHost, endpoint, hosts: [], logoHosts: [] },
  ...{ unregistered: 'refuse', unregisteredWords: {} },
};

const readable = createDirectory(config, () => directoryReader);
const unreadable = createDirectory(config, () => null);

/** `isLoaded`: WeChat has loaded what reads the directory's answers. */
export function directoryOf(brand: Brand, isLoaded = true): Directory | undefined {
  if (brand === withoutBrand) return refusesAll;
  if (brand !== hosted) return undefined;
  return isLoaded ? readable : unreadable;
}

/** A launch of contract 1 has to name the application: the app knows its own. */
export function withApplication(options: EnterOptions): EnterOptions {
  const query: { v?: unknown; app?: unknown } = { ...Object(options.query) };
  if (query.v === undefined || query.app !== undefined) return options;
  const app = registry[options.caller ?? '']?.app ?? 'a'.repeat(24);
  return { ...options, query: { conn: 'harbor-wechat', ...query, app } };
}

/** What the launch may have, as the companies have registered it; null: nothing. */
export function registered({ caller, query }: EnterOptions) {
  const entry = registry[caller ?? ''];
  if (entry === undefined) return null;
  const { app: named, conn }: { app?: unknown; conn?: unknown } = { ...Object(query) };
  const isOwn = named === undefined || named === '' || named === entry.app;
  const connection = named === undefined ? 'harbor-wechat' : String(conn);
  return isOwn ? { app: entry.app, connection } : null;
}

/** `number` grows with time: a later try may meet another answer. Wrong ones are of another app. */
export function directoryAnswer(url: string, how: AnswerKind, number: number): HttpResponse {
  if (how === 'html') return { status: 200, body: '<html></html>' };
  if (how === 'http500') return { status: 500, body: 'oops' };
  const isPublic = url.startsWith(consoleHost);
  const key = /[^/]+(?=\/public-config$)|[^/]+$/.exec(url)?.[0] ?? '';
  const right = Object.entries(registry).find(([id, { app }]) => id === key || app === key);
  if (how === 'refused' || right === undefined)
    return isPublic ? { status: 200, body: { code: 404 } } : { status: 404, body: {} };
  const other = Object.entries(registry).find(([id, { app }]) => id !== key && app !== key);
  const [mobileAppId, { app, name }] = (how === 'malformed' && other) || right;
  const fields = { mobileAppID: mobileAppId, appId: how === 'expired' ? 'wx1' : program };
  if (isPublic) {
    const type = 'wechat:miniprogram:app-launch';
    const { userPoolId } = plain.genauth;
    const data = { id: key, name, userPoolId, ecConnections: [{ type, fields }] };
    return { status: 200, body: { code: 200, data: { ...data, ...publicConfiguration(number) } } };
  }
  const version = String(Math.floor(number / numbersOfAVersion));
  const agreements = [
    { id: 'rules', version, title: `Rules ${version}`, url: 'https://t.example/rules' },
  ];
  return {
    status: 200,
    body: {
      ...{ v: 1, mobileAppId, programId: fields.appId, app, connection: 'harbor-wechat' },
      ...{ name, agreements, userPoolId: plain.genauth.userPoolId },
    },
  };
}
