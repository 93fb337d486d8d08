import type { ServiceAnswer } from '../../../../contract/process';
import type { ApiFamily, Params } from '../call';

/** What WeChat gives of a person to every program since 2022: nothing about them. */
const nobody = {
  nickName: '微信用户',
  gender: 0,
  language: '',
  city: '',
  province: '',
  country: '',
  avatarUrl:
    'https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4BWmiaIGuG1icwxaQX6grC9VemZoJ8rg/132',
} as const;

const languages = ['en', 'zh_CN', 'zh_TW'];
/** Characters. */
const longestReason = 30;

/** Of a test's own choice by `mockWxMethod`; sealed data for a server is not made. */
export const userInfo: ApiFamily = ({ asynchronous }) => {
  const answer = (api: string, { lang }: Params): ServiceAnswer =>
    lang === undefined || languages.includes(String(lang))
      ? { ok: true, result: { userInfo: nobody, rawData: JSON.stringify(nobody) } }
      : { ok: false, errMsg: `${api}:fail invalid lang` };
  return {
    /** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/user-info/wx.getUserInfo.html */
    getUserInfo: asynchronous('getUserInfo', {
      params: { lang: 'String?', withCredentials: 'Boolean?' },
      run: (params) => answer('getUserInfo', params),
    }),
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/user-info/wx.getUserProfile.html
     */
    getUserProfile: asynchronous('getUserProfile', {
      params: { desc: 'String', lang: 'String?' },
      tapOnly: true,
      run: (params) => {
        const { length } = [...String(params.desc)];
        return length === 0 || length > longestReason
          ? {
              ok: false,
              errMsg: 'getUserProfile:fail desc length does not meet the requirements',
            }
          : answer('getUserProfile', params);
      },
    }),
  };
};
