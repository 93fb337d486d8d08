import type { HostApp } from '../../contract/phone';
import type { DeviceInfo } from '../../contract/process';
import { PROFILES } from '../../contract/profiles';

/**
 * What the phone page's address says: `/phone?person=&app=<JSON HostApp>&device=<JSON, some of
 * DeviceInfo>&motion=off`.
 */
export interface Settings {
  /** '': the cloud double's first. */
  readonly person: string;
  readonly app: HostApp;
  readonly device: DeviceInfo;
  /** Transitions; off for tests, and also for whoever asked the system for less motion. */
  readonly motion: boolean;
}

export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  return {
    person: query.get('person') ?? '',
    app: { appId: 'wxapp0000000000demo', name: 'App', ...readObject(query, 'app') },
    device: { ...PROFILES.ios.device, ...readObject(query, 'device') },
    motion: query.get('motion') !== 'off',
  };
}

/** Written by this package's own pages and tools. A broken one must be seen, so it throws. */
function readObject(query: URLSearchParams, name: string): object {
  const text = query.get(name);
  const value: unknown = text === null ? {} : JSON.parse(text);
  if (typeof value !== 'object' || value === null)
    throw new Error(`the phone page's "${name}" is not a JSON object: ${text}`);
  return value;
}
