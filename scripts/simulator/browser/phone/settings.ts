import type { HostApp } from '../../contract/phone';
import type { DeviceInfo } from '../../contract/process';

/** What the phone page's address says: `/phone?person=&app=<JSON HostApp>&device=<JSON, some of DeviceInfo>&motion=off`. */
export interface Settings {
  /** '': the cloud double's first. */
  readonly person: string;
  readonly app: HostApp;
  readonly device: DeviceInfo;
  /** Transitions; off for tests. */
  readonly motion: boolean;
}

/** An ordinary phone of today. */
const ordinaryPhone: DeviceInfo = {
  language: 'zh_CN',
  theme: 'light',
  fontSizeScaleFactor: 1,
  SDKVersion: '3.8.10',
  version: '8.0.60',
  platform: 'ios',
  model: 'iPhone 13<iPhone14,5>',
  system: 'iOS 17.5',
  screenWidth: 375,
  screenHeight: 812,
  statusBarHeight: 44,
  safeAreaBottom: 34,
  pixelRatio: 3,
  without: [],
};

export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  return {
    person: query.get('person') ?? '',
    app: { appId: 'wxapp0000000000demo', name: 'App', ...readObject(query, 'app') },
    device: { ...ordinaryPhone, ...readObject(query, 'device') },
    motion: query.get('motion') !== 'off',
  };
}

/** Written by this package's own pages and tools. A broken one must be seen, so it throws. */
function readObject(query: URLSearchParams, name: string): object {
  const text = query.get(name);
  const value: unknown = text === null ? {} : JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error(`the phone page's "${name}" is not a JSON object: ${text}`);
  return value;
}
