import { text } from '../say';

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
