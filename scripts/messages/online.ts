import { text } from './say';

/** What `--online` finds at GenAuth and at the agreements' pages. */
export const online = {
  issuer: (problem: string) => ({
    what: text(problem, problem),
    why: text(
      'Apps verify an id_token by what GenAuth says here.',
      'App 要靠 GenAuth 在这里给出的内容验证 id_token。',
    ),
    how: text(
      'Check the network, and compare the host with the console of GenAuth.',
      '请检查网络，并与 GenAuth 控制台核对 host。',
    ),
  }),
  keys: (problem: string) => ({
    what: text(problem, problem),
    why: text('Without keys no id_token can be verified.', '没有公钥就无法验证 id_token。'),
    how: text('Ask whoever runs GenAuth.', '请联系 GenAuth 的管理员。'),
  }),
  application: (problem: string) => ({
    what: text(problem, problem),
    why: text('GenAuth knows no such application.', 'GenAuth 没有这个应用。'),
    how: text('Copy its id from the console of GenAuth.', '请从 GenAuth 控制台复制应用的 ID。'),
  }),
  noConnection: (app: string) => ({
    what: text(
      `application ${app} has no connection "APP 拉起小程序"`,
      `应用 ${app} 没有身份源「APP 拉起小程序」`,
    ),
    why: text(
      'Every login would end in connection_missing.',
      '每次登录都会以 connection_missing 结束。',
    ),
    how: text(
      'Add the identity source to the application, in the console of GenAuth.',
      '请在 GenAuth 控制台给应用添加这个身份源。',
    ),
  }),
  otherApp: (apps: string, own: string) => ({
    what: text(`GenAuth expects the app ${apps}`, `GenAuth 里登记的 App 是 ${apps}`),
    why: text(`The brand lets ${own} open the program.`, `品牌允许 ${own} 打开小程序。`),
    how: text(
      "Make the identity source's mobile AppID and the brand's the same.",
      '请让身份源里的移动应用 AppID 与品牌的一致。',
    ),
  }),
  page: (problem: string) => ({
    what: text(problem, problem),
    why: text('A review refuses an agreement that cannot be read.', '协议打不开，审核会驳回。'),
    how: text('Fix the address or the page.', '请改正地址或网页。'),
  }),
} as const;
