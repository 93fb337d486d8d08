import type { Agreement, EffectiveBrand } from '../brand';
import type { DirectoryConfig } from '../directory';
import type { HttpResponse } from '../event';
import { readAgreements } from '../genauth/agreements';
import { readEnvelope } from '../genauth/envelope';
import { own } from '../json';
import type { Lang } from '../lang';
import { type DirectoryAnswer, invalid, isTooLarge, mismatch, refuse, unavailable } from './answer';
import { readLogo } from './logo';
import { readLine, readWords } from './text';

/** Who asks, as WeChat and the launch say it. */
export interface Asker {
  readonly caller: string;
  readonly app: string;
  readonly connection: string;
}

/**
 * GenAuth's public configuration of the application that the launch names. It counts only where one
 * of its connections for apps names the app that WeChat names, and this program
 * (docs/genauth.md#the-public-configuration).
 */
export function readPublicConfig(
  response: HttpResponse,
  asker: Asker,
  lang: Lang,
  provider: EffectiveBrand,
  config: DirectoryConfig,
): DirectoryAnswer {
  if (isTooLarge(response)) return unavailable('is too large');
  const answer = readEnvelope(response);
  if ('failure' in answer) {
    const { code } = answer.failure;
    if (code === 'connection_missing' || code === 'user_not_found')
      return refuse('GenAuth knows no such application');
    return code === 'rate_limited' ? answer : unavailable('cannot be read', answer.failure);
  }
  const { data } = answer;
  if (own(data, 'id') !== asker.app) return invalid('is of another application');
  const connections = connectionsOf(data);
  const mine = connections.filter(({ mobileAppId }) => mobileAppId === asker.caller);
  if (mine.length === 0) return refuse('The application that the launch names is not this app’s');
  if (mine.every(({ program }) => program !== '' && program !== config.program)) return mismatch();
  const appName = readWords(own(data, 'name'), provider.languages, (text) => readLine(text, 60));
  if (appName === null) return invalid('has a name that cannot be shown');
  const brand: EffectiveBrand = {
    ...provider,
    appName,
    operator: appName,
    logo: readLogo(own(data, 'logo'), config) ?? provider.logo,
    contact: null,
    app: asker.app,
    connection: asker.connection,
    genauth: { ...provider.genauth, userPoolId: poolOf(data) },
    agreements: { from: 'brand', items: [] },
  };
  const read = readAgreements(data, lang, brand);
  if ('failure' in read) return { ...read, brand };
  return { brand: withAgreements(brand, provider, read.agreements), notes: [] };
}

/** The user pool that the application is of; null: it is not named, and there are no tickets of it. */
function poolOf(data: unknown): string | null {
  const pool = own(data, 'userPoolId');
  return typeof pool === 'string' && /^[0-9a-f]{24}$/.test(pool) ? pool : null;
}

/** The provider's own stand next to the tenant's. */
export function withAgreements(
  brand: EffectiveBrand,
  provider: EffectiveBrand,
  tenants: readonly Agreement[],
): EffectiveBrand {
  const { agreements } = provider;
  const own = agreements.from === 'brand' ? agreements.items : [];
  return { ...brand, agreements: { from: 'brand', items: [...tenants, ...own] } };
}

function connectionsOf(data: unknown) {
  const all: unknown = own(data, 'ecConnections');
  if (!Array.isArray(all)) return [];
  return all
    .filter((one: unknown) => own(one, 'type') === 'wechat:miniprogram:app-launch')
    .map((one: unknown) => {
      const fields = own(one, 'fields');
      const program = own(fields, 'appId');
      return {
        mobileAppId: own(fields, 'mobileAppID'),
        program: typeof program === 'string' ? program : '',
      };
    });
}
