import type { DeviceInfo, HostApp } from '@mini-login/simulator/contract';
import { deviceOf } from './setup/on-phone';
import type { Setup } from './setup/setup';

/** What the server writes into the page. */
export interface WorkbenchSettings {
  /** Path of the phone page. */
  readonly phone: string;
  readonly app: HostApp;
  /**
   * Where the servers' own controls are read and set; see `controls/servers.tsx`. Null: there are
   * none.
   */
  readonly controls: string | null;
  /** The page of the servers' own console. Null: they have none. */
  readonly console: string | null;
  /** Where the links for phones of the same network are read. Null: there are none. */
  readonly phones: string | null;
  /** The page of all screens. Null: there is none. */
  readonly gallery: string | null;
  /** The page that edits a brand. Left out: there is none. */
  readonly editor?: string;
  /** Where the kits' samples are read. Null: nowhere. */
  readonly code: string | null;
  /** Where the brand is read and chosen; see `controls/brand.tsx`. Null: it cannot be. */
  readonly brands: string | null;
}

/** Written by this repository's own server; a page without it is broken and says so. */
export function readSettings(text: string): WorkbenchSettings {
  return JSON.parse(text);
}

/** A phone as its holder would have set it: in the browser's language, light or dark as all else. */
export function usualSetup(languages: readonly string[], dark: boolean): Setup {
  return {
    brand: null,
    person: '',
    contract: 'session',
    phone: 'ios',
    language: languageOf(languages),
    theme: dark ? 'dark' : 'light',
    caller: 'own',
    sheetPolicy: 'ask',
    network: 'online',
    screen: null,
    fontSize: '1',
    library: null,
    faults: {},
    servers: {},
  };
}

/** The phone's page, with what it has to know before it draws anything. */
export function phoneAddress({ phone, app }: WorkbenchSettings, setup: Setup): string {
  const query = {
    person: setup.person,
    app: JSON.stringify(app),
    device: JSON.stringify(deviceOf(setup)),
  };
  return `${phone}?${new URLSearchParams(query)}`;
}

const languagesByTag: readonly (readonly [tag: RegExp, language: DeviceInfo['language']])[] = [
  [/^zh-HK/i, 'zh_HK'],
  [/^zh-(TW|MO|Hant)/i, 'zh_TW'],
  [/^zh/i, 'zh_CN'],
  [/^ja/i, 'ja'],
  [/^en/i, 'en'],
];

function languageOf(languages: readonly string[]): DeviceInfo['language'] {
  for (const language of languages) {
    const found = languagesByTag.find(([tag]) => tag.test(language));
    if (found !== undefined) return found[1];
  }
  return 'en';
}
