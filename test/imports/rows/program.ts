import type { Table } from '../table';

/** What ships. */
export const PROGRAM: Table = {
  // What ships. `login` is pure: its own tsconfig has neither wx nor timers nor console.
  'login/screen': { files: ['miniprogram/login/screen.ts', 'miniprogram/login/lang.ts'], may: [] },
  // Source data: what ships of it is in the applied brand, in the brand's languages.
  'login/words': { files: ['miniprogram/login/words/'], may: ['login/screen'] },
  'login/contract': { files: ['miniprogram/login/contract.ts'], may: [] },
  // Below the launch, which is held against it.
  'login/brand': {
    files: ['miniprogram/login/brand.ts', 'miniprogram/login/directory.ts'],
    may: ['login/contract', 'login/screen', 'login/words (types)'],
  },
  // What a hosted program has besides: only its brand leads here.
  'login/hosted': {
    files: ['miniprogram/login/hosted/'],
    may: ['login', 'login/brand', 'login/contract (types)', 'login/screen'],
  },
  login: {
    files: ['miniprogram/login/'],
    may: ['login/brand', 'login/contract', 'login/screen', 'login/words (types)'],
  },
  'wechat/hosted': {
    files: ['miniprogram/wechat/hosted/'],
    may: [
      ...['login/hosted', 'login (types)', 'login/brand (types)', 'wechat'],
      ...['pages/agreement/directory (types)', 'pages/agreement/directory (lazy)'],
    ],
  },
  // What a program has besides that counts its logins.
  'wechat/events': {
    files: ['miniprogram/wechat/events/'],
    may: ['login/screen (types)', 'wechat'],
  },
  wechat: {
    files: ['miniprogram/wechat/'],
    may: [
      ...['login', 'login/brand (types)', 'login/contract (types)', 'login/screen'],
      ...['packages/seal (types)', 'packages/seal (lazy)'],
      ...['pages/agreement/reader (types)', 'pages/agreement/reader (lazy)'],
    ],
  },
  // Loaded only for a sealed result, its bundle of @noble included.
  'packages/seal': { files: ['miniprogram/packages/seal/'], may: ['login'] },
  // Loaded only for agreements of GenAuth's, with the page that shows them.
  'pages/agreement/reader': { files: ['miniprogram/pages/agreement/reader.ts'], may: ['login'] },
  // Loaded only by a hosted program, while it awaits its directory.
  'pages/agreement/directory': {
    files: ['miniprogram/pages/agreement/directory.ts'],
    may: ['login/hosted'],
  },
  brand: {
    files: ['miniprogram/brand/'],
    may: [
      ...['login/hosted', 'login (types)', 'login/brand (types)', 'login/screen (types)'],
      ...['wechat/hosted', 'wechat/events'],
    ],
  },
  components: { files: ['miniprogram/components/'], may: ['login/screen (types)'] },
  compose: {
    files: ['miniprogram/compose.ts'],
    may: ['login', 'login/brand (types)', 'login/screen (types)', 'wechat', 'brand'],
  },
  pages: {
    files: ['miniprogram/app.ts', 'miniprogram/pages/'],
    may: ['brand', 'compose', 'login (types)', 'login/screen (types)'],
  },
  typings: { files: ['typings/'], may: [] },
};
