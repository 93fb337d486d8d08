import { text } from '../say';

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
