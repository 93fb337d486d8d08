import { text } from './say';

/** The help of `start`. */
export const startHelp = {
  ext: () =>
    text(
      'the template with this brand: an ext_json, as brand -- <name> --ext prints it',
      '用这个品牌显示模板：brand -- <名称> --ext 输出的 ext_json',
    ),
  port: (usual: number) =>
    text(
      `port to listen on; when it is busy, the next free one (default: ${usual})`,
      `监听的端口；被占用时用下一个空闲的（默认：${usual}）`,
    ),
  lan: () =>
    text(
      'also for phones of the same network, by a QR code; without an address: every private one of this machine',
      '同一网络里的手机也能扫码使用；不写地址则用本机的全部内网地址',
    ),
  noAddress: () =>
    text(
      'An address of a private network, such as 192.168.1.20: nobody from elsewhere shall reach this.',
      '须是内网地址，例如 192.168.1.20：外网不得访问。',
    ),
  noNetwork: () =>
    text(
      'No private network found. Name the address of this machine: --lan 192.168.1.20',
      '没有找到内网。请写明本机的地址：--lan 192.168.1.20',
    ),
  noListener: (addresses: string, reason: string) =>
    text(`Cannot listen on ${addresses}: ${reason}`, `无法在 ${addresses} 上监听：${reason}`),
  phones: (host: string) =>
    text(
      `For a phone of the same network (${host}): whoever has this code may use the demo.`,
      `供同一网络里的手机使用（${host}）：持有此二维码即可使用演示。`,
    ),
  phonesInWorkbench: () =>
    text(
      'For phones of the same network: “On your phone” in the workbench shows the QR code.',
      '同一网络里的手机：在工作台点「在手机上试」查看二维码。',
    ),
  noPort: () => text('A port is a whole number up to 65535.', '端口是不超过 65535 的整数。'),
  starting: (brand: string) =>
    text(
      `Start the phone's server and the doubles, with ${brand}`,
      `启动手机的服务器和模拟服务，品牌 ${brand}`,
    ),
  title: () => text('Mini-login workbench', 'Mini-login 工作台'),
  moved: (wanted: number, port: number) =>
    text(`Port ${wanted} is busy, so this is ${port}.`, `端口 ${wanted} 被占用，改用 ${port}。`),
  what: () =>
    text(
      'A phone with a demo app, the mini program, and everything that happens between them.',
      '一部手机：演示 App、小程序，以及两者之间发生的一切。',
    ),
  doubles: () =>
    text(
      "WeChat's and GenAuth's servers are doubles: nothing leaves this machine.",
      '微信和 GenAuth 的服务器由模拟服务代替：没有任何内容离开本机。',
    ),
  edit: () =>
    text(
      'Edit a file in miniprogram/ or brands/ and the phone follows. Ctrl-C ends it.',
      '编辑 miniprogram/ 或 brands/ 里的文件，手机随之更新。按 Ctrl-C 结束。',
    ),
  about: () =>
    text(
      "Opens a phone in your browser: a demo app, the mini program, and a timeline of everything between them.\nWeChat's and GenAuth's servers are doubles on this machine. Changes in miniprogram/ and brands/ show at once.",
      '在浏览器里打开一部手机：演示 App、小程序，以及两者之间全部往来的时间线。\n微信和 GenAuth 的服务器由本机的模拟服务代替。miniprogram/ 和 brands/ 里的修改立即可见。',
    ),
  brand: () =>
    text(
      'a folder in brands/, for this once; the workbench can change it',
      'brands/ 里的文件夹，只用这一次；在工作台里可以更换',
    ),
} as const;

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

