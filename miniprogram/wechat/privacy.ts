export interface PrivacySetting {
  readonly needsAuthorization: boolean;
  /** «...», with WeChat's brackets; '' when WeChat has none. */
  readonly contractName: string;
}

/**
 * Whether WeChat still wants its own privacy contract agreed to. No answer when this WeChat cannot say: the log-in then asks for
 * both in one tap.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.getPrivacySetting.html
 */
export function readPrivacy(done: (setting: PrivacySetting) => void): void {
  if (typeof wx.getPrivacySetting !== 'function') return;
  wx.getPrivacySetting({
    success: ({ needAuthorization, privacyContractName }) =>
      done({ needsAuthorization: needAuthorization, contractName: privacyContractName }),
  });
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.openPrivacyContract.html */
export function openPrivacyContract(): void {
  if (typeof wx.openPrivacyContract === 'function') wx.openPrivacyContract({});
}
