import { text } from './say';

/** What one field of a brand pack says about another, and about the pack as a whole. */
export const pack = {
  reserved: () =>
    text(
      'is a word of npm run brand; choose another name',
      '是 npm run brand 的命令，请换一个名称',
    ),
  badName: () =>
    text(
      'a brand\'s name is lower case letters, digits and "-", at most 32',
      '品牌名称只能是小写字母、数字和“-”，最多 32 个字符',
    ),
  notFound: (brands: string) =>
    text(`not found. Brands here: ${brands}`, `没有找到。这里的品牌：${brands}`),
  none: () => text('none', '没有'),
  folderLink: () =>
    text('is a symbolic link; put the folder itself there', '是符号链接，请放入文件夹本身'),
  noField: () =>
    text(
      'is no field here; remove it, or look for a slip in its name',
      '这里没有这个字段，请删掉，或检查名称是否写错',
    ),
  noFieldBut: (name: string) =>
    text(
      `is no field here; remove it, or look for a slip in its name (is it ${name}?)`,
      `这里没有这个字段，请删掉，或检查名称是否写错（是不是 ${name}？）`,
    ),

  langMissing: (languages: string) =>
    text(
      `is missing; a text in each of languages (${languages}) is expected`,
      `缺少；languages（${languages}）里的每种语言都要有`,
    ),
  langStrange: () =>
    text(
      'this language is not in languages; add it there, or remove the text',
      'languages 里没有这种语言；请在那里加上，或删掉这段文字',
    ),
  callerUnknown: (caller: string, known: string) =>
    text(
      `${caller} is none of apps (${known}); "refuse" is the safe choice`,
      `${caller} 不在 apps 里（${known}）；"refuse" 最安全`,
    ),
  ticketNeeds: (key: string) =>
    text(
      `"ticket" needs genauth.${key}, which is null; fill it in, or remove "ticket"`,
      `"ticket" 需要 genauth.${key}，而它是 null；请填写，或去掉 "ticket"`,
    ),
  sameAppId: () =>
    text(
      "is the mini program's own AppID (miniProgram.appId); two different AppIDs are needed, the app's from open.weixin.qq.com and the mini program's from mp.weixin.qq.com",
      '是小程序自己的 AppID（miniProgram.appId）；需要两个不同的 AppID：App 的来自 open.weixin.qq.com，小程序的来自 mp.weixin.qq.com',
    ),
  headerTwice: (name: string, other: string) =>
    text(
      `${name} is the name of ${other} too; each header has a name of its own`,
      `${name} 也是 ${other} 的名称；每个请求头要有自己的名称`,
    ),
  notBusinessDomain: (host: string) =>
    text(
      `${host} is not in businessDomains; add it there and declare it with WeChat`,
      `${host} 不在 businessDomains 里；请加上，并在微信声明`,
    ),

  contrast: (other: string, ratio: string, least: number, remedy: string) =>
    text(
      `contrast with ${other} is ${ratio} : 1, WCAG AA asks ${least} : 1; ${remedy}`,
      `与 ${other} 的对比度是 ${ratio} : 1，WCAG AA 要求 ${least} : 1；${remedy}`,
    ),
  contrastHas: (colour: string) => text(`${colour} has it`, `${colour} 合格`),
  contrastNearest: (colour: string) =>
    text(`the nearest that has it is ${colour}`, `最接近的合格颜色是 ${colour}`),
  contrastNone: (colour: string, other: string) =>
    text(
      `no shade of ${colour} has it; change ${other} too`,
      `${colour} 无论深浅都不合格；请同时修改 ${other}`,
    ),
  edge: (other: string, ratio: string, least: number) =>
    text(
      `contrast with ${other} is ${ratio} : 1, so that the button's edge is hard to see for some; its text is what WCAG asks about. ${least} : 1 is good advice, not a rule`,
      `与 ${other} 的对比度是 ${ratio} : 1，有些人不易看清按钮的边缘；WCAG 要求的是按钮文字。${least} : 1 是建议，不是规定`,
    ),
  onCards: (colour: string) => text(`the cards (${colour})`, `卡片（${colour}）`),
  onText: (colour: string) => text(`the text (${colour})`, `文字（${colour}）`),
  onQuiet: (colour: string) => text(`the quiet text (${colour})`, `次要文字（${colour}）`),
  onQuietCards: (colour: string) =>
    text(`the quiet text (${colour}) on cards`, `卡片上的次要文字（${colour}）`),
  onDanger: (colour: string) => text(`warnings (${colour})`, `警告（${colour}）`),
  onBox: (colour: string) => text(`the edge of the box (${colour})`, `勾选框的边（${colour}）`),

  wordLang: () =>
    text(
      'this language is not in languages; add it there, or take its words out',
      'languages 里没有这种语言；请在那里加上，或删掉这些文字',
    ),
  wordUnknown: (similar: string) =>
    text(
      `no such text${similar === '' ? '' : `; ${similar} is one`}; npm run brand -- words lists all keys`,
      `没有这个键${similar === '' ? '' : `（是不是 ${similar}？）`}；npm run brand -- words 列出所有的键`,
    ),
  wordBraces: (name: string, known: string) =>
    text(
      `{${name}} is not known here; known are ${known}`,
      `这里没有 {${name}}；可用的有 ${known}`,
    ),
  wordBraceShape: (known: string) =>
    text(
      `braces stand for a name alone, as {name}; known here are ${known}`,
      `大括号只能写成半角的 {名称}，里面不能有空格，前面不能有 $；这里可用的有 ${known}`,
    ),
  secretField: () =>
    text(
      'a secret never belongs into a pack, which everybody can read; the AppSecret stands in GenAuth’s console alone. Remove it, and reset it if it was committed',
      '密钥不能写在品牌包里，谁都能读到；AppSecret 只填在 GenAuth 控制台。请删掉；如果提交过，请重置',
    ),
  wordList: () =>
    text(
      '{list} has to stand in it once: the agreements are put in there',
      '必须有且只有一个 {list}：协议名称会放在那里',
    ),
} as const;

