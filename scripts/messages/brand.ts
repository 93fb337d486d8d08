import { text } from './say';

/** What `npm run brand` says, apart from what is wrong with a pack. */
export const brand = {
  applied: (name: string) => text(`Applied ${name}:`, `已应用 ${name}：`),
  appliedAlready: (name: string) => text(`${name} was applied already.`, `${name} 已经应用过了。`),
  right: (name: string) => text(`${name} is right.`, `${name} 没有错误。`),
  rightAndApplied: (name: string) =>
    text(`${name} is right, and applied.`, `${name} 没有错误，已应用。`),
  unfinished: (what: string) =>
    text(`still to be filled in before it goes live: ${what}`, `上线前还要补全：${what}`),
  plainLogo: () => text('the logo', '图标'),
  applicationId: () => text('the application’s id at GenAuth', 'GenAuth 应用的 ID'),
  connectionId: () =>
    text('the Unique ID of the identity source at GenAuth', 'GenAuth 身份源的唯一标识'),
  appName: () => text('the app’s name, in place of 【…】', 'App 的名称，替换【】'),
  operator: () =>
    text(
      'the company, as registered with WeChat, in place of 【…】',
      '运营公司，与在微信登记的一致，替换【】',
    ),
  programId: () =>
    text(
      'the mini program’s AppID, from mp.weixin.qq.com',
      '小程序的 AppID，来自 mp.weixin.qq.com',
    ),
  appAppId: () =>
    text('the app’s AppID, from open.weixin.qq.com', 'App 的 AppID，来自 open.weixin.qq.com'),
  toWrite: (places: number) =>
    text(
      `${places} places between 【 and 】 are still to be written before it goes live`,
      `上线前还有 ${places} 处【】里的内容要写`,
    ),
  meant: (name: string) => text(`(Did you mean ${name}?)`, `（是不是 ${name}？）`),
  forEachLanguage: (asks: string) =>
    text(
      `${asks}; for one language: zh-CN=..., and the option again for the next`,
      `${asks}；只给一种语言：zh-CN=...，可重复使用`,
    ),
  needsTerminal: () =>
    text(
      'The questions need a terminal. In a script, add --yes and give the answers by flags (--help).',
      '提问需要终端。在脚本里请加 --yes，并用参数给出答案（见 --help）。',
    ),
  made: (name: string) =>
    text(
      `Made brands/${name}. Before it goes live, fill in:`,
      `已生成 brands/${name}。上线前要补全：`,
    ),
  lookAtIt: () => text('Look at it:', '查看效果：'),
  applyIt: () => text('Apply it:', '应用：'),
  different: (from: string, to: string) => text(`From ${from} to ${to}:`, `从 ${from} 到 ${to}：`),
  same: (one: string, other: string) =>
    text(`${one} is the same as ${other}.`, `${one} 与 ${other} 相同。`),
  absent: () => text('(not there)', '（没有）'),
  nothingBefore: () =>
    text(
      'No brand was chosen before. npm run brand -- list says what there is.',
      '之前没有选用过品牌。npm run brand -- list 列出现有的品牌。',
    ),
  noValue: () => text('This is no value for it.', '不能是这个值。'),
  fixFirst: () =>
    text(
      'The brand has to be fixed first: npm run brand -- check',
      '请先修正品牌：npm run brand -- check',
    ),
  taken: (name: string) =>
    text(
      `is there already; choose another name, or edit brands/${name}/brand.json`,
      `已经有了；请换一个名称，或编辑 brands/${name}/brand.json`,
    ),
  needsLanguage: () =>
    text(
      'at least one of zh-CN, zh-TW, en and ja is needed',
      '至少需要 zh-CN、zh-TW、en 和 ja 之一',
    ),
  noShade: (colour: string) =>
    text(
      `${colour}: no shade of it can be read; choose another`,
      `${colour}：无论深浅都看不清，请换一种颜色`,
    ),
  logoUnreadable: (path: string) =>
    text(`${path} cannot be read; name a PNG picture`, `无法读取 ${path}，请给出 PNG 图片`),
  privateConfig: () =>
    text(
      'is not JSON; WeChat DevTools writes it: delete it, and run this again',
      '不是 JSON；它由微信开发者工具写入：请删掉后再运行一次',
    ),
  linkInPlace: () =>
    text(
      'is a symbolic link, and the brand would be written where it leads; remove it and run again',
      '是符号链接，品牌会被写到它指向的地方；请删掉后再运行',
    ),
  wordsOf: (name: string) =>
    text(
      `Every text of ${name}. * is yours; change one in brand.json: "words": {"<language>": {"<key>": "..."}}`,
      `${name} 的全部文字。* 是您自己的；在 brand.json 里修改："words": {"<语言>": {"<键>": "..."}}`,
    ),
  renamed: (old: string, now: string) =>
    text(
      `${old} is now ${now}; npm run brand -- migrate changes it in the file`,
      `已改名为 ${now}（原名 ${old}）；npm run brand -- migrate 会在文件里改好`,
    ),
  unusedKey: (key: string) =>
    text(
      `${key} is not used any more; npm run brand -- migrate removes it`,
      `${key} 已不再使用；npm run brand -- migrate 会把它删掉`,
    ),
  removed: () => text('removed', '已删除'),
  migrated: (name: string) =>
    text(`Changed brands/${name}/brand.json:`, `已修改 brands/${name}/brand.json：`),
  nothingToMigrate: (name: string) =>
    text(`${name} has nothing to change.`, `${name} 没有需要修改的地方。`),
} as const;

