import { text } from '../say';

/** The help of `upload` and `preview`. */
export const shipHelp = {
  upload: () =>
    text(
      'Checks, compiles and uploads the mini program of one brand, of several or of all, with the official tool.',
      '检查、编译并用官方工具上传一个、几个或全部品牌的小程序。',
    ),
  preview: () =>
    text(
      'Checks, compiles and uploads a preview, and shows the QR code that opens it on a phone.',
      '检查、编译并上传预览版，显示用手机打开它的二维码。',
    ),
  brands: () =>
    text(
      'folders in brands/; the chosen brand when left out',
      'brands/ 里的文件夹；不写则为所选的品牌',
    ),
  all: () => text('every brand but the samples', '除示例以外的全部品牌'),
  shard: () =>
    text(
      'only the i-th of n parts: the same split on every machine',
      '只做 n 份中的第 i 份；每台机器的分法相同',
    ),
  version: () => text("instead of package.json's version", '版本号，代替品牌或 package.json 里的'),
  description: () => text('instead of the last commit', '说明，代替最近一次提交的标题'),
  robot: () =>
    text(
      'which robot uploads: each has one version in version management',
      '用哪个上传机器人：每个在版本管理里占一个版本',
    ),
  key: () =>
    text(
      'the upload key, or a folder of private.<AppID>.key; else UPLOAD_KEY (text) or UPLOAD_KEYS (folder)',
      '上传密钥，或放有 private.<AppID>.key 的文件夹；不写则用 UPLOAD_KEY（文本）或 UPLOAD_KEYS（文件夹）',
    ),
  proxy: () =>
    text(
      'an HTTP proxy; its own certificate is named in NODE_EXTRA_CA_CERTS',
      'HTTP 代理；它自己的证书由 NODE_EXTRA_CA_CERTS 指定',
    ),
  jobs: () => text('how many at a time', '同时进行几个'),
  timeout: () => text('until WeChat counts as silent', '多少秒没有回答就算微信没有回应'),
  dryRun: () => text('compile, check and report; send nothing', '只编译、检查和报告，什么都不发送'),
  json: () => text('one JSON document on stdout, and nothing else', '标准输出只有一份 JSON'),
  again: () =>
    text(
      'also what an earlier run has sent, or may have sent',
      '之前已经发送或可能已发送的也再次上传',
    ),
  allowDirty: () =>
    text('although there are changes that are not committed', '有未提交的修改也上传'),
  page: () =>
    text(
      'what the code opens, e.g. pages/login/login?v=1',
      '二维码打开的页面，例如 pages/login/login?v=1',
    ),
} as const;

/** The options of `upload --platform`. */
export const platformHelp = {
  platform: () =>
    text(
      'commit to mini programs of your third-party platform, without their keys; 32 at a time where --jobs is left out',
      '提交到您的第三方平台代管的小程序，不需要它们的密钥；不写 --jobs 时同时进行 32 个',
    ),
  submit: () =>
    text('with --platform: submit for review, once', '配合 --platform：提交审核，只提交一次'),
  setUp: () =>
    text(
      'with --platform: declare what is missing of the request domains and the privacy guide',
      '配合 --platform：补上缺少的 request 域名和隐私保护指引',
    ),
  release: () =>
    text('with --platform: release what is approved', '配合 --platform：发布已通过审核的版本'),
  template: () =>
    text(
      'with --platform: the pack of the template; the only one here when left out',
      '配合 --platform：模板的品牌包；不写则为唯一的那个',
    ),
  config: () =>
    text(
      'names the platform, and where its tokens come from',
      '指明第三方平台，以及它的令牌从哪里来',
    ),
} as const;

/** The help of `status`. */
export const statusHelp = {
  badJobs: () => text('a whole number from 1 to 32 is expected.', '应为 1 至 32 的整数。'),
  about: () =>
    text(
      'Where each brand is, sent with an upload key or over a third-party platform, and what a person must still do.',
      '每个品牌进行到哪里（用上传密钥或经第三方平台发送），还有什么要人工完成。',
    ),
  brands: () =>
    text(
      'folders in brands/; all but the samples when left out',
      'brands/ 里的文件夹；不写则为除示例以外的全部',
    ),
  offline: () => text('ask nobody: what this machine has written down', '不联网：只看本机的记录'),
} as const;
