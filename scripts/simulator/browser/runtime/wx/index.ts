import { compareVersions } from '../../../contract/apis';
import type { CreateWx } from '../process/wx-runtime';
import { ads } from './ad/ad';
import { base } from './base/base';
import { crypto } from './base/crypto';
import { debug } from './base/debug';
import { lifeCycle } from './base/life-cycle';
import { system } from './base/system';
import { update } from './base/update';
import { type ApiFamily, type ApiTools, apiTools } from './call';
import { canvas } from './canvas/canvas';
import { reports } from './data-analysis/reports';
import { clipboard } from './device/clipboard';
import { keyboard } from './device/keyboard';
import { networkStatus } from './device/network';
import { screen } from './device/screen';
import { vibrate } from './device/vibrate';
import { extConfig } from './ext/ext-config';
import { fileSystem } from './file/file-system';
import { location } from './location/location';
import { audio } from './media/audio';
import { media } from './media/image';
import { cloud, missingApi } from './missing';
import { navigate } from './navigate/navigate';
import { request } from './network/request';
import { socket } from './network/socket';
import { transfer } from './network/transfer';
import { accountInfo } from './open-api/account-info';
import { login } from './open-api/login';
import { privacy } from './open-api/privacy';
import { setting } from './open-api/setting';
import { userInfo } from './open-api/user-info';
import { route } from './route/route';
import { shareMenu } from './share/share-menu';
import { backgroundFetch } from './storage/background-fetch';
import { storage } from './storage/storage';
import { font } from './ui/font';
import { interaction } from './ui/interaction';
import { navigationBar } from './ui/navigation-bar';
import { pullDownRefresh } from './ui/pull-down-refresh';
import { tabBar } from './ui/tab-bar';
import { viewport } from './ui/viewport';
import { wxml } from './wxml/wxml';

/**
 * Folders and files as the documentation orders them:
 * https://developers.weixin.qq.com/miniprogram/dev/api/
 */
const families: readonly ApiFamily[] = [
  base,
  system,
  update,
  lifeCycle,
  debug,
  crypto,
  route,
  navigate,
  interaction,
  navigationBar,
  tabBar,
  viewport,
  pullDownRefresh,
  wxml,
  request,
  storage,
  login,
  accountInfo,
  privacy,
  setting,
  userInfo,
  location,
  fileSystem,
  media,
  audio,
  transfer,
  socket,
  canvas,
  font,
  backgroundFetch,
  ads,
  clipboard,
  keyboard,
  networkStatus,
  vibrate,
  screen,
  shareMenu,
  extConfig,
  reports,
];

/** Every name of `wx` that the simulator has. */
export function ownApis(tools: ApiTools): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...families.map((family) => family(tools)));
}

/**
 * The program's `wx`. A name that WeChat has and this table does not is a function that says loudly
 * where it belongs; a name that WeChat does not have is undefined, so that feature detection works;
 * so is what is newer than the phone's base library, and what `device.without` takes away.
 */
export const createWx: CreateWx = (runtime) => {
  const wx: Record<string, unknown> = {};
  const { apis } = runtime.host;
  const isWithout = (api: string) => {
    const { without, SDKVersion } = runtime.device();
    const since = apis[api]?.since;
    return (
      without.includes(`wx.${api}`) ||
      (since !== undefined && compareVersions(since, SDKVersion) > 0)
    );
  };
  const has = (api: string) => Object.hasOwn(wx, api) && !isWithout(api);
  const tools = apiTools(runtime, has);
  Object.assign(wx, ownApis(tools));
  wx.cloud = cloud(tools);

  for (const api of Object.keys(apis)) {
    if (Object.hasOwn(wx, api)) continue;
    wx[api] = missingApi(api, tools);
  }
  // A proxy and not a deleted property: the phone's settings may change while the program runs.
  return new Proxy(wx, {
    get: (target, name, receiver): unknown =>
      typeof name === 'string' && isWithout(name) ? undefined : Reflect.get(target, name, receiver),
    has: (target, name) =>
      !(typeof name === 'string' && isWithout(name)) && Reflect.has(target, name),
  });
};
