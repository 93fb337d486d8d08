import { text } from './say';

/** What the doctor finds: what it is, why it matters, and what to do. */
export const found = {
  sample: () => ({
    what: text('this is a sample brand', '这是示例品牌'),
    why: text(
      'Its AppID and its GenAuth application are made up: WeChat and GenAuth know neither.',
      '它的 AppID 和 GenAuth 应用都是虚构的：微信和 GenAuth 都不认识。',
    ),
    how: text('npm run brand -- new <name>', 'npm run brand -- new <名称>'),
  }),
  unknownCaller: (caller: string) => ({
    what: text(
      `a caller without an AppID counts as ${caller}`,
      `没有 AppID 的调用方会被当作 ${caller}`,
    ),
    why: text(
      'Any app whose AppID WeChat does not tell gets what that app may get.',
      '微信没有给出 AppID 的任何 App，都会得到那个 App 能得到的东西。',
    ),
    how: text(
      '"refuse", unless old versions of WeChat have to work.',
      '写 "refuse"，除非必须支持旧版微信。',
    ),
  }),
  bareContracts: (app: string, contracts: string) => ({
    what: text(`${app} may get ${contracts}`, `${app} 可以得到 ${contracts}`),
    why: text(
      'These go back as they are, without a state that must be right: see docs/security.md.',
      '它们原样返回，没有必须匹配的 state：见 docs/security.zh-CN.md。',
    ),
    how: text('["session"], where the app can.', 'App 支持的话，写 ["session"]。'),
  }),
  clearSession: () => ({
    what: text('a session may go back in the clear', '会话可能以明文返回'),
    why: text(
      'On Android another app can read what comes back: see docs/security.md.',
      '在 Android 上，别的 App 可能读到返回的内容：见 docs/security.zh-CN.md。',
    ),
    how: text('"required", and the apps send a key.', '写 "required"，并让 App 给出公钥。'),
  }),
  standIn: () => ({
    what: text('a stand-in from when the brand was made', '生成品牌时填入的占位内容'),
    why: text(
      'It is good for the sandbox alone: no real login works with it, and people would see it.',
      '它只适用于沙箱：真实登录不能用，用户还会看到它。',
    ),
    how: text('Put the real thing in its place.', '请换成真实的内容。'),
  }),
  noPrivacyPolicy: () => ({
    what: text('no agreement is called a privacy policy', '没有一份协议叫作隐私政策'),
    why: text('WeChat’s review asks for one.', '微信审核会要求。'),
    how: text('Add it to agreements.items.', '请加到 agreements.items。'),
  }),
  notHttps: (origin: string) => ({
    what: text(`${origin} is not https`, `${origin} 不是 https`),
    why: text('WeChat refuses requests in the clear.', '微信拒绝明文请求。'),
    how: text('Give the server a certificate.', '请给服务器配置证书。'),
  }),
  requestDomains: (origins: string) => ({
    what: text(
      `declare as request domains (request 合法域名): ${origins}`,
      `声明为 request 合法域名：${origins}`,
    ),
    why: text(
      'WeChat refuses a request to any other (errno 600002).',
      '对其他域名的请求会被微信拒绝（errno 600002）。',
    ),
    how: text(
      'mp.weixin.qq.com → 管理 → 开发管理 → 服务器域名',
      'mp.weixin.qq.com → 管理 → 开发管理 → 服务器域名',
    ),
  }),
  events: (host: string, statement: string) => ({
    what: text(
      `say in your privacy policy that logins are counted: ${statement}`,
      `在隐私政策里说明登录步骤的统计：${statement}`,
    ),
    why: text(
      `The steps of each login go to ${host}. They name nobody, but a request shows the server the phone's address.`,
      `每次登录的步骤会发送到 ${host}。内容不涉及个人，但服务器能看到请求的 IP 地址。`,
    ),
    how: text(
      'Keep no addresses there, or say so in the policy; remove "events" to send nothing.',
      '服务器不要保存 IP 地址，否则须在隐私政策里写明；删掉 "events" 则什么也不发送。',
    ),
  }),
  ownInterface: (name: string) => ({
    what: text(
      `declare wx.${name} in the privacy guide (用户隐私保护指引)`,
      `在用户隐私保护指引里声明 wx.${name}`,
    ),
    why: text(
      'A page of your own uses it; undeclared it fails on the phone.',
      '您自己的页面用到了它；不声明，在手机上会调用失败。',
    ),
    how: text(
      'mp.weixin.qq.com → 设置 → 服务内容声明 → 用户隐私保护指引: say what it is for',
      'mp.weixin.qq.com → 设置 → 服务内容声明 → 用户隐私保护指引：写明用途',
    ),
  }),
  businessDomains: (hosts: string) => ({
    what: text(`declare as business domains (业务域名): ${hosts}`, `声明为业务域名：${hosts}`),
    why: text(
      'WeChat opens no page of any other; a personal account has no business domains at all.',
      '微信不会打开其他域名的网页；个人主体没有业务域名。',
    ),
    how: text(
      'mp.weixin.qq.com → 管理 → 开发管理 → 业务域名',
      'mp.weixin.qq.com → 管理 → 开发管理 → 业务域名',
    ),
  }),

  uselessInterface: (name: string) => ({
    what: text(
      `${name} is a privacy interface that this program has no use for`,
      `${name} 是隐私接口，而本小程序用不到`,
    ),
    why: text(
      'Where the privacy guide does not declare it, it fails on the phone, and a review refuses the program.',
      '隐私保护指引没有声明的接口，在手机上会失败，审核也会驳回。',
    ),
    how: text('Remove it.', '请去掉。'),
  }),
  declareInterface: (name: string, purpose: string) => ({
    what: text(`declare ${name}: ${purpose}`, `声明 ${name}：${purpose}`),
    why: text(
      'An interface that the privacy guide does not name fails on the phone (errno 112).',
      '隐私保护指引没有写到的接口，在手机上会失败（errno 112）。',
    ),
    how: text(
      'mp.weixin.qq.com → 设置 → 服务内容声明 → 用户隐私保护指引',
      'mp.weixin.qq.com → 设置 → 服务内容声明 → 用户隐私保护指引',
    ),
  }),
  newInterface: (name: string, since: string, minimum: string) => ({
    what: text(`wx.${name} came with base library ${since}`, `wx.${name} 从基础库 ${since} 才有`),
    why: text(
      `It is not there in ${minimum}, the lowest that the program supports.`,
      `小程序支持的最低版本 ${minimum} 里没有它。`,
    ),
    how: text(
      'Use an older interface, or raise the minimum here and with WeChat.',
      '请改用更早的接口，或在这里和微信后台提高最低版本。',
    ),
  }),

  pageFile: () => ({
    what: text('a page has no file', '页面没有文件'),
    why: text('WeChat refuses the upload, or the page is white.', '微信会拒绝上传，或页面空白。'),
    how: text(
      'Remove the page from app.json, or write the file.',
      '请从 app.json 去掉这个页面，或补上文件。',
    ),
  }),
  tooBig: (bytes: string, limit: string) => ({
    what: text(`${bytes} bytes are too many`, `${bytes} 字节，太大了`),
    why: text(
      `WeChat refuses a package of more than ${limit} bytes.`,
      `微信拒绝超过 ${limit} 字节的包。`,
    ),
    how: text(
      'Make the pictures and the texts of the brand smaller; npm run dev -- compile --files says what is big.',
      '请缩小品牌的图片和文本；npm run dev -- compile --files 列出每个文件的大小。',
    ),
  }),
  missingFile: (reference: string) => ({
    what: text(`'${reference}' is not in the package`, `包里没有“${reference}”`),
    why: text(
      "WeChat's compiler doesn't look, so it would fail on the phone.",
      '微信的编译器不检查，所以到手机上才会失败。',
    ),
    how: text('Fix the path, or add the file.', '请改正路径，或补上文件。'),
  }),
  newSyntax: (what: string) => ({
    what: text(what, `${what}（较新的语法）`),
    why: text(
      'The oldest phones of base library 3.6.0 (iOS 14, Chrome 86) show a white page, and no way back.',
      '基础库 3.6.0 的最旧手机（iOS 14、Chrome 86）会显示空白页，无法返回。',
    ),
    how: text(
      'Write it in ES2020; a new version of a package may have brought it in.',
      '请用 ES2020 书写；可能是某个依赖的新版本带来的。',
    ),
  }),
  unusedPicture: () => ({
    what: text('a picture that nothing shows', '没有地方用到的图片'),
    why: text('People download it for nothing.', '用户白白下载了它。'),
    how: text('Delete it.', '请删掉。'),
  }),
  secret: (kind: string) => ({
    what: text(`${kind} is in the package`, `包里有${kind}`),
    why: text(
      'Everybody can unpack a mini program and read it.',
      '任何人都能解开小程序的包并读到它。',
    ),
    how: text(
      'Remove it from the brand, and make a new one: the old one is known as soon as it was uploaded once.',
      '请从品牌里去掉，并重新生成一个：只要上传过一次，旧的就已泄露。',
    ),
  }),

  doesNotCompile: () => ({
    what: text('the program does not compile', '程序无法编译'),
    why: text('Nothing can be sent like this.', '这样无法发送。'),
    how: text('Fix what is named.', '请修正所指出的地方。'),
  }),
  brokenPack: () => ({
    what: text('the brand pack is wrong', '品牌包有错误'),
    why: text('Nothing can be sent like this.', '这样无法发送。'),
    how: text('Fix what is named.', '请修正所指出的地方。'),
  }),
  typeErrors: () => ({
    what: text('there are type errors', '有类型错误'),
    why: text('Nothing can be sent like this.', '这样无法发送。'),
    how: text('Fix what is named.', '请修正所指出的地方。'),
  }),
} as const;

