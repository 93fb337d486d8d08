/** The agreement reader, above the log-in: going back finds the log-in as it was. */
export function openAgreementPage(id: string): void {
  wx.navigateTo({ url: `/pages/agreement/agreement?id=${encodeURIComponent(id)}` });
}

/** The only way in. For old paths and for pages that cannot stand alone. */
export function openLoginPage(): void {
  wx.reLaunch({ url: '/pages/login/login' });
}

export function setTitle(title: string): void {
  wx.setNavigationBarTitle({ title });
}
