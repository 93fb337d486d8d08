/**
 * What a page in a browser may know of the simulator: types, and tables that have no need of Node.
 * `@mini-login/simulator` has the same, and what drives a phone.
 */
export { BASE_LIBRARIES } from './apis';
export { MISBEHAVIOURS, type Misbehaviour, wellBehaved } from './misbehaviour';
export type * from './phone';
export { FOREIGN_APP_ID } from './phone';
export { isMissing } from './places';
export type { DeviceInfo } from './process';
export { PROFILES, type Profile, type ProfileName } from './profiles';
export type { CompileError } from './program';
export type * from './surroundings';
export type { EnterOptions, SheetKind, TimelineEntry, TimelineEvent } from './timeline';
