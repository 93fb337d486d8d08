import { fail, ok, type RunService } from './service';

/** How long the switch takes after `ok`, ms: success says that WeChat was asked, not that the app is in front. */
const switching = 50;

/** Facts, section 1. String or object; the app gets the string, or the object's JSON text. */
export const navigateBackApplication: RunService = async ({ extraData }, services) => {
  const { misbehaviour, mayReturnToApp, clock, returnToApp } = services;
  const mode = misbehaviour().navigateBackApplication;
  if (mode === 'fail' || !mayReturnToApp()) return fail('navigateBackApplication:fail not from opensdk');
  if (mode === 'works') clock.after(switching, () => returnToApp(toExtMsg(extraData)));
  return ok();
};

/** `<button open-type="launchApp" app-parameter="...">`. https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/launchApp.html */
export const launchApp: RunService = async ({ parameter }, { misbehaviour, mayReturnToApp, clock, returnToApp }) => {
  if (misbehaviour().launchApp !== 'works' || !mayReturnToApp()) return fail('invalid scene');
  clock.after(switching, () => returnToApp(toExtMsg(parameter)));
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
