import type { Page } from 'playwright-core';

/** Words that a reader of Chinese knows as one, of those that stand on the pages. */
const WORDS = [
  ...['微信', '小程序', '手机号', '手机', '账号', '登录', '协议', '链接', '工作台', '二维码'],
  ...['应用', '内容', '密钥', '服务器', '身份源', '品牌', '测试', '步骤', '定位器', '元素'],
  ...[
    '更新',
    '返回',
    '截图',
    '启动',
    '界面',
    '问题',
    '正确',
    '网络',
    '权限',
    '时钟',
    '验证',
    '加密',
  ],
  ...['没有', '已经', '这里', '自己', '真实', '数据', '已有', '创建', '注册', '地址', '空格'],
  ...['比较', '修改', '生效', '公开', '虚构', '开发', '长度', '字母', '数字', '回调', '展示'],
  ...['请求', '往来', '隐去', '最近', '出现', '方向键', '回车键', '运行', '暂停', '之前'],
  ...['拒绝', '允许', '询问', '断开', '切换', '打开', '列出', '演示', '自动', '用户', '新用户'],
  ...['一步', '一次', '一个', '文字', '名称', '查找', '包含', '绘制', '保存', '编辑', '程序'],
];

/**
 * The words of a page that are taken apart by the end of a line, with what stands around them.
 * By the place of each character as it is drawn, so that it knows nothing of how that came about.
 */
async function brokenWordsOn(page: Page): Promise<readonly string[]> {
  return await page.evaluate((words) => {
    const range = document.createRange();
    const lineOf = (node: Text, at: number) => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getClientRects()[0]?.bottom ?? null;
    };
    const broken: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (!node.parentElement?.checkVisibility() || node.parentElement.closest('pre, code'))
        continue;
      const text = node.data;
      // Without the places where a line may end.
      const at = [...text].flatMap((character, index) => (character === '\u200b' ? [] : [index]));
      const read = at.map((index) => text[index]).join('');
      const around = (index: number) => read.slice(Math.max(0, index - 6), index + 8);
      for (const word of words)
        for (let index = read.indexOf(word); index >= 0; index = read.indexOf(word, index + 1)) {
          const lines = at.slice(index, index + word.length).map((one) => lineOf(node, one));
          if (new Set(lines.map((line) => line && Math.round(line))).size > 1)
            broken.push(`${word}: ${around(index)}`);
        }
    }
    return broken;
  }, WORDS);
}

/** At each width, from a small phone to a large screen. */
export async function brokenWordsAt(
  page: Page,
  widths: readonly number[] = [320, 360, 390, 430, 768, 1024, 1280],
): Promise<readonly string[]> {
  const before = page.viewportSize();
  const broken: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    broken.push(...(await brokenWordsOn(page)).map((word) => `${width}: ${word}`));
  }
  if (before) await page.setViewportSize(before);
  return broken;
}
