import { text } from './say';

/** For forms of WeChat's console, which are Chinese whoever fills them in. */
const paste = (chinese: string) => text(chinese, chinese);

/** Texts to paste; docs/tenant.md shows the same. */
export const pasted = {
  phone: () =>
    paste('手机号：为了注册、登录你的账号，开发者将在获取你的明示同意后，收集你的手机号。'),
  clipboard: () =>
    paste('剪切板：为了让你复制出错信息给客服，开发者将在获取你的明示同意后，访问你的剪切板。'),
  events: () =>
    paste(
      '登录步骤统计：为了改进登录流程，开发者会统计登录页是否被打开、同意、授权或失败，其中不含你的任何个人信息。',
    ),
  review: (appName: string) =>
    paste(
      `本小程序只用于 App「${appName}」的微信一键登录：在 App 内点击「微信登录」打开，用户阅读并同意协议后授权手机号，登录结果返回 App。直接打开时只展示用途说明和协议，不收集任何信息。测试方法：安装附件中的 App，点击「微信登录」，用审核备注里的测试账号登录。`,
    ),
  introduction: (appName: string) =>
    paste(`App「${appName}」的微信一键登录。请在 App 内点击「微信登录」打开。`),
} as const;
