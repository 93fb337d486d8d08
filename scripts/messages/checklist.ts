import { text } from './say';

const companyAdmin = text('the mini program’s administrator', '小程序管理员');
const developer = text('who runs this repository', '维护本仓库的人');
const appTeam = text('the app’s developers', 'App 开发');
const legal = text(
  'the company’s legal person, with the administrator',
  '法定代表人与小程序管理员',
);
const tester = text('anybody with two phones', '任何有两部手机的人');
const minutes = text('minutes', '几分钟');

/** The way to a live program, in order: what, who does it, and how long it takes. */
export const steps = {
  account: () => ({
    what: text(
      'mp.weixin.qq.com: register a mini program, and verify (认证) it as a company; a fee each year',
      'mp.weixin.qq.com：注册小程序，完成企业认证；每年收费',
    ),
    who: companyAdmin,
    time: text('1 to 5 working days', '1 至 5 个工作日'),
  }),
  name: () => ({
    what: text(
      '设置 → 基本设置: name, icon and introduction; the name is checked by WeChat',
      '设置 → 基本设置：名称、头像、简介；名称由微信审核',
    ),
    who: companyAdmin,
    time: text('minutes; up to 2 days for the name', '几分钟；名称审核最多 2 天'),
  }),
  category: () => ({
    what: text(
      '设置 → 基本设置 → 服务类目: the category of what your app does, with its licences where it asks for them',
      '设置 → 基本设置 → 服务类目：按您的 App 所做的事选择；有的类目要资质',
    ),
    who: companyAdmin,
    time: text('minutes; up to 7 days with licences', '几分钟；需要资质时最多 7 天'),
  }),
  filing: () => ({
    what: text(
      '设置 → 基本设置 → 小程序备案: the filing; without it nothing is released in mainland China',
      '设置 → 基本设置 → 小程序备案：没有备案不能在中国大陆上线',
    ),
    who: legal,
    time: text('1 to 4 weeks', '1 至 4 周'),
  }),
  apps: () => ({
    what: text(
      'open.weixin.qq.com: each app as a mobile application (移动应用), with the signature and bundle ID of what is shipped',
      'open.weixin.qq.com：为每个 App 创建移动应用，签名和 Bundle ID 与实际发布的一致',
    ),
    who: appTeam,
    time: text('up to 7 days', '最多 7 天'),
  }),
  linked: () => ({
    what: text(
      'open.weixin.qq.com: join the mini program to the app (关联小程序), both under one account of the open platform',
      'open.weixin.qq.com：关联小程序，两者绑定同一个开放平台账号',
    ),
    who: appTeam,
    time: minutes,
  }),
  quota: () => ({
    what: text(
      '付费管理: buy the quota of the phone number (手机号快速验证); used up, the login fails with errno 1400001',
      '付费管理：购买手机号快速验证的次数；用完后登录会失败（errno 1400001）',
    ),
    who: companyAdmin,
    time: text('minutes; 0.03 yuan a login', '几分钟；每次 0.03 元'),
  }),
  genauth: () => ({
    what: text(
      'GenAuth’s console: the application, and the identity source "APP 拉起小程序" in it with the AppSecret',
      'GenAuth 控制台：应用，以及其中的身份源「APP 拉起小程序」，AppSecret 填在那里',
    ),
    who: developer,
    time: minutes,
  }),
  pack: () => ({
    what: text('the brand: names, logo, colours, agreements', '品牌：名称、图标、颜色、协议'),
    who: developer,
    time: text('an hour, and your lawyers’ time', '一小时，加上法务的时间'),
  }),
  domains: () => ({
    what: text(
      '管理 → 开发管理: request domains and business domains, as this doctor lists them',
      '管理 → 开发管理：request 合法域名和业务域名，见 doctor 的列表',
    ),
    who: companyAdmin,
    time: text('minutes; only a few changes a month', '几分钟；每月只能改几次'),
  }),
  privacy: () => ({
    what: text(
      '设置 → 服务内容声明 → 用户隐私保护指引: paste what stands below',
      '设置 → 服务内容声明 → 用户隐私保护指引：粘贴下面的内容',
    ),
    who: companyAdmin,
    time: minutes,
  }),
  library: () => ({
    what: text(
      '设置 → 基本设置 → 基础库最低版本设置: 3.6.0',
      '设置 → 基本设置 → 基础库最低版本设置：3.6.0',
    ),
    who: companyAdmin,
    time: minutes,
  }),
  key: () => ({
    what: text(
      '管理 → 开发管理 → 小程序代码上传: the upload key, and the addresses of the machines that upload',
      '管理 → 开发管理 → 小程序代码上传：上传密钥，以及上传机器的 IP 白名单',
    ),
    who: companyAdmin,
    time: minutes,
  }),
  device: () => ({
    what: text(
      'npm run preview, and docs/device-check.md with an Android phone and an iPhone',
      'npm run preview，并用一部 Android 手机和一部 iPhone 完成 docs/device-check.zh-CN.md',
    ),
    who: tester,
    time: text('an hour', '一小时'),
  }),
  upload: () => ({
    what: text(
      'npm run upload; then make it the trial version (体验版) and log in from the real app',
      'npm run upload；然后设为体验版，用真实的 App 登录一次',
    ),
    who: developer,
    time: minutes,
  }),
  review: () => ({
    what: text(
      '版本管理 → 提交审核: with the notes below, a test account with a phone number, the app or a film of the whole way',
      '版本管理 → 提交审核：附上下面的备注、带手机号的测试账号，以及 App 安装包或完整流程的录屏',
    ),
    who: companyAdmin,
    time: text('hours to 7 days', '几小时到 7 天'),
  }),
  release: () => ({
    what: text('版本管理 → 发布', '版本管理 → 发布'),
    who: companyAdmin,
    time: minutes,
  }),
} as const;

export const checklist = {
  done: () => text('done', '完成'),
  open: () => text('open', '未完成'),
  seen: () => text('seen', '已确认'),
  legend: () =>
    text(
      'seen: this machine can see it. done, open: what you said; nobody here can look into WeChat’s console, a CI or another machine.',
      '已确认：本机能看到。完成、未完成：由您标记；这里看不到微信后台、CI 和其他机器。',
    ),
  mark: (brand: string) =>
    text(
      `Mark a step: npm run doctor -- ${brand} --checklist --done account,name (or --undone)`,
      `标记步骤：npm run doctor -- ${brand} --checklist --done account,name（或 --undone）`,
    ),
  unknown: (step: string, all: string) =>
    text(`${step}: no such step; there are ${all}`, `${step}：没有这一步；有 ${all}`),
  seenByItself: (step: string) =>
    text(
      `${step}: is seen by itself, and is not marked by hand`,
      `${step}：由本机自动判断，不能手工标记`,
    ),
  paste: () => text('To paste:', '可直接粘贴：'),
  whose: (who: string, time: string) => text(`${who}; ${time}`, `${who}；${time}`),
  broken: (file: string) =>
    text(
      `${file}: is not a list of steps; delete it, and mark the steps again`,
      `${file}：不是步骤列表；请删掉后重新标记`,
    ),
} as const;
