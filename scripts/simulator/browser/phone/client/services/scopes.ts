import { isScope, type ScopeName } from '../../../../contract/surroundings';
import { scopeWords } from '../../ui/scope-words';
import { requireScope } from '../permissions';
import { ok, type RunService, type Services } from './service';

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/authorize/wx.authorize.html */
export const authorize: RunService = async ({ scope }, services) =>
  (await requireOf('authorize', scope, services)) ?? ok();

/** Null when `api` may run. */
export const requireOf = (api: string, scope: unknown, services: Services) =>
  requireScope({
    ...{ api, scope, declared: services.program.app.raw.permission },
    ...{ permissions: services.permissions(), sheets: services.sheets },
  });

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/setting/wx.getSetting.html */
export const getSetting: RunService = async ({ withSubscriptions }, { permissions }) =>
  ok({
    authSetting: permissions().given,
    ...(withSubscriptions === true ? { subscriptionsSetting } : {}),
  });

/** Nobody has subscribed to anything: there is no such interface. */
const subscriptionsSetting = { mainSwitch: true, itemSettings: {} };

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/setting/wx.openSetting.html */
export const openSetting: RunService = async (params, services) => {
  const permissions = services.permissions();
  const scopes = Object.keys(permissions.given).filter((name): name is ScopeName => isScope(name));
  const words = scopeWords(services.device().language);
  const { chosen } = await services.nativePages.open({
    kind: 'setting',
    items: scopes.map((scope) => ({ id: scope, label: words[scope] })),
    chosen: scopes.flatMap((scope, index) => (permissions.given[scope] ? [index] : [])),
    most: scopes.length,
  });
  for (const [index, scope] of scopes.entries()) permissions.set(scope, chosen.includes(index));
  return await getSetting(params, services);
};
