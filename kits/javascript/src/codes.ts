/** What an app says to the person: in `words`, or in its own. */
export type Advice =
  | 'nothing'
  | 'sharePhone'
  | 'installWechat'
  | 'updateWechat'
  | 'checkConnection'
  | 'tryAgain'
  | 'tryLater'
  | 'anotherWay'
  | 'register'
  | 'support'
  | 'continueElsewhere';

/** Every way in which a login ends without a person, and what to show. A closed list. */
export const codes = {
  // This kit's own.
  cancelled: 'nothing',
  replaced: 'nothing',
  wechat_not_installed: 'installWechat',
  open_failed: 'anotherWay',
  server_unreachable: 'checkConnection',
  server_failed: 'tryLater',
  no_answer: 'tryAgain',
  answer_not_sent: 'checkConnection',

  // The mini program's (docs/host-app.md#when-it-did-not-work).
  user_cancelled: 'nothing',
  consent_refused: 'nothing',
  phone_denied: 'sharePhone',
  privacy_refused: 'sharePhone',
  phone_unavailable: 'anotherWay',
  phone_not_allowed: 'anotherWay',
  phone_quota: 'anotherWay',
  privacy_undeclared: 'anotherWay',
  launch_invalid: 'anotherWay',
  launch_expired: 'tryAgain',
  app_not_allowed: 'anotherWay',
  app_not_registered: 'anotherWay',
  program_mismatch: 'anotherWay',
  directory_invalid: 'tryLater',
  directory_unavailable: 'tryLater',
  ext_invalid: 'anotherWay',
  agreements_missing: 'tryLater',
  network: 'checkConnection',
  timeout: 'checkConnection',
  domain_not_allowed: 'anotherWay',
  seal_failed: 'tryAgain',
  code_expired: 'tryAgain',
  rate_limited: 'tryLater',
  user_not_found: 'register',
  registration_disabled: 'register',
  account_blocked: 'support',
  account_locked: 'support',
  needs_mfa: 'continueElsewhere',
  needs_binding: 'continueElsewhere',
  needs_completion: 'continueElsewhere',
  needs_password_reset: 'continueElsewhere',
  connection_missing: 'anotherWay',
  ticket_unavailable: 'anotherWay',
  server: 'tryLater',
  unsupported_client: 'updateWechat',
  wechat_failed: 'tryAgain',
  unknown: 'tryAgain',

  // Your server's (docs/host-app.md#what-your-app-refuses).
  not_pending: 'tryAgain',
  already_concluded: 'tryAgain',
  malformed: 'tryAgain',
  state_mismatch: 'tryAgain',
  unproven_delivery: 'tryAgain',
  too_late: 'tryAgain',
  denied: 'nothing',
  not_sealed: 'tryAgain',
  seal_broken: 'tryAgain',
  seal_mismatch: 'tryAgain',
  signature_invalid: 'tryAgain',
  not_an_id_token: 'tryAgain',
  issuer_mismatch: 'tryAgain',
  audience_mismatch: 'tryAgain',
  time_invalid: 'tryAgain',
  token_expired: 'tryAgain',
  token_not_yet_valid: 'tryAgain',
  token_too_old: 'tryAgain',
  sub_invalid: 'tryAgain',
  nonce_mismatch: 'tryAgain',
  access_token_missing: 'tryAgain',
  access_token_mismatch: 'tryAgain',
  exchange_failed: 'tryAgain',
  busy: 'tryAgain',
} as const satisfies Readonly<Record<string, Advice>>;
export type LoginCode = keyof typeof codes;

const known: ReadonlySet<string> = new Set(Object.keys(codes));

export function isLoginCode(code: string): code is LoginCode {
  return known.has(code);
}

type Words = Readonly<Record<Exclude<Advice, 'nothing'>, string>>;

/** Short sentences to show; take your own where you have better ones. */
export const words: Readonly<Record<'zh-CN' | 'en', Words>> = {
  'zh-CN': {
    sharePhone: '未授权手机号。可以重试，或使用其他方式登录。',
    installWechat: '未安装微信。请安装微信，或使用其他方式登录。',
    updateWechat: '当前微信无法登录，请更新微信或改用手机后重试。',
    checkConnection: '网络连接失败，请检查网络后重试。',
    tryAgain: '登录未完成，请重试。',
    tryLater: '服务暂时不可用，请稍后重试。',
    anotherWay: '微信登录暂不可用，请使用其他方式登录。',
    register: '该账号尚未注册，请先注册。',
    support: '账号无法登录，请联系客服。',
    continueElsewhere: '账号需要额外验证，请使用其他方式登录。',
  },
  en: {
    sharePhone: 'The phone number was not shared. Try again, or log in another way.',
    installWechat: 'WeChat is not installed. Install it, or log in another way.',
    updateWechat: 'This WeChat cannot log in. Update it, or use a phone, and try again.',
    checkConnection: 'No connection. Check your network and try again.',
    tryAgain: 'The login was not completed. Please try again.',
    tryLater: 'The service is not available now. Please try again later.',
    anotherWay: 'Login with WeChat is not available. Please log in another way.',
    register: 'There is no account yet. Please register first.',
    support: 'This account can not log in. Please contact support.',
    continueElsewhere: 'This account needs another step. Please log in another way.',
  },
};

/**
 * What to show for a code. Null: nothing, the person knows.
 *
 * @param lang Any language tag: Chinese, or else English.
 */
export function wordsFor(code: LoginCode, lang: string): string | null {
  // Not every app has types.
  const advice = isLoginCode(code) ? codes[code] : 'tryAgain';
  const language = /^zh\b/i.test(lang) ? 'zh-CN' : 'en';
  return advice === 'nothing' ? null : words[language][advice];
}
