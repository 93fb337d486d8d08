import { errors, ok, refused, v2 } from './answer';
import { APP_ID_HEADERS } from './request';
import type { Tenant } from './tenant';

/** What anyone may know about an application. The connection's `identifier` is not proven to be in here, so it isn't. Facts on GenAuth, 4. */
export function publicConfig(appId: string, tenant: Tenant) {
  if (appId !== tenant.app.id) return v2(refused(errors.noSuchApp));
  const { app, connection, origin, behaviour } = tenant;
  return v2(
    ok({
      id: app.id,
      name: app.name,
      logo: app.logo,
      userPoolId: tenant.userPoolId,
      requestHostname: new URL(origin).host,
      identifier: new URL(origin).host.split('.')[0],
      oidcConfig: { grant_types: ['authorization_code', 'refresh_token'], id_token_signed_response_alg: 'RS256' },
      ecConnections: [
        {
          id: connection.id,
          type: 'wechat:miniprogram:app-launch',
          displayName: connection.displayName,
          fields: { mobileAppID: connection.mobileAppID, originalID: connection.originalId, appId: connection.appid },
        },
      ],
      socialConnections: [],
      agreementEnabled: behaviour.agreementEnabled,
      agreements: tenant.agreements,
      api: { headers: { keys: { appId: APP_ID_HEADERS[0] } } },
    }),
  );
}
