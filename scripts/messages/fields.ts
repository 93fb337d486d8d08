import { ownExpected, ownFields } from './own-fields';
import { text } from './say';

/** What an editor shows next to a field of brand.json, and what is expected there. */
export const fields = {
  ...ownFields,
  mobileAppId: () =>
    text(
      "The app's own AppID at WeChat's open platform (a mobile application, not the mini program).",
      'App 自己在微信开放平台的 AppID（移动应用，不是小程序）。',
    ),
  app: () =>
    text(
      'The application at GenAuth that its users sign in to.',
      '用户登录到的 GenAuth 应用的 ID。',
    ),
  connection: () =>
    text(
      'The Unique ID of the identity source "APP Launches Mini Program" in GenAuth\'s console.',
      'GenAuth 控制台里身份源「APP 拉起小程序」的唯一标识。',
    ),
  returns: () =>
    text(
      'What it may get: "session" (tokens), "codes" (for the Guard SDK), "ticket" (older apps). "session" alone is the safe choice.',
      '它可以得到什么："session"（令牌）、"codes"（给 Guard SDK）、"ticket"（旧版 App）。只用 "session" 最安全。',
    ),
  createsAccounts: () =>
    text(
      "Whether its logins may create accounts: what GenAuth's agreements say about registering is shown then. false only where the identity source is in Login Only Mode.",
      '登录时能否注册新账号：能的话会显示 GenAuth 里用于注册的协议。只有身份源是“仅登录”模式时才写 false。',
    ),
  name: () =>
    text(
      'What people call this app, where it differs from appName.',
      '用户怎样称呼这个 App；与 appName 不同时填写。',
    ),
  directory: () =>
    text(
      'In place of apps: one program for the apps of many companies, which asks a directory about each.',
      '代替 apps：一个小程序为许多公司的 App 服务，每次向目录查询是哪个 App。',
    ),
  template: () =>
    text(
      "In place of apps: a template of WeChat's third-party platform. Each company's brand comes in the ext_json that it is committed with.",
      '代替 apps：微信第三方平台的模板。各公司的品牌写在提交代码时的 ext_json 里。',
    ),
  logoUrl: () =>
    text(
      "The logo's address, on one of a template's logoHosts, for a program that gets this brand as ext_json.",
      '图标的网址，位于模板的 logoHosts 之一；品牌以 ext_json 提供时使用。',
    ),
  directoryConsole: () =>
    text(
      "GenAuth's console: its public configuration says whose application a launch names. null: not asked.",
      'GenAuth 控制台：其公开配置说明启动参数里的应用属于哪个 App。null 表示不查询。',
    ),
  directoryEndpoint: () =>
    text(
      'Your own directory: GET {endpoint}/apps/{mobileAppId}. Needed for apps that name no application (Guard SDK). null: none.',
      '您自己的目录：GET {endpoint}/apps/{mobileAppId}。启动时不带参数的 App（Guard SDK）需要它。null 表示没有。',
    ),
  directoryHosts: () =>
    text(
      'More origins of GenAuth that an entry of your directory may name; declare them as request domains.',
      '目录条目可以使用的其他 GenAuth 域名；须在微信后台登记为 request 合法域名。',
    ),
  directoryLogoHosts: () =>
    text('Hosts that logos of apps may be on.', '各 App 的图标所在的域名。'),
  directoryReader: () =>
    text(
      'A page on one of businessDomains that shows agreements of other hosts; their address is put at its end. null: such logins fail.',
      '位于业务域名上的阅读页，用来显示其他域名上的协议；协议地址接在它后面。null 表示这样的登录会失败。',
    ),
  directoryUnregistered: () =>
    text(
      'Apps without an entry: "refuse" (the safe choice), or "codes": they are served under your name only.',
      '没有登记的 App："refuse"（最安全），或 "codes"：只以您的名义提供 codes。',
    ),
  own: () =>
    text(
      'What this app has of its own in place of the brand’s: logo, look, contact, agreements, words.',
      '这个 App 自己的内容，代替品牌的：logo、look、contact、agreements、words。',
    ),
  background: () =>
    text('Behind everything, the native bar included.', '整个页面的背景，包括原生导航栏。'),
  primary: () =>
    text(
      'The main button. 3 : 1 or more with the background is good advice.',
      '主按钮的颜色。与背景的对比度最好不低于 3 : 1。',
    ),
  onPrimary: () =>
    text(
      'The text on the main button. 4.5 : 1 or more with primary.',
      '主按钮上的文字。与 primary 的对比度不低于 4.5 : 1。',
    ),
  link: () =>
    text(
      'Links to agreements. 4.5 : 1 or more with the background and the cards.',
      '协议的链接。与背景和卡片的对比度不低于 4.5 : 1。',
    ),
  agreementVersion: () =>
    text(
      'Goes to the app with the consent; change it when the text changes.',
      '随同意记录交给 App；文本变了就要改。',
    ),
  agreementTitle: () =>
    text(
      'As it stands in the sentence of consent, with 《》 in Chinese.',
      '在“已阅读并同意”那句话里的样子，中文要带书名号《》。',
    ),
  agreementContent: () =>
    text(
      'A page on one of businessDomains, or texts in the folder agreements: {"textFile": "terms"}.',
      'businessDomains 上的网页，或 agreements 文件夹里的文本：{"textFile": "terms"}。',
    ),
  host: () =>
    text(
      "GenAuth's origin; declare it with WeChat as a request domain.",
      'GenAuth 的地址；在微信声明为 request 合法域名。',
    ),
  userPoolId: () =>
    text('Needed for "ticket" alone; else null.', '只有 "ticket" 需要，否则为 null。'),
  headers: () =>
    text(
      'Names of request headers: x-authing-... at GenAuth and Authing.',
      '请求头的名称：GenAuth 和 Authing 是 x-authing-...。',
    ),
  phonePayload: () =>
    text(
      'How the phone number travels; "encrypted" for older private deployments.',
      '手机号以什么形式传送；较旧的私有部署用 "encrypted"。',
    ),
  ticketEndpoint: () =>
    text(
      'Your own address that mints tickets; null where no app returns "ticket".',
      '您自己签发 ticket 的地址；没有 App 返回 "ticket" 时为 null。',
    ),
  sample: () =>
    text(
      'Comes with the project; steps back where there is a brand of your own.',
      '项目自带的示例；有您自己的品牌时会让位。',
    ),
  version: () =>
    text(
      'Your program’s version, which upload gives to WeChat; package.json’s, which is this project’s, when left out.',
      '您的小程序的版本号，上传时交给微信；不写则用 package.json 里本项目的版本号。',
    ),
  appName: () =>
    text('The app that asks, as its users call it.', '请求登录的 App，用户怎样称呼它。'),
  operator: () =>
    text(
      'The company on whose behalf, as registered with WeChat.',
      '运营的公司，与在微信登记的一致。',
    ),
  logo: () =>
    text(
      'A square PNG in this folder, 144 to 1024 px wide, at most 40 KB.',
      '本文件夹里的正方形 PNG，边长 144 至 1024 像素，不超过 40 KB。',
    ),
  contact: () =>
    text('Where a person gets help; null hides it.', '用户在哪里得到帮助；null 为不显示。'),
  miniProgramAppId: () =>
    text(
      "The mini program's AppID, from mp.weixin.qq.com.",
      '小程序的 AppID，来自 mp.weixin.qq.com。',
    ),
  projectName: () =>
    text('What WeChat DevTools calls the project.', '微信开发者工具里的项目名称。'),
  languages: () =>
    text(
      'What the program speaks; the first one where nothing is nearer to the person. Fewer languages are a smaller program.',
      '小程序说的语言；没有更接近的语言时用第一种。语言越少，程序越小。',
    ),
  apps: () =>
    text(
      'The apps that may open the program. Every other one gets a refusal.',
      '可以打开小程序的 App。其他 App 只会得到拒绝。',
    ),
  unknownCaller: () =>
    text(
      'A caller whose AppID WeChat does not tell: "refuse", or the mobileAppId of the app it is taken for.',
      '微信没有给出 AppID 的调用方："refuse"（拒绝），或把它当作哪个 App 的 mobileAppId。',
    ),
  scopes: () => text('The OIDC scopes that an app may ask for.', 'App 可以请求的 OIDC scope。'),
  sealed: () =>
    text(
      '"required": a session only goes back encrypted to the key that the app sent. The safe choice.',
      '"required"：会话只以 App 给出的公钥加密后返回，最安全。',
    ),
  clipboard: () =>
    text(
      'Whether details for support may be copied; has to be declared in the privacy guide with WeChat.',
      '给客服的信息能否复制；需要在微信的隐私保护指引里声明。',
    ),
  phone: () =>
    text(
      'The least that is asked for; an app may ask for more.',
      '对手机号的最低要求；App 可以要求更多。',
    ),
  extraData: () =>
    text(
      'How WeChat hands the result over; "string" unless the app needs the object form.',
      '微信交回结果的形式；除非 App 需要对象形式，否则用 "string"。',
    ),
  businessDomains: () =>
    text(
      "Hosts of the agreements' pages, declared with WeChat as business domains.",
      '协议网页所在的域名，与在微信声明的业务域名一致。',
    ),
  radius: () => text('Of corners, px.', '圆角，像素。'),
  words: () =>
    text(
      'Your own words in place of ours: {"en": {"login.heading": "Welcome to {app}"}}.',
      '用您的文字替换我们的：{"zh-CN": {"login.heading": "欢迎回到{app}"}}。',
    ),
} as const;

