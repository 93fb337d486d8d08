const en = {
  lang: 'en',
  title: 'The phone with the demo app',
  lost: 'The workbench does not answer. This page goes on by itself when it does.',
};

const zhCN: typeof en = {
  lang: 'zh-CN',
  title: '装有演示 App 的手机',
  lost: '工作台没有应答；恢复后本页会自动继续。',
};

/** @param languages The browser's, the first one first. */
export function onYourPhoneWords(languages: readonly string[]): typeof en {
  return /^zh/i.test(languages[0] ?? '') ? zhCN : en;
}
