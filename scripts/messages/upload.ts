import { text } from './say';

const place = 'mp.weixin.qq.com → 管理 → 开发管理 → 小程序代码上传';

/** What to do about an upload that failed, by its reason. */
export const remedies = {
  ip: () =>
    text(
      `This machine's address is not on the list of the upload key: add it, or switch the list off, at ${place}.`,
      `本机的 IP 不在上传密钥的白名单里：请在 ${place} 加入，或关闭白名单。`,
    ),
  key: () =>
    text(
      `The key is not the one of this mini program: download it again (${place}); a reset makes older ones useless.`,
      `密钥不是这个小程序的：请重新下载（${place}）；重置后旧密钥就失效了。`,
    ),
  permission: () =>
    text(
      `The key has no right to do this: ask an administrator of the mini program to allow uploads at ${place}.`,
      `密钥没有权限：请让小程序管理员在 ${place} 允许上传。`,
    ),
  provider: () =>
    text(
      "The mini program's code belongs to a service provider (第三方平台, permission set 18): its own key can't upload. The provider uploads, or the owner takes the right back at mp.weixin.qq.com → 设置 → 第三方设置.",
      '小程序代码已授权给服务商（第三方平台，权限集 18）：自己的密钥不能上传。请由服务商上传，或由所有者在 mp.weixin.qq.com → 设置 → 第三方设置 收回授权。',
    ),
  disk: () =>
    text(
      "The disk is full or can't be written: nothing was sent. Make room, and run the same again.",
      '磁盘已满或不可写：什么都没有发送。请腾出空间后再运行同一命令。',
    ),
  appId: () =>
    text(
      "WeChat knows no such mini program: compare the brand's miniProgram.appId with 设置 → 账号信息.",
      '微信没有这个小程序：请把品牌的 miniProgram.appId 与 设置 → 账号信息 核对。',
    ),
  version: () =>
    text(
      'WeChat refuses this version or its description: give others with --version and --description.',
      '微信拒绝这个版本号或描述：请用 --version 和 --description 另行指定。',
    ),
  size: () =>
    text(
      'The package is too big for WeChat: npm run dev -- compile --files says what is in it.',
      '包对微信来说太大：npm run dev -- compile --files 列出其中的文件。',
    ),
  network: () =>
    text(
      'WeChat could not be reached: check the network, the proxy (--proxy) and its certificate (NODE_EXTRA_CA_CERTS).',
      '连不上微信：请检查网络、代理（--proxy）及其证书（NODE_EXTRA_CA_CERTS）。',
    ),
  timeout: () =>
    text('WeChat did not answer: run the same again.', '微信没有回答：请再运行同一命令。'),
  answer: () =>
    text(
      'What answered was not WeChat, or WeChat was out of order: run the same again later.',
      '回答的不是微信，或微信出了故障：请稍后再运行同一命令。',
    ),
  program: () =>
    text(
      'The official compiler refuses the program: npm run doctor says more.',
      '官方编译器拒绝这个程序：npm run doctor 有更多说明。',
    ),
  ended: () => text('Nothing was sent: run the same again.', '什么都没有发送：请再运行同一命令。'),
  busy: () =>
    text('WeChat is busy: run the same again later.', '微信系统繁忙：请稍后再运行同一命令。'),
  quota: () =>
    text(
      "The day's number of calls is used up: run the same again tomorrow.",
      '当天的调用次数已用完：请明天再运行同一命令。',
    ),
  server: () =>
    text(
      'WeChat refuses, for a reason that is not known here; its own words are above.',
      '微信拒绝，原因未知；上面是微信的原话。',
    ),
} as const;

/** Why an upload failed, and what is known of it. */
export const failures = {
  arrived: () =>
    text(
      'It may have arrived: look at mp.weixin.qq.com → 管理 → 版本管理 whether this version is there, before you send it with --again.',
      '可能已经到达：请先在 mp.weixin.qq.com → 管理 → 版本管理 查看有没有这个版本，确认后再加 --again 发送。',
    ),
  lost: () =>
    text('an earlier run was cut off while it sent this', '之前的一次运行在发送途中被中断'),
  ended: () => text('the process that sends ended before it began', '发送进程在开始之前就结束了'),
  busy: (pid: number, host: string) =>
    text(
      `another run (process ${pid} on ${host}) is still sending this`,
      `另一次运行（${host} 上的进程 ${pid}）还在发送`,
    ),
  refuses: (words: string, code: number) =>
    text(`WeChat refuses: ${words} (${code})`, `微信拒绝：${words}（${code}）`),
  cut: (words: string) =>
    text(
      `the connection was cut after the package went out: ${words}`,
      `包发出之后连接中断：${words}`,
    ),
  again: (words: string) => text(`${words}; trying again`, `${words}；正在重试`),
  clash: (brands: string) =>
    text(
      `${brands} are for the same mini program: the last one uploaded would take the others' place`,
      `${brands} 是同一个小程序：最后上传的会取代其他的`,
    ),
  clashRemedy: (brand: string) =>
    text(
      `give each its own miniProgram.appId, or upload one of them alone: npm run upload -- ${brand}`,
      `请给每个品牌自己的 miniProgram.appId，或只上传其中一个：npm run upload -- ${brand}`,
    ),
  notBegun: () => text('not begun', '还没开始'),
  cutOff: () => text('the run was ended while this was being sent', '发送途中，这次运行被结束'),
  runAgain: () => text('run the same again', '请再运行同一命令'),
} as const;

