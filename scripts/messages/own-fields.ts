import { text } from './say';

/** Of fields that only some brands have: what an editor shows next to them. */
export const ownFields = {
  buttonHeight: () =>
    text('Of the buttons, px, 44 to 64; 50 when left out.', '按钮高度，44 至 64 像素；不写为 50。'),
  font: () =>
    text(
      'One of the fonts that phones have: "sans" (when left out), "serif", or "rounded" (iPhones; elsewhere as "sans").',
      '手机自带的字体："sans"（不写时）、"serif"（宋体类）或 "rounded"（圆体，仅 iPhone 有，其他手机同 "sans"）。',
    ),
  lookLogo: () => text('Shape and size of the logo.', '图标的形状和大小。'),
  logoShape: () =>
    text(
      'How its corners are cut: "rounded" (when left out), "circle" or "square".',
      '怎样裁角："rounded"（圆角，不写时）、"circle"（圆形）或 "square"（方形）。',
    ),
  logoSize: () =>
    text(
      'px, 48 to 96; 64 when left out. On short phones at most 56.',
      '48 至 96 像素，不写为 64；矮屏手机上最多 56。',
    ),
  head: () =>
    text(
      "A band behind the logo, for light and for dark: a colour as #rrggbb, or a PNG in the brand's folder.",
      '图标后面的横幅，浅色和深色各一个：#rrggbb 颜色，或品牌文件夹里的 PNG 图片。',
    ),
  events: () =>
    text(
      'Counts how far logins come: opened, consented, granted, failed. Left out: nothing is sent, and the code is not in the package.',
      '统计登录进行到哪一步：打开、同意、授权、失败。不写则什么也不发送，代码包里也没有这段代码。',
    ),
  eventsEndpoint: () =>
    text(
      'Gets {"v":1,"step":"opened"} by POST, without anything about the person; declare its host as a request domain.',
      '以 POST 接收 {"v":1,"step":"opened"}，不含任何个人信息；其域名须登记为 request 合法域名。',
    ),
  subpackages: () =>
    text(
      'Pages of your own, from brands/<name>/subpackages/<root>/; the program has them under /own/<root>/.',
      '您自己的页面，放在 brands/<品牌>/subpackages/<root>/；在小程序里的路径以 /own/<root>/ 开头。',
    ),
  subpackageRoot: () => text('The name of the folder.', '文件夹的名称。'),
  subpackagePages: () =>
    text(
      'Each page without an ending, as in app.json: "help" is help.wxml and help.js or help.ts.',
      '每个页面，不带扩展名，与 app.json 相同："help" 即 help.wxml 和 help.js 或 help.ts。',
    ),
  subpackageRequests: () =>
    text(
      'The origins that its pages send requests to; declare them as request domains.',
      '这些页面请求的域名；须登记为 request 合法域名。',
    ),
} as const;

/** And what is expected there. */
export const ownExpected = {
  buttonHeight: () => text('whole px, 44 to 64, are expected', '应为 44 至 64 的整数（像素）'),
  logoSize: () => text('whole px, 48 to 96, are expected', '应为 48 至 96 的整数（像素）'),
  head: () =>
    text(
      'a colour as #rrggbb, or the name of a PNG in the brand folder, is expected',
      '应为 #rrggbb 颜色，或品牌文件夹里的 PNG 文件名',
    ),
  subpackages: () => text('at least one is needed, or no field', '至少一个，否则请删掉这个字段'),
  subpackagesTwice: () => text('two have the same root', '有两个 root 相同'),
  subpackagePage: () =>
    text(
      'the path of a page in lower case, without an ending, is expected',
      '应为小写的页面路径，不带扩展名',
    ),
} as const;
