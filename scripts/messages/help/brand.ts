import { text } from '../say';

/** The help of `brand`. */
export const brandHelp = {
  ext: () =>
    text(
      'applies nothing: prints the brand as ext_json for a template',
      '不应用，只把品牌输出为模板用的 ext_json',
    ),
  template: () =>
    text(
      'with --ext: for which template (default: the only one)',
      '配合 --ext：用于哪个模板（默认：唯一的那个）',
    ),
  about: () =>
    text(
      'Applies a brand to the mini program, and looks after the packs in brands/.',
      '把品牌应用到小程序，并管理 brands/ 里的品牌包。',
    ),
  name: () =>
    text(
      'a folder in brands/, which becomes the chosen brand; without it, the chosen one is applied again',
      'brands/ 里的文件夹，会成为所选的品牌；不写则重新应用所选的品牌',
    ),
  create: () =>
    text(
      'makes a pack with safe defaults: sessions only, encrypted, and only for the app that you name',
      '生成品牌包，从安全的设置开始：只返回加密的会话，只给您指定的 App',
    ),
  newName: () =>
    text('of the folder: lower case letters, digits, "-"', '文件夹名称：小写字母、数字、“-”'),
  yes: () =>
    text(
      'ask nothing: what is not given gets a value that is good for the sandbox',
      '不提问：没有给出的项填入沙箱可用的值',
    ),
  newLanguages: () => text('with commas between, e.g. zh-CN,en', '用逗号分隔，例如 zh-CN,en'),
  list: () => text('the brands here; * is the chosen one', '列出品牌；* 是所选的'),
  check: () =>
    text(
      'writes nothing; fails when a pack is wrong, with file, field and reason',
      '检查品牌包，指出错在哪个文件、哪个字段、为什么；不写任何文件',
    ),
  allNames: () => text('all when left out', '不写则为全部'),
  diff: () => text('what is different in a brand, field by field', '逐项列出与另一个品牌的差异'),
  from: () =>
    text(
      'what it is compared with; the chosen brand, or demo when that is the same',
      '与哪个品牌比较；不写则与所选的比较，相同时与 demo 比较',
    ),
  words: () =>
    text(
      'every text with its key, in the brand’s languages; * is your own',
      '列出品牌各语言的全部文字和键；* 是您自己的',
    ),
  wordsName: () => text('the chosen brand when left out', '不写则为所选的品牌'),
  part: () => text('only keys or texts that hold this', '只列出含有它的键或文字'),
  migrate: () =>
    text(
      'writes renamed keys of brand.json as this version calls them; order and spaces stay',
      '把 brand.json 里改了名的键改成现在的名称；顺序和空格不变',
    ),
  undo: () => text('applies the brand that was chosen before', '应用之前所选的品牌'),
  more: () =>
    text(
      `
A brand pack is a folder brands/<name> with brand.json, a logo and the texts of its agreements.
Applying it writes files that git ignores: miniprogram/brand/, miniprogram/pages/agreement/brand/, the AppID in
project.private.config.json, and brands/brand.schema.json for editors. All of it is written, or nothing.

Which brand applies: the environment's BRAND, else the one chosen here last, else the only one of your own, else demo.

Examples:
  npm run brand -- new acme       make brands/acme by answering questions
  npm run brand -- acme           choose and apply it
  npm run brand -- undo           the brand before that again
  BRAND=acme npm start            for one command`,
      `
一个品牌包就是文件夹 brands/<名称>：brand.json、图标和协议文本。
应用时写入的文件都被 git 忽略：miniprogram/brand/、miniprogram/pages/agreement/brand/、
project.private.config.json 里的 AppID，以及给编辑器用的 brands/brand.schema.json。要么全部写入，要么都不写。

用哪个品牌：环境变量 BRAND；本机上次选用的；您唯一的自有品牌；demo。

例子：
  npm run brand -- new acme       逐项提问，生成 brands/acme
  npm run brand -- acme           选用并应用
  npm run brand -- undo           回到之前的品牌
  BRAND=acme npm start            只用这一次`,
    ),
} as const;
