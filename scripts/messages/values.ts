import { inWords } from '@mini-login/platform/lists';
import { text } from './say';

const quoted = (choice: string) => `"${choice}"`;

/** What is wrong with one value of brand.json, whichever field it is of. */
export const values = {
  textExpected: () => text('a text is expected', '应为文字'),
  empty: () => text('must not be empty', '不能为空'),
  tooLong: (most: number) =>
    text(`has more than ${most} characters; make it shorter`, `超过 ${most} 个字符，请缩短`),
  invisible: () =>
    text(
      'nothing in it shows; write something that people can see',
      '没有任何可见的字符，请填写人能看到的内容',
    ),
  mojibake: (right: string) =>
    text(
      `is UTF-8 that was read in another encoding and saved so; it was “${right}”, type it again`,
      `编码错乱：UTF-8 被当作别的编码打开后又保存了；原文应为“${right}”，请重新输入`,
    ),
  privateUse: (code: string) =>
    text(
      `has ${code}, a sign of one font alone (as Word puts before lists): phones show a box; replace it`,
      `其中的 ${code} 只有个别字体才有（例如 Word 的项目符号），手机上会显示为方框；请换掉`,
    ),
  oneLine: () =>
    text(
      'must be one line, without line breaks and control characters',
      '只能有一行，不能有换行和控制字符',
    ),
  words: () =>
    text("a text in each of the brand's languages is expected", '应为品牌的每种语言各写一份文字'),
  colour: () =>
    text('a colour as #rrggbb is expected, e.g. #0b6478', '应为 #rrggbb 形式的颜色，例如 #0b6478'),
  hostShape: () =>
    text(
      'a host name in lower case is expected, without https://, port or path, e.g. www.example.com',
      '应为小写的域名，不带 https://、端口和路径，例如 www.example.com',
    ),
  hostUser: () =>
    text('a user name or a password before the host is not allowed', '域名前不能有用户名或密码'),
  hostNumeric: () =>
    text(
      'WeChat allows domain names only, no IP addresses, in no way of writing them',
      '微信只允许域名，任何写法的 IP 地址都不行',
    ),
  hostPort: () => text('the address has to be without port', '地址不能带端口'),
  hostAscii: () =>
    text(
      'a host is written in ASCII; write an international name as xn--...',
      '域名要用 ASCII 书写；中文域名请写成 xn--...',
    ),
  hostDot: () => text('a host name has no dot at its end', '域名末尾不能有点'),
  hostLong: () => text('a host name has at most 253 characters', '域名最多 253 个字符'),
  hostLabel: () =>
    text('a part of a host name has at most 63 characters', '域名的每一段最多 63 个字符'),
  hostLetters: () =>
    text(
      'a host name in lower case is expected, of letters, digits and "-", e.g. www.example.com',
      '应为小写的域名，只含字母、数字和“-”，例如 www.example.com',
    ),
  hostPublic: () =>
    text(
      'a host name that the internet knows is expected, e.g. www.example.com',
      '应为公网上的域名，例如 www.example.com',
    ),
  hostUnknown: () => text('no resolver takes this host name', '这个域名无法解析'),
  origin: () =>
    text(
      'an https origin is expected, without port, path or slash at the end, e.g. https://core.genauth.ai',
      '应为 https 源地址，不带端口、路径和末尾的斜杠，例如 https://core.genauth.ai',
    ),
  url: () =>
    text(
      'an https address is expected; WeChat opens no other',
      '应为 https 地址，微信不打开其他地址',
    ),
  baseUrl: () =>
    text(
      'an https address is expected to which /apps/{mobileAppId} is added: without ?, # or a slash at the end',
      '应为 https 地址，后面会加上 /apps/{mobileAppId}：不带 ?、# 和末尾的斜杠',
    ),
  urlLong: () => text('an address has at most 1024 characters', '地址最多 1024 个字符'),
  id24: () =>
    text(
      '24 hexadecimal digits in lower case are expected; GenAuth shows the id in its console',
      '应为 24 位小写十六进制数字，可在 GenAuth 控制台查看',
    ),
  headerName: () =>
    text(
      'a header name in lower case is expected, e.g. x-authing-app-id',
      '应为小写的请求头名称，例如 x-authing-app-id',
    ),
  headerForbidden: () =>
    text(
      'WeChat or the program sets this header itself; choose another name, e.g. x-authing-app-id',
      '这个请求头由微信或小程序自己设置，请换一个名称，例如 x-authing-app-id',
    ),
  fileName: () =>
    text(
      'the name of a file in the brand folder is expected, without a path',
      '应为品牌文件夹里的文件名，不带路径',
    ),
  textName: () =>
    text(
      'the first part of the file names is expected: lower case letters, digits, "-"',
      '应为文件名的前半部分：小写字母、数字、“-”',
    ),
  appId: () =>
    text(
      'an AppID is expected: "wx" and 16 hexadecimal digits in lower case',
      '应为 AppID：“wx”加 16 位小写十六进制数字',
    ),
  connection: () =>
    text(
      'the identity source\'s Unique ID is expected: lower case letters, digits, "-", at most 31',
      '应为身份源的唯一标识：小写字母、数字、“-”，最多 31 个字符',
    ),
  projectName: () =>
    text('letters, digits, "-" and "_" are expected', '只能是字母、数字、“-”和“_”'),
  oneOf: (...choices: string[]) =>
    text(
      `${inWords(choices.map(quoted), 'or')} is expected`,
      `应为 ${inWords(choices.map(quoted), 'or', 'zh')}`,
    ),
  atMost50: () => text('at most 50 are allowed', '最多 50 项'),
  once: () => text('each may stand once', '每项只能出现一次'),
  appTwice: () =>
    text(
      'two of them have the same mobileAppId; remove one',
      '其中两项的 mobileAppId 相同，请删掉一项',
    ),
  noCharacter: () =>
    text(
      'a code that is no character stands in it; write the text again',
      '里面有不是字符的编码，请重新输入',
    ),
  stacked: () =>
    text(
      'more than six marks stand on one letter, and would cover other lines; write the text again',
      '一个字母上叠加了六个以上的符号，会盖住其他行；请重新输入',
    ),
  missing: () => text('is missing; it has to be filled in', '缺少这一项，必须填写'),
  objectExpected: () => text('an object {...} is expected', '应为对象 {...}'),
  listExpected: () => text('a list [...] is expected', '应为列表 [...]'),
  numberExpected: () => text('a number is expected', '应为数字'),
  tooFew: (least: string) => text(`at least ${least} are needed`, `至少需要 ${least}`),
  tooMany: (most: string) => text(`at most ${most} are allowed`, `最多 ${most}`),
  otherForm: () => text('has another form than expected', '形式不对'),
  surrogate: () =>
    text(
      'half a character (a lone surrogate) stands in it; write the text again',
      '其中有半个字符（孤立的代理项），请重新输入这段文字',
    ),
  replaced: () =>
    text(
      'U+FFFD stands in it: a text that was damaged when its file was saved in another encoding; write it again',
      '其中有 U+FFFD（�）：文件曾用别的编码保存，文字已损坏，请重新输入',
    ),
} as const;
