export { type BackendOptions, createBackend, type SignedInConclusion } from './backend.ts';
export { type RefusalCode, refusalCodes } from './error-codes.ts';
export { createHostApp, type HostAppLogic } from './host-app.ts';
export { type LaunchLanguage, mapLanguage } from './language.ts';
export { mapOrigins } from './origins.ts';
export { createMemoryStore, type LoginStore, type MemoryStoreOptions } from './store.ts';
export type * from './types.ts';
export { checkIds } from './types.ts';
