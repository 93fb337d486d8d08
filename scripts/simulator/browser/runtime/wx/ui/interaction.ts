import type { ApiFamily, AsyncSpec, Params } from '../call';
import { isParams } from '../call';

const toastParams = {
  title: 'String',
  icon: 'String?',
  image: 'String?',
  duration: 'Number?',
  mask: 'Boolean?',
} as const;
const modalParams = {
  title: 'String?',
  content: 'String?',
  showCancel: 'Boolean?',
  cancelText: 'String?',
  cancelColor: 'String?',
  confirmText: 'String?',
  confirmColor: 'String?',
  editable: 'Boolean?',
  placeholderText: 'String?',
} as const;
/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showModal.html: longer
 * button texts are refused.
 */
const longestButtonText = 4;

/** Drawn by WeChat over the program: the phone does. */
export const interaction: ApiFamily = ({ runtime: { host }, asynchronous }) => {
  const show = (kind: 'toast' | 'loading', params: Params) => {
    void host.dialog({ kind, params });
    return { ok: true, result: {} } as const;
  };
  const hide: AsyncSpec = {
    params: { noConflict: 'Boolean?' },
    run: () => {
      void host.dialog(null);
      return { ok: true, result: {} };
    },
  };
  return {
    /** https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showToast.html */
    showToast: asynchronous('showToast', {
      params: toastParams,
      run: (params) => show('toast', params),
    }),
    hideToast: asynchronous('hideToast', hide),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showLoading.html */
    showLoading: asynchronous('showLoading', {
      params: { title: 'String', mask: 'Boolean?' },
      run: (params) => show('loading', params),
    }),
    hideLoading: asynchronous('hideLoading', hide),

    showModal: asynchronous('showModal', {
      params: modalParams,
      run: async (params) => {
        for (const name of ['cancelText', 'confirmText'] as const) {
          const text = params[name];
          if (typeof text === 'string' && [...text].length > longestButtonText) {
            return {
              ok: false,
              errMsg: `showModal:fail ${name} length should not larger than ${longestButtonText} Chinese characters`,
            };
          }
        }
        const { answer, content } = answerOf(await host.dialog({ kind: 'modal', params }));
        const confirm = answer === 'confirm';
        return {
          ok: true,
          result: {
            confirm,
            cancel: !confirm,
            content: confirm && params.editable ? content : null,
          },
        };
      },
    }),

    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showActionSheet.html
     */
    showActionSheet: asynchronous('showActionSheet', {
      params: { itemList: 'Array', itemColor: 'String?', alertText: 'String?' },
      run: async (params) => {
        const items = params.itemList;
        if (!Array.isArray(items) || items.length === 0 || items.length > 6) {
          return {
            ok: false,
            errMsg: 'showActionSheet:fail parameter error: itemList should have 1 to 6 items',
          };
        }
        const { answer } = answerOf(await host.dialog({ kind: 'actionSheet', params }));
        if (answer === 'cancel') return { ok: false, errMsg: 'showActionSheet:fail cancel' };
        return { ok: true, result: { tapIndex: Number(answer) } };
      },
    }),
  };
};

function answerOf(answer: unknown): { answer: string; content: string } {
  if (!isParams(answer)) return { answer: 'cancel', content: '' };
  return { answer: String(answer.answer ?? 'cancel'), content: String(answer.content ?? '') };
}
