import { fail, ok, type RunService } from './service';

/**
 * WeChat says so in a toast of its own.
 * https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.setClipboardData.html
 */
export const setClipboardData: RunService = async ({ data }, { clipboard, dialogs }) => {
  if (typeof data !== 'string') return fail('setClipboardData:fail');
  clipboard.text = data;
  void dialogs.show({ kind: 'toast', params: { icon: 'success', native: 'copied' } });
  return ok({ data });
};

export const getClipboardData: RunService = async (_, { clipboard }) =>
  ok({ data: clipboard.text });
