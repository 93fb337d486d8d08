import { answerOnce } from './answer-once';

export interface PrivacySetting {
  readonly needsAuthorization: boolean;
  /** «...», with WeChat's brackets; '' when WeChat has none. */
  readonly contractName: string;
}

/**
 * Whether WeChat still wants its own privacy contract agreed to. Null: it does not say; the login
 * then asks for the phone alone, and WeChat for its contract by itself.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.getPrivacySetting.html
 */
export function readPrivacy(done: (setting: PrivacySetting | null) => void): void {
  answerOnce(done, null, (answer) => {
    wx.getPrivacySetting({
      success: ({ needAuthorization, privacyContractName }) =>
        answer({
          needsAuthorization: needAuthorization === true,
          contractName: privacyContractName ?? '',
        }),
      fail: () => answer(null),
    });
  });
}

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.openPrivacyContract.html
 */
export function openPrivacyContract(failed: () => void): void {
  answerOnce<void>(failed, undefined, (answer) => {
    wx.openPrivacyContract({ fail: () => answer() });
  });
}
