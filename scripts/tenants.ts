import type { TenantOptions } from '@mini-login/sandbox';
import { type Brand, inLanguage } from '../miniprogram/login/brand';

/** The tenant that this brand is made for. */
export function tenantOf(
  { genauth, appName, apps: [app, ...others] }: Brand,
  appid: string,
): TenantOptions {
  const moreApps = new Map(
    others.filter((other) => other.app !== app.app).map((other) => [other.app, other]),
  );
  const moreConnections = new Map(
    others
      .filter((other) => other.connection !== app.connection)
      .map((other) => [other.connection, other]),
  );
  return {
    origin: genauth.host,
    ...(genauth.userPoolId === null ? {} : { userPoolId: genauth.userPoolId }),
    app: { id: app.app, name: inLanguage(app.name ?? appName, 'en') },
    connection: { identifier: app.connection, appid, mobileAppID: app.mobileAppId },
    more: {
      apps: [...moreApps.values()].map(({ app: id, name }) => ({
        id,
        name: inLanguage(name ?? appName, 'en'),
      })),
      connections: [...moreConnections.values()].map(
        ({ connection: identifier, mobileAppId: mobileAppID }, index) => {
          // The brand knows no id of GenAuth's for it; 24 hex, each another.
          return {
            id: `65f0c0111ec7104c0111${(0xec71 + index).toString(16)}`,
            identifier,
            appid,
            mobileAppID,
          };
        },
      ),
    },
    tickets:
      genauth.ticketEndpoint === null ? {} : { endpoint: new URL(genauth.ticketEndpoint).pathname },
  };
}

/** The app of the second company that a hosted program serves here. */
export const secondApp = 'wx6a7e0000000000b2';

/** Two companies at GenAuth that share one program. More can be added in the console. */
export function manyTenants({ genauth }: Brand, appid: string): TenantOptions {
  const pool = '6a7e0ba5eba11ba5eba11b02';
  const app = '6a7e0c0ffee65f0c0ffee602';
  return {
    origin: genauth.host,
    connection: { appid },
    more: {
      pools: [{ id: pool, secret: 'sandbox-second-pool-secret' }],
      apps: [{ id: app, userPoolId: pool, name: 'Lighthouse' }],
      connections: [
        {
          id: '6a7e0111ec7104c0111ec702',
          identifier: 'lighthouse-wechat',
          userPoolId: pool,
          appid,
          mobileAppID: secondApp,
          apps: [app],
        },
      ],
    },
  };
}
