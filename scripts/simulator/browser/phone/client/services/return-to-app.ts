import { fail, ok, type RunService } from './service';

/**
 * How long the switch takes after `ok`, ms: success says that WeChat was asked, not that the app is
 * in front.
 */
const switching = 50;

/**
 * String or object; the app gets the string, or the object's JSON text
 * (docs/wechat.md#extradata-is-a-string-on-the-way).
 */
export const navigateBackApplication: RunService = async (
  { extraData },
  { misbehaviour, waysBack, clock, returnToApp },
) => {
  const mode = misbehaviour().navigateBackApplication;
  const right = waysBack().navigateBackApplication;
  if (mode === 'fail' || right === 'refused')
    return fail('navigateBackApplication:fail not from opensdk');
  if (mode === 'never-answers') return await new Promise<never>(() => undefined);
  if (mode === 'works' && right === 'switches')
    clock.after(switching, () => returnToApp(toExtMsg(extraData), 'navigateBackApplication'));
  return ok();
};

/**
 * `<button open-type="launchApp" app-parameter="...">`. WeChat asks its servers whether the app may
 * be opened, so offline the check fails.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/launchApp.html
 */
export const launchApp: RunService = async (
  { parameter },
  { misbehaviour, network, waysBack, clock, returnToApp },
) => {
  const mode = misbehaviour().launchApp;
  if (mode === 'invalid scene' || !waysBack().launchApp) return fail('invalid scene');
  if (mode === 'check fail' || network.mode === 'offline') return fail('fail:check fail');
  if (mode === 'sdk launch fail') return fail('fail:sdk launch fail');
  if (mode === 'works') clock.after(switching, () => returnToApp(toExtMsg(parameter), 'launchApp'));
  return ok();
};

/** https://developers.weixin.qq.com/miniprogram/dev/api/navigate/wx.exitMiniProgram.html */
export const exitMiniProgram: RunService = async (_, { clock, leave, timeline }) => {
  timeline.record({ kind: 'phone', what: 'exit' });
  clock.after(switching, leave);
  return ok();
};

function toExtMsg(extraData: unknown): string {
  if (extraData === undefined || extraData === null) return '';
  return typeof extraData === 'string' ? extraData : JSON.stringify(extraData);
}
