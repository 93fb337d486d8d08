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

export { BASE_LIBRARIES } from './contract/apis';
export { MISBEHAVIOURS, type Misbehaviour } from './contract/misbehaviour';
export type * from './contract/phone';
export { FOREIGN_APP_ID } from './contract/phone';
export { isMissing } from './contract/places';
export type { DeviceInfo } from './contract/process';
export { PROFILES, type ProfileName } from './contract/profiles';
export type { CompileError } from './contract/program';
export type { EnterOptions, SheetKind, TimelineEntry, TimelineEvent } from './contract/timeline';
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
export {
  type AutomatorOptions,
  type AutomatorServer,
  startAutomator,
} from './node/automator/server';
export type { Frame } from './node/automator/session';
export type { OpenEnvironment, ProjectEnvironment } from './node/cli/environment';
export type { SimulatorOptions } from './node/server/options';
export { type Simulator, startSimulator } from './node/server/server';