/** The questions of `npm run brand -- new`. */
export const questions = {
  languages: () =>
    text(
      'Which languages does it speak? (up and down; space chooses; Enter goes on)',
      '支持哪些语言？（上下键移动，空格键选择，回车键继续）',
    ),
  oneLanguage: () => text('Choose one at least.', '请至少选择一种。'),
  appName: () => text('The app that asks, as its users call it', '请求登录的 App，用户怎样称呼它'),
  operator: () =>
    text('The company behind it, as registered with WeChat', '运营公司，与在微信登记的一致'),
  contact: () =>
    text(
      'Where a person gets help (an address or a phone number; empty hides it)',
      '用户在哪里得到帮助（邮箱或电话；留空为不显示）',
    ),
  colour: () => text('The brand’s colour, #rrggbb', '品牌色，#rrggbb'),
  logo: () =>
    text(
      'The logo, a square PNG file (empty: a plain one of that colour for now)',
      '图标，正方形 PNG 文件（留空：先按品牌色画一个）',
    ),
  appId: () =>
    text(
      'The mini program’s AppID, from mp.weixin.qq.com',
      '小程序的 AppID，来自 mp.weixin.qq.com',
    ),
  mobileAppId: () =>
    text(
      'The AppID of the app that may open it, from open.weixin.qq.com',
      '可以打开它的 App 的 AppID，来自 open.weixin.qq.com',
    ),
  host: () => text('GenAuth’s origin', 'GenAuth 的地址'),
  app: () => text('The application’s id at GenAuth', 'GenAuth 应用的 ID'),
  connection: () =>
    text('The Unique ID of the identity source at GenAuth', 'GenAuth 身份源的唯一标识'),
  givenUp: () => text('Given up.', '已放弃。'),
  nothingWritten: () => text('Nothing was written.', '什么都没有写入。'),
  name: () =>
    text(
      'What is the brand’s folder called? (small letters, digits and hyphens)',
      '品牌文件夹叫什么？（小写字母、数字、连字符）',
    ),
  back: () =>
    text(
      'Enter takes what stands there in grey. Type < at the end to go back to the question before.',
      '直接回车采用灰色的内容；在末尾输入 < 再回车，回到上一个问题。',
    ),
  inLanguage: (asks: string, lang: string) => text(`${asks}, in ${lang}`, `${asks}（${lang}）`),
} as const;
