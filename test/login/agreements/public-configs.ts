import type { Brand } from '../../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../../miniprogram/login/directory';
import { consoleHost } from '../../../scripts/prove/brands';
import { hosted } from '../../../scripts/prove/hosted';
import { appA } from '../driver';

/* GenAuth's public configuration, as a hosted program reads it. */

export const application = 'a'.repeat(24);
export const program = 'wxaaaaaaaaaaaaaaaa';
export const brand: Brand = {
  ...hosted,
  contact: { 'zh-CN': '平台客服' },
  businessDomains: ['t.example'],
};
export const config: DirectoryConfig = {
  ...{ program, consoleHost, endpoint: 'https://directory.example', logoHosts: ['cdn.example'] },
  ...{ hosts: [], unregistered: 'refuse', unregisteredWords: {} },
};

export const connection = (
  mobileAppID: unknown,
  appId?: unknown,
  type = 'wechat:miniprogram:app-launch',
) => ({
  type,
  fields: { mobileAppID, appId },
});
export const userPoolId = 'd'.repeat(24);
export const answer = {
  ...{ id: application, userPoolId },
  name: 'Acme',
  ecConnections: [connection(appA, program)],
  agreementEnabled: true,
  agreements: [{ id: 1, title: '<a href="https://t.example/1">Terms</a>', lang: 'zh-CN' }],
};
