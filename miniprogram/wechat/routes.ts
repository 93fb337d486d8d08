import { answerOnce, attempt } from './answer-once';

/** The agreement reader, above the login: going back finds the login as it was. */
export function openAgreementPage(id: string, failed: () => void): void {
  answerOnce<void>(failed, undefined, (answer) => {
    wx.navigateTo({
      url: `/pages/agreement/agreement?id=${encodeURIComponent(id)}`,
      fail: () => answer(),
    });
  });
}

/** The only way in. For old paths and for pages that cannot stand alone. */
export function openLoginPage(): void {
  attempt(() => wx.reLaunch({ url: '/pages/login/login' }));
}

export function setTitle(title: string): void {
  attempt(() => wx.setNavigationBarTitle({ title }));
}
