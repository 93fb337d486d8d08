/**
 * Every command: plain JavaScript, because the list is shown before anything is installed.
 *
 * `browser`: needs an installed one. `brand`: `applied`, the program of the chosen brand has to be
 * there; `any`, it reads brands by itself; absent, none is needed. `loads`: TypeScript that only the
 * run decides on, the brand's that is applied or a program's environment, so that it can't be
 * compiled before.
 *
 * @typedef {object} CommandEntry
 * @property {string} name
 * @property {string} summary
 * @property {boolean} [dev] Run as `npm run dev -- <name>`.
 * @property {boolean} [browser]
 * @property {'applied' | 'any'} [brand]
 * @property {boolean} [loads]
 * @property {boolean} [speaks] It has messages in more than one language, and takes --lang.
 */

/** @type {readonly CommandEntry[]} */
export const commands = [
  {
    name: 'start',
    summary: 'a phone in your browser: app, mini program, timeline',
    brand: 'any',
    loads: true,
    speaks: true,
  },
  { name: 'test', summary: 'everything that must hold', browser: true, brand: 'any' },
  {
    name: 'journey',
    summary: 'one login on a phone without a window',
    browser: true,
    brand: 'applied',
    loads: true,
  },
  { name: 'sandbox', summary: "doubles of GenAuth and of WeChat's servers" },
  { name: 'brand', summary: 'make, choose, check and apply brands', speaks: true },
  {
    name: 'doctor',
    summary: 'what makes an upload, a review or a login fail',
    brand: 'any',
    speaks: true,
  },
  {
    name: 'preview',
    summary: 'a QR code that opens the program on a phone',
    brand: 'any',
    speaks: true,
  },
  {
    name: 'keys',
    summary: 'upload keys of many brands, encrypted for CI',
    speaks: true,
  },
  { name: 'upload', summary: 'upload one brand, several or all', brand: 'any', speaks: true },
  {
    name: 'status',
    summary: 'where each brand is, and what a person must still do',
    brand: 'any',
    speaks: true,
  },
  { name: 'fix', summary: 'format the sources, and fix what can be fixed' },

  { name: 'prove', summary: "the login's invariants on random sequences", dev: true },
  {
    name: 'mutate',
    summary: 'changes the login and lists what no test notices',
    dev: true,
    brand: 'applied',
  },
  {
    name: 'probe',
    summary: 'asks the simulator, or a phone, what docs/wechat.md assumes',
    dev: true,
    browser: true,
  },
  {
    name: 'bench',
    summary: 'measures package, start, brands, simulator and login',
    dev: true,
    browser: true,
    brand: 'applied',
    loads: true,
  },
  {
    name: 'screens',
    summary: 'every screen in every look, as pictures',
    dev: true,
    browser: true,
    brand: 'applied',
    loads: true,
  },
  {
    name: 'pictures',
    summary: "draws the README's pictures again",
    dev: true,
    browser: true,
    brand: 'applied',
    loads: true,
  },
  {
    name: 'compile',
    summary: "compiles with WeChat's own compiler, and says how big it is",
    dev: true,
    brand: 'applied',
  },
  {
    name: 'backend',
    summary: "the server's half of a login, for an app under development",
    dev: true,
    brand: 'applied',
    loads: true,
  },
  { name: 'site', summary: 'the documents as a site: search, languages, API', dev: true },
  { name: 'flow', summary: 'writes docs/flow.md', dev: true },
  { name: 'vectors', summary: 'writes kits/vectors/', dev: true },
  { name: 'seal', summary: 'writes the bundle of the sealed result', dev: true },
  {
    name: 'survey',
    summary: 'opens every page of foreign mini programs in the simulator',
    dev: true,
    browser: true,
  },
];