/** Allowed, and worth a look. */
export const notes = {
  lookalike: (word: string) =>
    text(
      `“${word}” has letters that look Latin and are Cyrillic or Greek; type it again, unless it is meant`,
      `“${word}”里有看起来像拉丁字母的西里尔或希腊字母；如非有意，请重新输入`,
    ),
  hidden: (codes: string) =>
    text(
      `has characters that nobody sees (${codes}), as a copy from a web page brings along; type it again`,
      `含有看不见的字符（${codes}），常见于从网页复制；请重新输入`,
    ),
  leftover: (sample: string) =>
    text(
      `“${sample}” looks like something still to be filled in`,
      `“${sample}”像是还没有填写的内容`,
    ),
  signsOnly: () =>
    text(
      'has signs alone, as text that lost its encoding does; nobody can read a name',
      '只有标点，没有文字（编码丢失时常见），用户看不出名称',
    ),
  html: (sample: string) =>
    text(
      `has HTML (${sample}), which people read as it stands`,
      `含有 HTML（${sample}），用户会原样看到`,
    ),
  markdown: (sample: string) =>
    text(
      `is Markdown (“${sample}”); people read its signs as they stand`,
      `是 Markdown（“${sample}”），用户会原样看到这些符号`,
    ),
  sameFile: (other: string) =>
    text(
      `names the same text as ${other}; people read it twice under two titles`,
      `与 ${other} 用的是同一份文字；用户会在两个标题下看到同样的内容`,
    ),
  sameText: (other: string) => text(`is the same text as ${other}`, `与 ${other} 的内容完全相同`),
  sample: () =>
    text(
      'is true, so that upload --all leaves this brand out; remove the line if the brand is yours',
      '是 true，upload --all 会跳过这个品牌；如果品牌是您的，请删掉这一行',
    ),
  noPrivacy: () =>
    text(
      'none of them is called a privacy policy (隐私政策); WeChat’s review asks for one',
      '没有一份叫作隐私政策；微信审核会要求',
    ),
  sameTitle: (other: string) =>
    text(
      `is the same as that of ${other}; people can't tell them apart`,
      `与 ${other} 的相同，用户无法区分`,
    ),
  metadata: (logo: string, kinds: string) =>
    text(
      `${logo} has metadata (${kinds}); it is removed when it is packed`,
      `${logo} 含有元数据（${kinds}），打包时会去掉`,
    ),
  animated: (logo: string) =>
    text(`${logo} is animated; only its first picture is packed`, `${logo} 是动图，只会打包第一帧`),
  transparent: (logo: string) =>
    text(
      `${logo} is transparent in places; look at it in light and dark`,
      `${logo} 有透明的部分，请在浅色和深色下都看一看`,
    ),
  wordsMissing: (key: string, languages: string) =>
    text(
      `${key} has no words of yours in ${languages}; ours are shown there`,
      `${key} 在 ${languages} 没有您的文字，会显示我们的`,
    ),
} as const;