/** The rest of what the doctor says. */
export const doctor = {
  error: () => text('ERROR', '错误'),
  warning: () => text('warning', '警告'),
  todo: () => text('to do', '待办'),
  noErrors: () => text('No errors.', '没有错误。'),
  errors: () => text('There are errors.', '有错误。'),
  more: (where: string, count: number) =>
    text(`${where}, and ${count} more`, `${where}，另有 ${count} 处`),
  problem: (what: string, where: string) =>
    text(`error: ${what} (${where})`, `错误：${what}（${where}）`),
  note: (what: string, where: string) =>
    text(`warning: ${what} (${where})`, `警告：${what}（${where}）`),
  noAppId: () => text('without an AppID', '没有 AppID'),
  compiling: (brand: string) =>
    text(
      `Compile the program with ${brand}, and check its types`,
      `用 ${brand} 编译程序，并检查类型`,
    ),
  asCompiled: (brand: string) =>
    text(
      `Put ${brand} into the program, which is as it was when it was last compiled`,
      `程序自上次编译后没有改动，只换入 ${brand} 的文件`,
    ),
  privateKey: () => text('a private key', '私钥'),
  token: () => text('a token (JWT)', '令牌（JWT）'),
  appSecret: () =>
    text(
      "what looks like an AppSecret or a user pool's secret",
      '疑似 AppSecret 或用户池密钥的内容',
    ),
  cloudKey: () => text("a cloud's access key", '云服务的访问密钥'),
  answers: (url: string, status: number) =>
    text(`${url} answers ${status}`, `${url} 回答 ${status}`),
  otherForm: (url: string) => text(`${url} answers in another form`, `${url} 回答的格式不对`),
  noAnswer: (url: string, reason: string) =>
    text(`${url} gives no answer: ${reason}`, `${url} 没有回答：${reason}`),
  mainPackage: () => text('the main package', '主包'),
} as const;
