import type { Lang } from '../answer';

interface SignInWords {
  readonly title: (app: string) => string;
  readonly choose: string;
  readonly asks: string;
  readonly scopes: Readonly<Record<string, string>>;
  readonly noNumber: string;
  readonly cancel: string;
  readonly other: { readonly lang: string; readonly label: string };
  readonly sandbox: string;
  readonly refusedTitle: (name: string) => string;
  readonly errorTitle: string;
  readonly errorHint: string;
}

export const signInWords: Readonly<Record<Lang, SignInWords>> = {
  en: {
    title: (app) => `Sign in to ${app}`,
    choose: 'Choose who you are',
    asks: 'The app will see:',
    scopes: {
      openid: 'your account id',
      profile: 'your nickname',
      phone: 'your phone number',
      offline_access: 'access while you are away',
    },
    noNumber: 'no phone number',
    cancel: 'Cancel and go back',
    other: { lang: 'zh-CN', label: '中文' },
    sandbox: 'Sandbox: these people are made up, and no password is asked.',
    refusedTitle: (name) => `${name} can't sign in`,
    errorTitle: 'This sign-in request is not valid',
    errorHint: 'Nobody was signed in, and nothing was sent to the app.',
  },
  zh: {
    title: (app) => `登录 ${app}`,
    choose: '选择要登录的人',
    asks: '应用将获得：',
    scopes: {
      openid: '账号 ID',
      profile: '昵称',
      phone: '手机号',
      offline_access: '离线访问权限',
    },
    noNumber: '没有手机号',
    cancel: '取消并返回',
    other: { lang: 'en', label: 'English' },
    sandbox: '沙箱环境：以下人物均为虚构，无需密码。',
    refusedTitle: (name) => `${name} 无法登录`,
    errorTitle: '登录请求无效',
    errorHint: '没有人登录，也没有向应用发送任何内容。',
  },
};

/** The demo's people; others keep the note that they were given. */
export const notesInChinese: Readonly<Record<string, string>> = {
  new: '还没有账号',
  existing: '已有账号',
  'existing-no-number': '已有账号，未绑定手机号',
  'number-taken': '手机号已绑定其他账号',
  'no-phone': '微信未绑定手机号',
  abroad: '使用香港手机号',
  blocked: '账号已被停用',
  locked: '账号已被锁定',
  mfa: '需要二次验证',
  binding: '需要绑定已有账号',
  'bind-or-create': '需要绑定或创建账号',
  incomplete: '需要补全资料',
  'high-risk': '微信判定账号存在风险',
};
