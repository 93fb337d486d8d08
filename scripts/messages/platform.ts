import { text } from './say';

export { remedies } from './platform-remedies';

/** A command: it is typed the same in both. */
const same = (command: string) => text(command, command);

const example =
  '{"componentAppId": "wx...", "tokens": {"command": ["node", "tokens.mjs"]}} or {"tokens": {"endpoint": "https://tokens.example/{appId}"}}';

/** What the third-party platform's file and its tokens may lack. */
export const provider = {
  noFile: (file: string) =>
    text(
      `${file}: not found; it names the platform and where its tokens come from: ${example}`,
      `${file}：没有找到；它写明第三方平台以及令牌从哪里来：${example}`,
    ),
  badFile: (file: string, why: string) => text(`${file}: ${why}`, `${file}：${why}`),
  tokenFailed: (appId: string, why: string) =>
    text(`there is no token for ${appId}: ${why}`, `拿不到 ${appId} 的令牌：${why}`),
  tokenRemedy: () =>
    text(
      'ask the command or the endpoint of platform.json yourself; the mini program must have given your platform set 18',
      '请自己运行 platform.json 里的命令或请求其中的地址；小程序须已把权限集 18 授权给您的平台',
    ),
  sameToken: (appId: string, other: string) =>
    text(
      `${appId} is given the same token as ${other}: each mini program has its own`,
      `${appId} 得到的令牌与 ${other} 的相同：每个小程序的令牌各不相同`,
    ),
  badKey: () =>
    text(
      'PLATFORM_TOKENS_KEY has a line break, a control character or one that is not ASCII inside: no HTTP header takes it',
      'PLATFORM_TOKENS_KEY 中间有换行、控制字符或非 ASCII 字符，不能放进 HTTP 请求头',
    ),
  noTokenInAnswer: () =>
    text(
      'the answer holds no access_token, as text or as JSON',
      '回答里没有 access_token（文本或 JSON）',
    ),
  httpStatus: (status: number) => text(`it answers HTTP ${status}`, `它返回 HTTP ${status}`),
  exitCode: (code: string) => text(`the command ends with ${code}`, `命令以 ${code} 结束`),
} as const;

/** Wrong usage, and what keeps a run from beginning. */
export const usage = {
  forKeys: (options: string) =>
    text(
      `${options}: for uploads with a key; the platform has none`,
      `${options}：只用于密钥上传，平台方式没有`,
    ),
  noGuide: (file: string) =>
    text(
      `--set-up: ${file} has no "privacy", as {"notice": "弹窗"}`,
      `--set-up：${file} 没有 "privacy"，例如 {"notice": "弹窗"}`,
    ),
  setUpFirst: () =>
    text(
      '--set-up goes with what is committed, before --submit; --release alone commits nothing',
      '--set-up 在上传代码之后、--submit 之前登记；单独的 --release 不上传代码',
    ),
  noBrands: () =>
    text(
      'there is no brand to commit, samples apart: name some, or make one (npm run brand -- new)',
      '除示例外没有可上传的品牌：请指定名称，或新建（npm run brand -- new）',
    ),
} as const;

/** WeChat writes 为了 before each in the privacy guide. */
export const purposes = {
  phone: () => same('注册、登录你的账号'),
  clipboard: () => same('让你复制出错信息给客服'),
} as const;

/** What came of one step, and of a run. */
export const steps = {
  committing: () => text('committing', '正在上传代码'),
  asking: () => text("asking WeChat for the brand's state", '正在向微信查询状态'),
  checking: () => text('waiting for the check of the code', '正在等待代码检测'),
  declaring: () => text('declaring domains and the privacy guide', '正在登记域名和隐私保护指引'),
  submitting: () => text('submitting for review', '正在提交审核'),
  releasing: () => text('releasing', '正在发布'),
  waiting: () => text('WeChat asks to slow down; waiting', '微信要求放慢，正在等待'),

  wouldCommit: (kilobytes: string) =>
    text(`ext_json of ${kilobytes} KB; nothing was sent`, `ext_json ${kilobytes} KB；没有发送`),
  committed: () => text('trial version', '体验版'),
  checked: () => text('trial version, checked', '体验版，已检测'),
  underReview: () => text('under review', '审核中'),
  delayed: () => text('under review, delayed', '审核延后'),
  approved: () => text('approved', '审核通过'),
  rejected: () => text('rejected', '被驳回'),
  withdrawn: () => text('withdrawn', '已撤回'),
  released: () => text('live', '已发布'),
  replaced: () => text('no longer live', '已不在线上'),
  failed: () => text('failed', '失败'),
  failedUnsure: () => text('failed, and may have arrived', '失败，可能已到达'),
} as const;

/** What a person or a later run has to do. */
export const todo = {
  submit: (brand: string) => same(`npm run upload -- ${brand} --platform --submit`),
  wait: () => text("WeChat's review; ask again later", '等待微信审核，稍后再查'),
  release: (brand: string) => same(`npm run upload -- ${brand} --platform --release`),
  rejected: () =>
    text(
      'correct what the reviewer names, give the brand another version, and run the same again',
      '请按审核意见修改，给品牌一个新版本，再运行同一命令',
    ),
  withdrawn: () =>
    text(
      'somebody withdrew it; give the brand another version to submit it again',
      '有人撤回了审核；要再次提交，请给品牌一个新版本',
    ),
  consoleReview: (appId: string) =>
    text(
      `mp.weixin.qq.com of ${appId} → 管理 → 版本管理: choose it as trial version, submit it for review, release it`,
      `${appId} 的 mp.weixin.qq.com → 管理 → 版本管理：选为体验版、提交审核、发布`,
    ),
  upload: (brand: string) => same(`npm run upload -- ${brand}`),
  commitAll: () => same('npm run upload -- --platform --all'),
  lookWhetherArrived: () =>
    text(
      'it may have arrived: look at 管理 → 版本管理 before you send it again',
      '可能已经到达：再次发送之前，请查看 管理 → 版本管理',
    ),
} as const;