/** The help of `doctor`. */
export const doctorHelp = {
  about: () =>
    text(
      'Looks for everything that makes an upload, a review or a first login fail, and says what WeChat has to be told.',
      '检查一切会让上传、审核或首次登录失败的问题，并列出要在微信后台填写的内容。',
    ),
  brand: () =>
    text(
      'a folder in brands/; the chosen brand when left out',
      'brands/ 里的文件夹；不写则为所选的品牌',
    ),
  online: () =>
    text(
      "also ask the brand's GenAuth, and the pages of the agreements",
      '同时询问品牌的 GenAuth，并打开协议网页',
    ),
  compile: () =>
    text(
      "also run WeChat's own compiler, as an upload does: for whoever changes the program",
      '同时运行微信自己的编译器，与上传时相同：改过程序代码时用',
    ),
  console: () =>
    text(
      "with --online: where GenAuth's public configuration is served, if not at the brand's host",
      '配合 --online：GenAuth 公开配置所在的地址（不在品牌的 host 时）',
    ),
  at: () =>
    text(
      'with --online: ask this GenAuth in place of the brand’s, as the sandbox: http://127.0.0.1:5190',
      '配合 --online：改为询问这个 GenAuth，例如沙箱 http://127.0.0.1:5190',
    ),
  checklist: () =>
    text(
      'instead: every step from nothing to a live program, who does it, how long it takes and how far it is',
      '改为列出从零到上线的每一步：谁来做、要多久、做到哪里',
    ),
  done: () =>
    text(
      'with --checklist: marks steps, with commas between',
      '配合 --checklist：标记已完成的步骤，用逗号分隔',
    ),
  undone: () => text('with --checklist: takes marks back', '配合 --checklist：取消标记'),
  json: () => text('one JSON document on stdout, and nothing else', '标准输出只有一份 JSON'),
  exitCode: () =>
    text(
      '\nExit code 0: no error; 1: an error, or the brand or the program is broken.',
      '\n退出码 0：没有错误；1：有错误，或品牌、程序无法使用。',
    ),
} as const;

/** The help of `keys`. */
export const keysHelp = {
  about: () =>
    text(
      'Keeps the upload keys of many mini programs in your repository, encrypted; a CI needs one secret.',
      '把许多小程序的上传密钥加密后放在仓库里；CI 只需要一个密文。',
    ),
  init: () =>
    text(
      'makes upload-keys/recipient.json, and writes the secret to stdout',
      '生成 upload-keys/recipient.json，并把私钥写到标准输出',
    ),
  add: () => text('encrypts upload keys, as WeChat gives them', '加密从微信下载的上传密钥'),
  paths: () =>
    text(
      'files named private.<AppID>.key, or folders of them',
      '名为 private.<AppID>.key 的文件，或放有它们的文件夹',
    ),
  list: () => text('the brands, and whether there is a key for each', '列出各品牌是否有密钥'),
  check: () =>
    text(
      'opens every key with UPLOAD_KEYS_SECRET, and writes nothing',
      '用 UPLOAD_KEYS_SECRET 打开每个密钥；不写任何文件',
    ),
  more: () =>
    text(
      `
The keys lie in upload-keys/, each a JWE (RFC 7516) for the public key in upload-keys/recipient.json.
npm run upload opens them with the secret in UPLOAD_KEYS_SECRET.

Examples:
  npm run -s keys -- init > secret.txt once; store the secret with your CI, and delete the file
  npm run keys -- add ~/keys           every private.<AppID>.key in the folder; needs no secret
  npm run keys -- list                 which brands have a key here
  npm run keys -- check                whether UPLOAD_KEYS_SECRET opens them all`,
      `
密钥放在 upload-keys/，每个都用 upload-keys/recipient.json 里的公钥加密（JWE，RFC 7516）。
npm run upload 用 UPLOAD_KEYS_SECRET 里的私钥打开它们。

例子：
  npm run -s keys -- init > secret.txt 只做一次；把私钥存入 CI，再删掉这个文件
  npm run keys -- add ~/keys           加密文件夹里每个 private.<AppID>.key；不需要私钥
  npm run keys -- list                 哪些品牌有密钥
  npm run keys -- check                UPLOAD_KEYS_SECRET 能否打开全部密钥`,
    ),
} as const;

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
