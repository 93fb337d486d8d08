export { type BackendOptions, createBackend } from './backend';
export { createHostApp, type HostAppLogic } from './host-app';
export { mapOrigins } from './origins';
export type * from './types';
export { checkIds } from './types';
