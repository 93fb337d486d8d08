/** A mini program as it is registered with WeChat. */
export interface MiniProgram {
  /** `wx` and 16 hex. */
  readonly appid: string;
  readonly secret: string;
  /** Whether WeChat gives it phone numbers: out of paid quota, or not verified. May change while the sandbox runs. */
  phoneService: 'ok' | 'no-quota' | 'not-permitted';
  readonly privacy: PrivacyContract;
}

export interface PrivacyContract {
  /** With its guillemets, as `wx.getPrivacySetting` gives it. */
  readonly privacyContractName: string;
  /** The text that `wx.openPrivacyContract` shows. */
  readonly text: string;
  /** What the program said it collects; an API outside of it fails with errno 112. */
  readonly declared: readonly 'phoneNumber'[];
}

export function miniProgram(registration: Pick<MiniProgram, 'appid' | 'secret'> & Partial<MiniProgram>): MiniProgram {
  return {
    phoneService: 'ok',
    privacy: {
      privacyContractName: '《小程序隐私保护指引》',
      text: '为了帮你登录 App，本小程序会在你同意后收集你的手机号，仅用于识别你的账号。',
      declared: ['phoneNumber'],
    },
    ...registration,
  };
}
