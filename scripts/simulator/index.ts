/**
 * The simulator's one API. The journey command, the tests and later protocol servers use this and never the browser driver.
 *
 *     const phone = await openPhone({ simulator: { project, cloud, requestDomains, hosts } });
 *     await phone.launch({ path: 'pages/login/login?v=1' });
 *     const page = await phone.miniProgram.currentPage();
 *     await (await page.$('#agree'))?.tap();
 *     await (await phone.sheet()).allow();
 *     const [extMsg] = await phone.waitForReceived();
 */
export { openBrowser } from './api/browser';
export { openPhone } from './api/phone';
export type { Element, MiniProgram, Page, Phone, PhoneBrowser, PhoneOptions, Sheet } from './api/types';
export type * from './contract/phone';
export type { DeviceInfo } from './contract/process';
export type { CompileError } from './contract/program';
export type { EnterOptions, SheetKind, TimelineEntry, TimelineEvent } from './contract/timeline';
export type { SimulatorOptions } from './server/options';
export { type Simulator, startSimulator } from './server/server';