/** What is wrong with an upload key. */
export const keys = {
  none: (appId: string, how: string) =>
    text(`There is no upload key for ${appId}. ${how}`, `没有 ${appId} 的上传密钥。${how}`),
  noFile: (path: string, how: string) =>
    text(
      `${path}: there is no such key file or folder. ${how}`,
      `${path}：没有这个密钥文件或文件夹。${how}`,
    ),
  inGit: (file: string) =>
    text(
      `${file}: git keeps this file, or would with the next commit; move the key out of the repository, and reset it`,
      `${file}：git 已收录或将会收录这个文件；请把密钥移出仓库，并重置它`,
    ),
  unreadable: (file: string, how: string) =>
    text(`${file}: can't be read. ${how}`, `${file}：无法读取。${how}`),
  notRsa: (place: string) =>
    text(
      `${place}: is no RSA private key in PEM form; download the upload key again`,
      `${place}：不是 PEM 格式的 RSA 私钥，请重新下载上传密钥`,
    ),
  howTo: (appId: string) =>
    text(
      `Download it at ${place}, and give it with --key private.${appId}.key, as the text in UPLOAD_KEY, in a folder that UPLOAD_KEYS names, or encrypted by npm run keys.`,
      `请在 ${place} 下载，并用 --key private.${appId}.key、环境变量 UPLOAD_KEY（密钥内容）、UPLOAD_KEYS（文件夹）提供，或用 npm run keys 加密后放进仓库。`,
    ),

  noRecipient: () =>
    text(
      'upload-keys/recipient.json: not found; make it first: npm run keys -- init',
      'upload-keys/recipient.json：没有找到；请先生成：npm run keys -- init',
    ),
  badRecipient: () =>
    text(
      'upload-keys/recipient.json: is no public key that npm run keys made',
      'upload-keys/recipient.json：不是 npm run keys 生成的公钥',
    ),
  hasRecipient: () =>
    text(
      'upload-keys/recipient.json: is there already. A new secret makes the keys here useless; to start again, delete the folder upload-keys first',
      'upload-keys/recipient.json：已经有了。新的解密密钥会让这里的密钥全部失效；要重新开始，请先删除 upload-keys 文件夹',
    ),
  badSecret: () =>
    text(
      'UPLOAD_KEYS_SECRET: is not what npm run keys -- init printed; store it again, whole and on one line',
      'UPLOAD_KEYS_SECRET：不是 npm run keys -- init 打印的内容；请重新保存，要完整且在一行里',
    ),
  notOpened: (file: string) =>
    text(
      `${file}: UPLOAD_KEYS_SECRET does not open it; it was encrypted for another secret, or changed`,
      `${file}：UPLOAD_KEYS_SECRET 打不开它；它是为另一个解密密钥加密的，或被改动过`,
    ),
  otherAppId: (file: string, appId: string) =>
    text(
      `${file}: holds the key of another mini program than ${appId}; somebody renamed it`,
      `${file}：里面是别的小程序的密钥，不是 ${appId} 的；文件被改过名`,
    ),
  needsSecret: (file: string) =>
    text(
      `${file}: is encrypted; give the secret of npm run keys -- init in UPLOAD_KEYS_SECRET`,
      `${file}：已加密；请在 UPLOAD_KEYS_SECRET 里给出 npm run keys -- init 的解密密钥`,
    ),
  badName: (file: string) =>
    text(
      `${file}: is not named private.<AppID>.key, as WeChat names it`,
      `${file}：文件名不是微信给的 private.<AppID>.key`,
    ),
  noneFound: (folder: string) =>
    text(`${folder}: holds no private.<AppID>.key`, `${folder}：里面没有 private.<AppID>.key`),
  made: () =>
    text(
      'Made upload-keys/recipient.json: commit it. On stdout is the secret: store it as UPLOAD_KEYS_SECRET with your CI, and keep a copy in a safe place. It is shown only now.',
      '已生成 upload-keys/recipient.json，请提交。标准输出里是解密密钥：请保存为 CI 的 UPLOAD_KEYS_SECRET，并在安全的地方留一份。它只显示这一次。',
    ),
  added: (count: number) =>
    text(
      `Encrypted ${count} keys into upload-keys/: commit them, and delete the originals.`,
      `已把 ${count} 个密钥加密到 upload-keys/：请提交，并删除原文件。`,
    ),
  opened: (count: number) =>
    text(
      `UPLOAD_KEYS_SECRET opens all ${count} keys.`,
      `UPLOAD_KEYS_SECRET 能打开全部 ${count} 个密钥。`,
    ),
  lacking: (brand: string, appId: string) =>
    text(`${brand}: no key for ${appId}`, `${brand}：没有 ${appId} 的密钥`),
  withKey: (brand: string, appId: string) => text(`${brand}: ${appId}`, `${brand}：${appId}`),
} as const;

