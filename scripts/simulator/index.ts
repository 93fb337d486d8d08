/**
 * The simulator's one API. The journey command, the tests and later protocol servers use this and
 * never the browser driver.
 *
 *     const phone = await openPhone({ simulator: { project, cloud, requestDomains, hosts } });
 *     await phone.launch({ path: 'pages/login/login?v=1' });
 *     const page = await phone.miniProgram.currentPage();
 *     await (await page.$('#agree'))?.tap();
 *     await (await phone.sheet()).allow();
 *     const [extMsg] = await phone.waitForReceived();
 */

export * from './contract';
export { openBrowser } from './node/api/browser';
export { openPhone } from './node/api/phone';
export type {
  Element,
  MiniProgram,
  Page,
  Phone,
  PhoneBrowser,
  PhoneOptions,
  Sheet,
} from './node/api/types';
export { patience, waiting } from './node/api/waiting';
export { METHODS } from './node/automator/methods/all';
export {
  type AutomatorOptions,
  type AutomatorServer,
  startAutomator,
} from './node/automator/server';
export type { Frame } from './node/automator/session';
export type { OpenEnvironment, ProjectEnvironment } from './node/cli/environment';
export type { SimulatorOptions } from './node/server/options';
export { type Simulator, startSimulator } from './node/server/server';
