export interface PrivacySetting {
  readonly needsAuthorization: boolean;
  /** «...», with WeChat's brackets; '' when WeChat has none. */
  readonly contractName: string;
}

/**
 * Whether WeChat still wants its own privacy contract agreed to. A client older than 2.32.3 has no such contract.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.getPrivacySetting.html
 */
export function readPrivacy(done: (setting: PrivacySetting) => void): void {
  const none = { needsAuthorization: false, contractName: '' };
  if (typeof wx.getPrivacySetting !== 'function') {
    done(none);
    return;
  }
  wx.getPrivacySetting({
    success: ({ needAuthorization, privacyContractName }) =>
      done({ needsAuthorization: needAuthorization, contractName: privacyContractName }),
    // Fails closed: the button that asks both is right in either case.
    fail: () => done({ needsAuthorization: true, contractName: '' }),
  });
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.openPrivacyContract.html */
export function openPrivacyContract(): void {
  if (typeof wx.openPrivacyContract === 'function') wx.openPrivacyContract({});
}
