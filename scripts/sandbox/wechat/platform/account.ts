import { platformErrors } from '../../contract/platform-errors';
import { type WechatError, wechatErrors } from '../../contract/wechat-errors';
import type { ThirdPartyPlatform } from './platform';
import { DOMAIN_KINDS, type Domains, newTenant, type PrivacySetting } from './state';

const CHANGES_A_MONTH = 50;
const MOST_DOMAINS = 200;
const MONTH_MS = 30 * 24 * 3600_000;

type Wanted = { readonly [kind in keyof Domains]?: readonly string[] | undefined };

/** https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/domain-management/api_modifyserverdomain */
export function modifyDomains(
  platform: ThirdPartyPlatform,
  appid: string,
  action: string,
  wanted: Wanted,
): object {
  const { domains, ownDomains, domainChanges } = platform.tenant(appid) ?? newTenant;
  const requestdomain = [...new Set([...ownDomains, ...domains.requestdomain])];
  if (action === 'get') return { errcode: 0, errmsg: 'ok', ...domains, requestdomain };
  if (action !== 'add' && action !== 'delete' && action !== 'set') return platformErrors.badAction;
  const named = DOMAIN_KINDS.flatMap((kind) => wanted[kind] ?? []);
  const isForeign = foreignTo(platform.settings.serverDomains);
  const wrong = namedError(named, isForeign);
  if (wrong) return wrong;
  const changed: Domains = eachKind((kind) =>
    apply(
      action,
      domains[kind],
      wanted[kind]?.filter((one) => !isForeign(one)) ?? (action === 'set' ? domains[kind] : []),
    ),
  );
  if (DOMAIN_KINDS.some((kind) => changed[kind].length > MOST_DOMAINS))
    return platformErrors.manyDomains;
  if (action === 'add' && JSON.stringify(changed) === JSON.stringify(domains))
    return platformErrors.noNewDomain;
  const now = platform.clock.now();
  const lately = domainChanges.filter((at) => now - at < MONTH_MS);
  if (lately.length >= CHANGES_A_MONTH) return wechatErrors.dailyLimit;
  platform.change(appid, { domains: changed, domainChanges: [...lately, now] });
  // What is right is taken, and the rest is named next to it.
  const invalid = DOMAIN_KINDS.map(
    (kind) => [kind, wanted[kind]?.filter(isForeign) ?? []] as const,
  );
  return {
    ...{ errcode: 0, errmsg: 'ok', ...changed },
    ...Object.fromEntries(
      invalid.flatMap(([kind, names]) => (names.length > 0 ? [[`invalid_${kind}`, names]] : [])),
    ),
  };
}

function eachKind(domainsOf: (kind: keyof Domains) => readonly string[]): Domains {
  return {
    requestdomain: domainsOf('requestdomain'),
    wsrequestdomain: domainsOf('wsrequestdomain'),
    uploaddomain: domainsOf('uploaddomain'),
    downloaddomain: domainsOf('downloaddomain'),
    udpdomain: domainsOf('udpdomain'),
    tcpdomain: domainsOf('tcpdomain'),
  };
}

/** Whether the platform has not registered it. */
function foreignTo(registered: readonly string[]): (domain: string) => boolean {
  const hostOf = (domain: string) => domain.replace(/^\w+:\/\//, '').replace(/:\d+$/, '');
  return (domain) => !registered.includes(hostOf(domain));
}

/** Each has a protocol, and a name in place of an address; one at least is the platform's. */
function namedError(
  named: readonly string[],
  isForeign: (domain: string) => boolean,
): WechatError | null {
  if (named.length === 0) return platformErrors.noNewDomain;
  const isRight = (domain: string) =>
    /^(https|wss|udp|tcp):\/\/(?![\d.]+(:|$))[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/.test(domain) &&
    !/^https:\/\/api\.weixin\.qq\.com/.test(domain);
  if (!named.every(isRight)) return platformErrors.badDomain;
  return named.every(isForeign) ? platformErrors.foreignDomain : null;
}

function apply(
  action: 'add' | 'delete' | 'set',
  before: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  if (action === 'set') return [...new Set(wanted)];
  return action === 'add'
    ? [...new Set([...before, ...wanted])]
    : before.filter((domain) => !wanted.includes(domain));
}

const CONTACTS = ['contact_email', 'contact_phone', 'contact_qq', 'contact_weixin'];

export interface NewPrivacy {
  /** 1: of the live version, 2: of the one under development. */
  readonly privacy_ver: 1 | 2;
  readonly owner_setting: Readonly<Record<string, string>>;
  readonly setting_list?: PrivacySetting['setting_list'] | undefined;
  readonly sdk_privacy_info_list: readonly unknown[];
}

/** https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/privacy_config/set_privacy_setting.html */
export function setPrivacy(
  platform: ThirdPartyPlatform,
  appid: string,
  { privacy_ver, owner_setting, setting_list, sdk_privacy_info_list }: NewPrivacy,
): WechatError | null {
  const { privacy } = platform.tenant(appid) ?? newTenant;
  const isWhole =
    Boolean(owner_setting.notice_method) && CONTACTS.some((key) => owner_setting[key]);
  if (!isWhole) return platformErrors.ownerSetting;
  const update_time = Math.floor(platform.clock.now() / 1000);
  if (privacy_ver === 1) {
    if (!privacy.live) return platformErrors.noLivePrivacy;
    if (setting_list !== undefined) return platformErrors.invalidArgs;
    const live = { ...privacy.live, owner_setting, update_time };
    platform.change(appid, { privacy: { ...privacy, live } });
    return null;
  }
  if (setting_list === undefined) return platformErrors.invalidArgs;
  const draft = { owner_setting, setting_list, sdk_privacy_info_list, update_time };
  platform.change(appid, { privacy: { ...privacy, draft } });
  return null;
}

export function getPrivacy(platform: ThirdPartyPlatform, appid: string, version: 1 | 2): object {
  const { privacy, trial } = platform.tenant(appid) ?? newTenant;
  const found = version === 1 ? privacy.live : privacy.draft;
  return {
    errcode: 0,
    errmsg: 'ok',
    code_exist: trial ? 1 : 0,
    // What the login's code asks for.
    privacy_list: trial ? ['PhoneNumber'] : [],
    ...(found ?? {
      ...{ owner_setting: {}, setting_list: [], sdk_privacy_info_list: [], update_time: 0 },
    }),
  };
}
