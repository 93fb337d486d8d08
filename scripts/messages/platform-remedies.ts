import { text } from './say';

/** What to do about a trouble of the third-party platform. */
export const remedies = {
  again: () => text('run the same again', '请再运行同一命令'),
  firstPart: () =>
    text(
      'the first part (--shard 1/n) makes the template of the draft: run the same again after it',
      '由第一部分（--shard 1/n）把草稿做成模板：等它完成后再运行同一命令',
    ),
  template: (name: string) =>
    text(
      `upload it from the development mini program: npm run upload -- ${name}`,
      `请从开发小程序上传：npm run upload -- ${name}`,
    ),
  quota: () =>
    text(
      'ask for more in 小程序服务商助手, or run the same again next month',
      '请在「小程序服务商助手」申请，或下月再运行同一命令',
    ),
  today: () =>
    text(
      "today's calls are used up: run the same again tomorrow",
      '今天的调用次数已用完：请明天再运行',
    ),
  right: () =>
    text(
      'the mini program must give your platform set 18 (开发管理) once more',
      '小程序须重新把权限集 18（开发管理）授权给您的平台',
    ),
  category: () =>
    text(
      'the submission names the first category of /wxa/get_category: its owner has to look at the service categories at mp.weixin.qq.com',
      '提审用的是 /wxa/get_category 的第一个类目：请其管理员在 mp.weixin.qq.com 检查服务类目',
    ),
  page: (brand: string) =>
    text(
      `a page is named that the template does not have: npm run brand -- ${brand} --ext`,
      `写到了模板里没有的页面：npm run brand -- ${brand} --ext`,
    ),
  reviewNotes: () =>
    text('make "reviewNotes" in platform.json shorter', '请缩短 platform.json 的 "reviewNotes"'),
  noReview: () =>
    text(
      'nothing of it is under review: npm run status says what WeChat has',
      '没有在审核的版本：npm run status 显示微信的状态',
    ),
  notOurs: () =>
    text(
      'whoever submitted it releases it; only then, or to go on without it, submit a version of your own',
      '由提交它的人发布；之后，或者不需要它时，再提交自己的版本',
    ),
  notApproved: () =>
    text(
      'the review does not allow a release: look at 管理 → 版本管理 at mp.weixin.qq.com, then run the same again',
      '审核状态不允许发布：请在 mp.weixin.qq.com 的 管理 → 版本管理 查看，然后再运行同一命令',
    ),
  maySubmit: () =>
    text(
      "WeChat has limited its submissions, or your platform's: look at the notices at mp.weixin.qq.com and open.weixin.qq.com",
      '微信限制了该小程序或您的平台提审：请查看 mp.weixin.qq.com 和 open.weixin.qq.com 的通知',
    ),
  wrongToken: () =>
    text(
      'tokens in platform.json must give an authorizer_access_token for a mini program, and the component_access_token for componentAppId',
      'platform.json 的 tokens 须为小程序给出 authorizer_access_token，为 componentAppId 给出 component_access_token',
    ),
  address: () =>
    text(
      "add the address of this machine to the platform's white list of IPs at open.weixin.qq.com",
      '请把本机 IP 加入 open.weixin.qq.com 上第三方平台的白名单',
    ),
  request: () =>
    text(
      'WeChat did not read the request: look whether a proxy changes it, and please report it as a fault of this tool',
      '微信读不懂请求：请检查代理是否改动了它，并作为本工具的缺陷反馈',
    ),
  templatesFull: () =>
    text(
      'the library holds 200 templates: delete some at open.weixin.qq.com',
      '模板库最多 200 个：请在 open.weixin.qq.com 删除一些',
    ),
  liveStreaming: () =>
    text(
      'the development mini program has the right to live streaming, and can give no versions: use another one',
      '开发小程序已开通直播权限，不能用来发布版本：请换一个',
    ),
  later: () => text('run the same again in a minute', '请过一分钟再运行同一命令'),
  domains: () =>
    text(
      'register them first at open.weixin.qq.com → 第三方平台 → 开发配置 → 小程序服务器域名; a mini program has at most 200',
      '请先在 open.weixin.qq.com → 第三方平台 → 开发配置 → 小程序服务器域名 登记；每个小程序最多 200 个',
    ),
  filing: () =>
    text(
      'a domain without an ICP filing (beian.miit.gov.cn) can be no request domain: have it filed, or use a host that is',
      '没有 ICP 备案（beian.miit.gov.cn）的域名不能用作 request 域名：请完成备案，或换用已备案的域名',
    ),
  contact: (brand: string) =>
    text(
      `give brands/${brand}/brand.json a contact with one, or platform.json privacy.contactEmail`,
      `请在 brands/${brand}/brand.json 的 contact 里写上，或在 platform.json 写 privacy.contactEmail`,
    ),
  purposes: () =>
    text(
      'say what each is for in platform.json: privacy.purposes',
      '请在 platform.json 的 privacy.purposes 写明各自的用途',
    ),
  newVersion: () =>
    text(
      'to ship it once more, give the brand a version that WeChat has not had',
      '要再次发布，请给品牌一个微信没有用过的版本号',
    ),
  odd: () =>
    text(
      'look whether "api" in platform.json is WeChat, and whether a proxy stands between',
      '请检查 platform.json 的 "api" 是否为微信，中间是否有代理',
    ),
  underReview: () =>
    text(
      'another version is under review: wait for it, or withdraw it',
      '另一个版本正在审核：请等待，或撤回它',
    ),
  setUp: () =>
    text(
      'its owner has to set name, icon, introduction and service category at mp.weixin.qq.com',
      '请其管理员在 mp.weixin.qq.com 设置名称、头像、简介和服务类目',
    ),
  extJson: (brand: string) =>
    text(`npm run brand -- ${brand} --ext`, `npm run brand -- ${brand} --ext`),
  privateApis: () =>
    text(
      'declare them in requiredPrivateInfos, ask for the permission, or take them out of the template',
      '请在 requiredPrivateInfos 声明、申请权限，或从模板去掉',
    ),
  arrived: () =>
    text(
      'run the same again: WeChat is asked first, and nothing is sent twice',
      '请再运行同一命令：会先向微信查询，不会重复发送',
    ),
} as const;
