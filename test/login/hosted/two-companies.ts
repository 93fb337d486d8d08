import type { Brand } from '../../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../../miniprogram/login/directory';
import type { Effect } from '../../../miniprogram/login/effect';
import { directoryReader } from '../../../miniprogram/login/hosted/reader';
import { createDirectory } from '../../../miniprogram/login/hosted/table';
import { consoleHost } from '../../../scripts/prove/brands';
import { hosted } from '../../../scripts/prove/hosted';
import { type Driver, drive } from '../driver';

/** One program for two companies. What a directory answers is written as GenAuth's console does. */

export const [applicationA, applicationB] = ['a'.repeat(24), 'b'.repeat(24)];
const program = 'wxaaaaaaaaaaaaaaaa';
export const provider: Brand = {
  ...hosted,
  provider: { 'zh-CN': '登录平台' },
  businessDomains: [],
};
const config: DirectoryConfig = {
  ...{ program, consoleHost, endpoint: 'https://directory.example', hosts: [] },
  ...{ logoHosts: ['cdn.example'], unregistered: 'refuse', unregisteredWords: {} },
};

export const colours = {
  light: { background: '#ffffff', primary: '#0b6478', onPrimary: '#ffffff', link: '#0b6478' },
  dark: { background: '#111111', primary: '#6cc3d3', onPrimary: '#06232a', link: '#7fcbd9' },
};

export interface Changes {
  readonly brand?: Partial<Brand>;
  readonly config?: Partial<DirectoryConfig>;
  /** WeChat loads what reads answers; it does when left out. */
  readonly loads?: () => boolean;
}

export function start({ brand, config: change, loads = () => true }: Changes = {}): Driver {
  const reader = () => (loads() ? directoryReader : null);
  const directory = createDirectory({ ...config, ...change }, reader);
  return drive({ ...provider, ...brand }, directory);
}

export const query = (app: string) => ({ v: '1', app, conn: 'acme-wechat', state: 's'.repeat(22) });

export const publicConfig = (app: string, mobileAppID: string, change: object = {}) => ({
  code: 200,
  data: {
    id: app,
    name: `Tenant ${app[0]}`,
    logo: 'https://elsewhere.example/logo.png',
    requestHostname: 'evil.example',
    ecConnections: [
      { type: 'wechat:miniprogram:app-launch', fields: { mobileAppID, appId: program } },
    ],
    agreementEnabled: true,
    agreements: [
      {
        ...{ id: 1, lang: 'zh-CN', order: 1, availableAt: 2, required: true },
        title: `<a href="https://t.example/${app[0]}">Terms of ${app[0]}</a>`,
      },
    ],
    ...change,
  },
});

export const entry = (mobileAppId: string, change: object = {}) => ({
  ...{ v: 1, mobileAppId, app: applicationA, connection: 'acme-wechat', name: 'Acme' },
  agreements: [{ id: 'rules', version: '3', title: 'Rules', text: 'Be kind.' }],
  ...change,
});

export function answer(login: Driver, body: unknown, status = 200): void {
  const attempt = login.state.visit.attempt;
  login.send({ type: 'responded', attempt, purpose: 'directory', response: { status, body } });
}

export function requests(login: Driver): readonly Extract<Effect, { type: 'request' }>[] {
  return login.asked('request').filter((effect) => effect.type === 'request');
}

export const ended = (login: Driver) =>
  'failure' in login.state ? (login.state.failure?.code ?? null) : null;

/** Opened by the first company's app, which names its application, with readable agreements. */
export function opened(change: Changes = {}): Driver {
  const login = start({ ...change, brand: { businessDomains: ['t.example'], ...change.brand } });
  login.show({ query: query(applicationA) });
  return login;
}
