/** A mini program as it is registered with WeChat. */
export interface MiniProgram {
  /** `wx` and 16 hex. */
  readonly appid: string;
  secret: string;
  /** `gh_` and 12 hex: the `userName` that an app launches. */
  originalId: string;
  /** Whether its company is verified; only then does WeChat give phone numbers. */
  verified: boolean;
  /**
   * Whether WeChat gives it phone numbers: out of paid quota, or not permitted. May change while
   * the sandbox runs.
   */
  phoneService: 'ok' | 'no-quota' | 'not-permitted';
  /**
   * How many phone numbers are paid for; each one that is given counts one down. Null: any number.
   */
  phoneQuota: number | null;
  privacy: PrivacyContract;
}

/**
 * A mobile app at WeChat's open platform.
 * https://developers.weixin.qq.com/doc/oplatform/Mobile_App/Launching_a_Mini_Program/Launching_a_Mini_Program.html
 */
export interface MobileApp {
  readonly appid: string;
  /** Of a verified account: may open any mini program. */
  readonly verified: boolean;
  /** The programs (AppIDs) that are associated with it; all that an unverified account may open. */
  readonly associated: readonly string[];
}

export interface PrivacyContract {
  /** With its guillemets, as `wx.getPrivacySetting` gives it. */
  readonly privacyContractName: string;
  /** The text that `wx.openPrivacyContract` shows. */
  readonly text: string;
  /** What the program said it collects; an API outside of it fails with errno 112. */
  readonly declared: readonly 'phoneNumber'[];
}

export function miniProgram(
  registration: Pick<MiniProgram, 'appid' | 'secret'> & Partial<MiniProgram>,
): MiniProgram {
  return {
    originalId: 'gh_0123456789ab',
    verified: true,
    phoneService: 'ok',
    phoneQuota: null,
    privacy: {
      privacyContractName: '《小程序隐私保护指引》',
      text: '为了帮你登录 App，本小程序会在你同意后收集你的手机号，仅用于识别你的账号。',
      declared: ['phoneNumber'],
    },
    ...registration,
  };
}
