import type { Misbehaviour } from '@mini-login/simulator/contract';

interface Words {
  readonly labels: Readonly<Record<keyof Misbehaviour, string>>;
  /** By choice; one that is not here is a term of WeChat's own. */
  readonly choices: Readonly<Record<string, string>>;
}

export const misbehaviourWords: Readonly<Record<'en' | 'zh-CN', Words>> = {
  en: {
    labels: {
      navigateBackApplication: 'navigateBackApplication',
      launchApp: 'launchApp',
      surfaces: 'WeChat’s own sheets',
      query: 'Launch query',
      phoneCode: 'Phone code',
      wording: 'Network errors',
      errno: 'errno of errors',
      domains: 'Request domains',
      privacyRefusal: 'A refused contract says',
      phoneDeny: 'A refused number says',
    },
    choices: {
      works: 'works',
      'ok-but-stays': 'says ok, stays',
      fail: 'fails',
      missing: 'is missing',
      cancelled: 'cancelled by the person',
      over: 'lie over the program',
      'answer-first': 'hide it; answer, then show',
      'show-first': 'hide it; show, then answer',
      'as-sent': 'as the app sent it',
      noisy: 'with keys of others',
      given: 'given',
      'in-english': 'in English',
      localized: 'as iOS translates them',
      declared: 'declared',
      forgotten: 'forgotten: 600002',
    },
  },
  'zh-CN': {
    labels: {
      navigateBackApplication: 'navigateBackApplication',
      launchApp: 'launchApp',
      surfaces: '微信自己的面板',
      query: '启动参数',
      phoneCode: '手机号 code',
      wording: '网络错误',
      errno: '错误的 errno',
      domains: 'request 合法域名',
      privacyRefusal: '拒绝隐私授权时的错误',
      phoneDeny: '拒绝手机号时的说法',
    },
    choices: {
      works: '正常',
      'ok-but-stays': '返回 ok 却不切换',
      fail: '失败',
      missing: '没有',
      cancelled: '用户点了取消',
      over: '盖在小程序上面',
      'answer-first': '隐藏小程序；先回调再显示',
      'show-first': '隐藏小程序；先显示再回调',
      'as-sent': '与 App 发送的一致',
      noisy: '混入别人的参数',
      given: '给出',
      'in-english': '英文',
      localized: 'iOS 的本地化说法',
      declared: '已配置',
      forgotten: '没有配置：600002',
    },
  },
};
