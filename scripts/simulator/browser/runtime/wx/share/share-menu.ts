import type { ApiFamily } from '../call';

const done = () => ({ ok: true, result: {} }) as const;
const menus = { menus: 'Array?' } as const;

/**
 * What stands in WeChat's own menu, which the phone does not open.
 * https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.showShareMenu.html
 */
export const shareMenu: ApiFamily = ({ asynchronous }) => ({
  showShareMenu: asynchronous('showShareMenu', {
    params: { withShareTicket: 'Boolean?', ...menus },
    run: done,
  }),
  hideShareMenu: asynchronous('hideShareMenu', {
    params: { hideShareItems: 'Array?', ...menus },
    run: done,
  }),
  updateShareMenu: asynchronous('updateShareMenu', {
    params: {
      withShareTicket: 'Boolean?',
      isUpdatableMessage: 'Boolean?',
      activityId: 'String?',
      toDoActivityId: 'String?',
      templateInfo: 'Object?',
      isPrivateMessage: 'Boolean?',
    },
    run: done,
  }),
});
