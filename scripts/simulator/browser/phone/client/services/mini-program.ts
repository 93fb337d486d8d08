import { fail, ok, type RunService } from './service';

const versions = ['develop', 'trial', 'release'];

/**
 * Another mini program: WeChat asks, and this one is hidden. It is not run here.
 * https://developers.weixin.qq.com/miniprogram/dev/api/navigate/wx.navigateToMiniProgram.html
 */
export const navigateToMiniProgram: RunService = async (params, { sheets, leave }) => {
  const api = 'navigateToMiniProgram';
  const { appId, shortLink, envVersion = 'release' } = params;
  if (typeof shortLink !== 'string' && !(typeof appId === 'string' && /^wx\w{16}$/.test(appId)))
    return fail(`${api}:fail invalid appid`);
  if (!versions.includes(String(envVersion))) return fail(`${api}:fail invalid envVersion`);
  const said = await sheets.ask({ kind: 'mini-program', subject: String(appId ?? shortLink) });
  if (said !== 'allow') return fail(`${api}:fail cancel`);
  leave();
  return ok();
};