/** What is expected of a field that is wrong. */
export const expected = {
  ...ownExpected,
  version: () =>
    text(
      'a version is expected: letters, digits, ".", "-" and "_", at most 64',
      '应为版本号：字母、数字、“.”、“-”和“_”，最多 64 个字符',
    ),
  returns: () =>
    text(
      'at least one is needed, or the app could not be answered',
      '至少需要一项，否则无法回答 App',
    ),
  appsOrDirectory: () =>
    text(
      'one of apps, directory and template is expected',
      '应填写 apps、directory 或 template，只能有一个',
    ),
  directorySource: () =>
    text(
      'consoleHost or endpoint is needed: somebody has to say whose launch it is',
      '需要 consoleHost 或 endpoint：必须有一方说明是哪个 App',
    ),
  trueOrFalse: () => text('true or false is expected', '应为 true 或 false'),
  agreementId: () =>
    text(
      'lower case letters, digits and "-" are expected, at most 32',
      '应为小写字母、数字和“-”，最多 32 个字符',
    ),
  agreementContent: () =>
    text(
      'either {"url": "https://..."} or {"textFile": "terms"} is expected, where agreements/terms.<language>.txt are the texts',
      '应为 {"url": "https://..."} 或 {"textFile": "terms"}，后者的文本是 agreements/terms.<语言>.txt',
    ),
  agreements: () =>
    text(
      'at least one is needed: WeChat refuses a login without an agreement to read',
      '至少需要一份：登录没有可阅读的协议，微信会驳回',
    ),
  agreementsMany: () => text('at most 10 fit on the screen', '屏幕上最多放得下 10 份'),
  agreementsTwice: () => text('two agreements have the same id', '两份协议的 id 相同'),
  agreementsFrom: () =>
    text('"from" must be "brand" or "genauth"', '"from" 必须是 "brand" 或 "genauth"'),
  png: () => text('a PNG picture is expected', '应为 PNG 图片'),
  languages: (all: string) => text(`at least one of ${all} is needed`, `至少需要 ${all} 之一`),
  apps: () =>
    text(
      'at least one app that may open the program is needed',
      '至少需要一个可以打开小程序的 App',
    ),
  unknownCaller: () =>
    text(
      '"refuse" or the mobileAppId of one of the apps is expected',
      '应为 "refuse" 或 apps 里某个 App 的 mobileAppId',
    ),
  scope: () => text('an OIDC scope is expected, e.g. profile', '应为 OIDC scope，例如 profile'),
  openid: () => text('openid is needed', '必须有 openid'),
  openidWhy: () =>
    text(
      'openid is needed: without it there is no id_token',
      '必须有 openid：没有它就没有 id_token',
    ),
  radius: () => text('px, 0 to 28 is expected', '应为 0 至 28 像素'),
} as const;