/** The rest of what upload and preview say. */
export const upload = {
  nothingSent: (why: string) =>
    text(
      `Nothing was sent: ${why}. Make room, or remove what stands in the way, and run the same again.`,
      `什么都没有发送：${why}。请腾出空间，或移开占位的文件，再运行同一命令。`,
    ),
  allOrNames: () => text('either --all or names of brands', '--all 和品牌名称只能用一种'),
  needsPlatform: () =>
    text(
      '--submit and --release are for --platform: with an upload key, that is done at mp.weixin.qq.com',
      '--submit 和 --release 只用于 --platform：使用上传密钥时，请在 mp.weixin.qq.com 操作',
    ),
  noOwnBrand: (samples: string) =>
    text(
      `there is no brand of your own yet: npm run brand -- new <name>; ${samples}`,
      `还没有您自己的品牌：npm run brand -- new <名称>；${samples}`,
    ),
  dirty: () =>
    text(
      'there are changes that are not committed, so nobody could say later what was uploaded: commit them (git add -A, then git commit -m "..."), or add --allow-dirty',
      '有未提交的修改，以后就说不清上传的是什么：请先提交（git add -A，然后 git commit -m "说明"），或加 --allow-dirty',
    ),
  samples: (names: string) =>
    text(
      `samples are left out (${names}): if one is yours, remove "sample": true from its brand.json`,
      `示例品牌不上传（${names}）：如果其中有您的，请从它的 brand.json 删掉 "sample": true`,
    ),
  noSamples: () => text('none here', '这里没有'),
  compiling: () => text('compiling, once for all...', '正在编译，所有品牌只编译一次……'),
  noReport: (why: string) =>
    text(`The report could not be written: ${why}`, `无法写入报告：${why}`),
  noMaps: (why: string) =>
    text(`The source maps could not be written: ${why}`, `无法写入 source map：${why}`),
  seeHelp: () => text('see --help.', '见 --help。'),
  badVersion: (version: string) =>
    text(
      `${version}: a version is letters, digits, ".", "-" and "_", at most 64`,
      `${version}：版本号只能是字母、数字、“.”、“-”和“_”，最多 64 个字符`,
    ),
  oneLine: () => text('a description is one line', '描述只能有一行'),
  badDescription: () => text('a description has 1 to 200 characters', '描述为 1 至 200 个字符'),
  badRobot: () => text('a robot is a number from 1 to 30', '机器人编号为 1 至 30'),
  uncommitted: () => text('(with changes that are not committed)', '（含未提交的修改）'),
  lastOne: (brand: string) =>
    text(`${brand} (the last one: ending)`, `${brand}（最后一个，即将结束）`),
  ending: () =>
    text(
      'ending: what is being sent is finished first; run the same again to go on',
      '正在结束：正在发送的会先发完；再运行同一命令即可继续',
    ),
} as const;

/** What came of a run. */
export const summary = {
  ok: () => text('ok', '成功'),
  fail: () => text('FAIL', '失败'),
  sent: () => text('sent', '已发送'),
  sentBefore: () => text('sent by an earlier run', '之前的运行已发送'),
  notSent: () => text('not sent (--dry-run)', '未发送（--dry-run）'),
  failed: () => text('failed', '失败'),
  failedUnsure: () => text('failed, and may have arrived', '失败，可能已到达'),
  unsure: () => text('may have arrived', '可能已到达'),
  allDone: (count: number) => text(`${count} done, none failed.`, `完成 ${count} 个，没有失败。`),
  someFailed: (failed: number, count: number) =>
    text(`${failed} of ${count} failed.`, `${count} 个中有 ${failed} 个失败。`),
  mayHave: () =>
    text(
      'May have arrived; look at 管理 → 版本管理 of each, before you add --again:',
      '可能已到达；加 --again 之前，请逐个查看 管理 → 版本管理：',
    ),
  sizes: (main: string, total: string) =>
    text(`${main} B main, ${total} B in all`, `主包 ${main} B，共 ${total} B`),
  row: (outcome: string, sizes: string) => text(`${outcome}, ${sizes}`, `${outcome}，${sizes}`),
  noCode: () =>
    text('(open the picture: its code could not be read)', '（请打开图片：无法读取其中的二维码）'),
  brand: () => text('brand', '品牌'),
  mainBytes: () => text('main, bytes', '主包字节'),
  allBytes: () => text('all, bytes', '总字节'),
  robot: (robot: number) => text(`robot ${robot}`, `机器人 ${robot}`),
  maps: (folder: string) =>
    text(
      `Source maps: \`${folder}/<brand>/<version>/\``,
      `Source map 位置：\`${folder}/<品牌>/<版本>/\``,
    ),
  runs: () => text('Runs, the last one first', '各次运行，最近的在前'),
  columns: () =>
    text(
      '| run | | version | robot | done | failed | may have arrived |',
      '| 运行 | | 版本 | 机器人 | 完成 | 失败 | 可能已到达 |',
    ),
  unreadable: () => text("can't be read", '无法读取'),
} as const;
