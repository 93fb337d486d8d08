import { fail, ok, type Service } from './service';

/** WeChat says so in a toast of its own. https://developers.weixin.qq.com/miniprogram/dev/api/device/clipboard/wx.setClipboardData.html */
export const setClipboardData: Service = async ({ data }, { clipboard, dialogs, privacy }) => {
  const refusal = await privacy.require('setClipboardData');
  if (refusal) return refusal;
  if (typeof data !== 'string') return fail('setClipboardData:fail');
  clipboard.text = data;
  void dialogs.show({ kind: 'toast', params: { icon: 'success', native: 'copied' } });
  return ok({ data });
};

export const getClipboardData: Service = async (_, { clipboard, privacy }) =>
  (await privacy.require('getClipboardData')) ?? ok({ data: clipboard.text });
