export { type BackendOptions, createBackend, type SignedInConclusion } from './backend';
export { type RefusalCode, refusalCodes } from './error-codes';
export { createHostApp, type HostAppLogic } from './host-app';
export { type LaunchLanguage, mapLanguage } from './language';
export { mapOrigins } from './origins';
export { createMemoryStore, type LoginStore, type MemoryStoreOptions } from './store';
export type * from './types';
export { checkIds } from './types';