/** Where a brand is. */
export const status = {
  broken: () => text('the pack is broken', '品牌包有误'),
  nothing: () => text('nothing was sent', '还没有上传过'),
  sent: () => text('uploaded', '已上传'),
  failed: () => text('the upload failed', '上传失败'),
  notKnown: () => text('it may have arrived', '可能已到达'),
  live: () => text('live', '已发布'),
  trial: () => text('trial version', '体验版'),
  commit: (brand: string) => same(`npm run upload -- ${brand} --platform`),
  noBrands: () =>
    text(
      'There is no brand here, samples apart: npm run brand -- new makes one, npm run status -- <name> asks about a sample.',
      '除示例外还没有品牌：npm run brand -- new 新建一个，npm run status -- <名称> 查询示例。',
    ),
  end: (open: number, count: number) =>
    text(
      open === 0
        ? `Nothing is left to do for ${count} brands.`
        : `${open} of ${count} brands wait for somebody.`,
      open === 0 ? `${count} 个品牌都没有待办。` : `${count} 个品牌中有 ${open} 个等待处理。`,
    ),
} as const;

/** Why a step failed, and what to do about it. */
export const troubles = {
  refuses: (words: string, code: number) =>
    text(`WeChat refuses: ${words} (${code})`, `微信拒绝：${words}（${code}）`),
  offline: (words: string) => text(`WeChat is not reached: ${words}`, `连接不上微信：${words}`),
  unsure: (words: string) =>
    text(
      `the answer got lost, and WeChat does not say what became of it: ${words}`,
      `回答丢失，微信也没有说明结果：${words}`,
    ),
  odd: (path: string, came: string) =>
    text(
      `WeChat was asked ${path}, and its answer has another shape than it documents: ${came}`,
      `向微信请求 ${path}，回答的格式与文档不符：${came}`,
    ),
  noJson: (path: string, came: string) =>
    text(
      `${path} was answered by something that is no JSON of WeChat: ${came || '(empty)'}`,
      `${path} 的回答不是微信的 JSON：${came || '（空）'}`,
    ),
  gone: () =>
    text('WeChat accepted it, and does not have it by now', '微信接受了请求，但现在查不到结果'),
  superseded: (version: string) =>
    text(
      `another version was submitted after it: ${version}`,
      `在它之后又提交了另一个版本：${version}`,
    ),
  reviewGone: () => text('WeChat has no review of it any more', '微信已没有它的审核记录'),
  notSubmitted: () =>
    text(
      'nothing of it was submitted, so that nothing is approved',
      '还没有提交过审核，没有可发布的版本',
    ),
  notOurs: (version: string) =>
    text(
      `WeChat's last review is of ${version}, which this tool did not submit`,
      `微信最近一次审核的是 ${version}，不是本工具提交的`,
    ),
  numberTaken: (version: string) =>
    text(
      `version ${version} was submitted before, of another template or ext_json: a number is reviewed once`,
      `版本 ${version} 已提交过审核，用的是另一个模板或 ext_json：一个版本号只审核一次`,
    ),
  replaced: () =>
    text('it was live, and another version is live now', '它曾经发布，现在线上是另一个版本'),
  withdrawn: () => text('the review was withdrawn', '审核已撤回'),
  checkTooLong: () => text('the check of the code is not over yet', '代码检测还没有完成'),
  notBegun: () => text('not begun', '还没开始'),
  busy: (pid: number) =>
    text(
      `another run (process ${pid}) is at it; wait for it`,
      `另一次运行（进程 ${pid}）正在进行，请等它结束`,
    ),
  noRest: () => text("this month's quota of reviews is used up", '本月提审额度已用完'),
  privateApis: (apis: string) =>
    text(
      `the template uses location APIs that this mini program did not declare or may not use: ${apis}`,
      `模板用到了该小程序未声明或无权使用的地理位置接口：${apis}`,
    ),
  domainsNotTaken: (names: string) =>
    text(
      `WeChat did not take these request domains: ${names}`,
      `微信没有接受这些 request 域名：${names}`,
    ),
  domainsNotFiled: (names: string) =>
    text(
      `WeChat finds no ICP filing of these domains: ${names}`,
      `微信查不到这些域名的 ICP 备案：${names}`,
    ),
  noContact: () =>
    text(
      'the privacy guide needs an email address or a phone number of the company',
      '隐私保护指引需要公司的邮箱或电话',
    ),
  noPurpose: (keys: string) =>
    text(
      `WeChat finds in the code what the privacy guide has to explain: ${keys}`,
      `微信在代码里检测到须在隐私保护指引说明的内容：${keys}`,
    ),
  noCategory: () => text('the mini program has no service category', '小程序还没有服务类目'),
  noTemplate: (version: string) =>
    text(
      `the platform has neither a template nor a draft of version ${version}`,
      `平台里没有版本 ${version} 的模板或草稿`,
    ),
} as const;
