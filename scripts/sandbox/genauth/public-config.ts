import type { App } from '../contract/tenant';
import { APP_ID_HEADERS } from './client';
import type { Tenant } from './tenant';

/**
 * What anyone may know about an application. The connection's `identifier` is not proven to be in
 * here, so it isn't. docs/genauth.md#the-connections-unique-id-is-not-in-the-public-configuration
 */
export function publicConfig(app: App, tenant: Tenant) {
  const { host } = new URL(tenant.origin);
  return {
    id: app.id,
    name: app.name,
    logo: app.logo,
    userPoolId: app.userPoolId,
    requestHostname: host,
    identifier: host.split('.')[0],
    oidcConfig: {
      grant_types: ['authorization_code', 'refresh_token'],
      id_token_signed_response_alg: 'RS256',
    },
    ecConnections: tenant.connectionsOf(app).map((connection) => ({
      id: connection.id,
      type: 'wechat:miniprogram:app-launch',
      displayName: connection.displayName,
      fields: {
        mobileAppID: connection.mobileAppID,
        originalID: connection.originalId,
        appId: connection.appid,
      },
    })),
    socialConnections: [],
    agreementEnabled: app.agreementEnabled,
    agreements: app.agreements,
    api: { headers: { keys: { appId: APP_ID_HEADERS[0] } } },
  };
}
