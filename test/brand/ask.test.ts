import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readBrand } from '../../scripts/brand/pack/pack';
import { here, useCheckout } from './checkout';
import { openTerminal } from './terminal';

let root: string;

useCheckout((made) => {
  root = made;
});

const ENTER = '\r';
const DOWN = '\u001b[B';
const CTRL_U = '\u0015';
const CTRL_C = '\u0003';

function open() {
  const home = join(root, 'home');
  mkdirSync(home);
  copyFileSync(join(here, 'brands/demo/logo.png'), join(home, 'mine.png'));
  return openTerminal(
    [...[process.execPath, '--import', 'tsx'], join(__dirname, 'new-brand.ts'), root],
    { ...process.env, HOME: home, MINI_LOGIN_LANG: 'zh' },
  );
}

// Windows has no `script`, and no other terminal that a test can open without a native package.
const onTerminal = process.platform === 'win32' ? test.skip : test;

onTerminal(
  'a brand is made in Chinese: each answer checked at once, and changed later',
  async () => {
    const terminal = open();
    await terminal.sees('品牌文件夹叫什么？');
    terminal.type(`Acme${ENTER}`);
    await terminal.sees('只能是小写字母、数字和“-”');
    terminal.type(`${CTRL_U}acme${ENTER}`);
    await terminal.sees('支持哪些语言？');
    // Simplified Chinese and English stand chosen; the second row is Traditional Chinese.
    terminal.type(`${DOWN}${DOWN} ${DOWN}`);
    await terminal.sees('日本語');
    terminal.type(' ');
    terminal.type(ENTER);
    await terminal.sees('用户怎样称呼它（简体中文）');
    terminal.type(`港湾${ENTER}`);
    // What was said for the first language stands there for the next, in grey as all that is proposed.
    await terminal.sees('用户怎样称呼它（日本語）');
    terminal.type(`ハーバー${ENTER}`);
    await terminal.sees('运营公司，与在微信登记的一致（简体中文）');
    terminal.type(`<${ENTER}`);
    await terminal.sees('用户怎样称呼它（日本語）');
    terminal.type(ENTER);
    await terminal.sees('运营公司，与在微信登记的一致（简体中文）');
    terminal.type(`港湾有限公司${ENTER}`);
    await terminal.sees('运营公司，与在微信登记的一致（日本語）');
    terminal.type(ENTER);
    await terminal.sees('用户在哪里得到帮助（邮箱或电话；留空为不显示）（简体中文）');
    terminal.type(ENTER);
    await terminal.sees('用户在哪里得到帮助（邮箱或电话；留空为不显示）（日本語）');
    terminal.type(ENTER);
    await terminal.sees('品牌色，#rrggbb');
    terminal.type(`yellow${ENTER}`);
    await terminal.sees('应为 #rrggbb 形式的颜色');
    terminal.type(`${CTRL_U}#ffc300${ENTER}`);
    await terminal.sees('图标，正方形 PNG 文件');
    // A wrong path costs that answer, and nothing else.
    terminal.type(`~/nobody.png${ENTER}`);
    await terminal.sees('无法读取 ~/nobody.png');
    terminal.type(`${CTRL_U}~/mine.png${ENTER}`);
    await terminal.sees('小程序的 AppID');
    terminal.type(`wx00000000000000aa${ENTER}`);
    await terminal.sees('可以打开它的 App 的 AppID');
    terminal.type(`${CTRL_U}wx00000000000000aa${ENTER}`);
    await terminal.sees('是小程序自己的 AppID');
    terminal.type(`${CTRL_U}wx00000000000000bb${ENTER}`);
    for (const question of ['GenAuth 的地址', 'GenAuth 应用的 ID', 'GenAuth 身份源的唯一标识']) {
      await terminal.sees(question);
      terminal.type(ENTER);
    }
    await terminal.sees('DONE');
    expect(await terminal.ended).toBe(0);
    expect(terminal.shown()).not.toMatch(/to navigate|Please select/);

    const { pack } = readBrand(root, 'acme');
    expect(pack.languages).toEqual(['zh-CN', 'ja']);
    expect(pack.appName).toEqual({ 'zh-CN': '港湾', ja: 'ハーバー' });
    expect(pack.operator).toEqual({ 'zh-CN': '港湾有限公司', ja: '港湾有限公司' });
    expect(pack.contact).toBeNull();
    expect(pack.look.light.primary).toBe('#ffc300');
    expect(pack.miniProgram.appId).toBe('wx00000000000000aa');
    expect(pack.apps[0].mobileAppId).toBe('wx00000000000000bb');
    expect(readFileSync(join(root, 'brands/acme/logo.png'))).toEqual(
      readFileSync(join(here, 'brands/demo/logo.png')),
    );
  },
);

onTerminal('who gives up in the middle has written nothing', async () => {
  const terminal = open();
  await terminal.sees('品牌文件夹叫什么？');
  terminal.type(`acme${ENTER}`);
  await terminal.sees('支持哪些语言？');
  terminal.type(ENTER);
  await terminal.sees('用户怎样称呼它');
  terminal.type(CTRL_C);
  await terminal.sees('什么都没有写入');
  expect(await terminal.ended).not.toBe(0);
  expect(existsSync(join(root, 'brands/acme'))).toBe(false);
});
