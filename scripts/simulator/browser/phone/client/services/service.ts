import type { PhoneFiles } from '../../../../contract/files';
import type { NetReason } from '../../../../contract/gate';
import type { Misbehaviour } from '../../../../contract/misbehaviour';
import type { WaysBack } from '../../../../contract/phone';
import type { DeviceInfo, ServiceAnswer } from '../../../../contract/process';
import type { CompiledProgram } from '../../../../contract/program';
import type { Surroundings } from '../../../../contract/surroundings';
import type { PhoneClock } from '../../clock';
import type { Network } from '../../net/network';
import type { ServerClient } from '../../net/server-client';
import type { ScreenStore } from '../../screen';
import type { Timeline } from '../../timeline';
import type { Dialogs } from '../dialogs';
import type { NativePages } from '../native-pages';
import type { PersonsPermissions } from '../permissions';
import type { Privacy } from '../privacy';
import type { Sheets } from '../sheets';
import type { Surfaces } from '../surfaces';

/** What a service of WeChat's client may touch. One per process; gone with it. */
export interface Services {
  readonly program: CompiledProgram;
  readonly server: ServerClient;
  readonly network: Network;
  readonly clock: PhoneClock;
  readonly timeline: Timeline;
  readonly screen: ScreenStore;
  readonly sheets: Sheets;
  readonly surfaces: Surfaces;
  readonly dialogs: Dialogs;
  readonly nativePages: NativePages;
  readonly privacy: Privacy;
  /** What WeChat tolerates is an error. */
  readonly strict: boolean;
  /** Survives the process, as the phone's own clipboard does. */
  readonly clipboard: { text: string };
  person(): string;
  /** Of whoever holds the phone. */
  permissions(): PersonsPermissions;
  surroundings(): Surroundings;
  surround(change: Partial<Surroundings>): void;
  readonly files: PhoneFiles;
  device(): DeviceInfo;
  /** The network failed, in the words of this phone. */
  unreached(service: string, reason: NetReason): Failure;
  misbehaviour(): Misbehaviour;
  waysBack(): WaysBack;
  /** The app comes to the front and gets the text. */
  returnToApp(extMsg: string, by: 'navigateBackApplication' | 'launchApp'): void;
  /** The program leaves and the app gets nothing. */
  leave(): void;
}

export type Failure = Extract<ServiceAnswer, { readonly ok: false }>;

/** Params are the program's, so unknown. */
export type RunService = (
  params: Readonly<Record<string, unknown>>,
  services: Services,
) => Promise<ServiceAnswer>;

/** One name of `PhoneHost.call`. */
export interface Service {
  readonly run: RunService;
  /** WeChat refuses it outside of a real tap; a script that only fires the event gets nothing. */
  readonly tapOnly?: true;
  /**
   * A `<button open-type>` starts it: what `wx.*` does is recorded in the program, and this is seen
   * only here.
   */
  readonly recorded?: true;
  /** It runs only after the person has agreed to the program's privacy contract. */
  readonly privacy?: true;
}

export const ok = (result: Readonly<Record<string, unknown>> = {}): ServiceAnswer => ({
  ok: true,
  result,
});

export const fail = (errMsg: string, errno?: number): Failure =>
  errno === undefined ? { ok: false, errMsg } : { ok: false, errMsg, errno };
