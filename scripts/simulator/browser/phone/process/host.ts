import type { PhoneConfig } from '../../../contract/config';
import { missing } from '../../../contract/places';
import type { PhoneHost, ServiceAnswer } from '../../../contract/process';
import type { CompiledProgram } from '../../../contract/program';
import type { NativePages } from '../client/native-pages';
import type { Pickers } from '../client/pickers';
import { type Consent, createPrivacy } from '../client/privacy';
import { services as table } from '../client/services';
import { fail, type Services } from '../client/services/service';
import type { Sheets } from '../client/sheets';
import { copyHere } from '../copy';
import type { FileStore } from '../files/store';
import { networkStatus } from '../net/network';
import type { TouchGuard } from '../touch/guard';
import type { ProcessHost } from './life-parts';

/** What every process on this phone shares, and what the services need of the phone. */
export interface HostParts extends Omit<Services, 'program' | 'privacy' | 'strict' | 'files'> {
  readonly files: FileStore;
  readonly config: PhoneConfig;
  readonly storage: Map<string, string>;
  readonly pickers: Pickers;
  readonly touches: TouchGuard;
  nextId(): number;
  /** Of whoever holds the phone. */
  consent(): Consent;
}

/** The phone's side of one process. After `end` nothing of it does anything any more. */
export async function createHost(parts: HostParts, program: CompiledProgram): Promise<ProcessHost> {
  const { timeline, screen, dialogs, network, pickers } = parts;
  const { needAuthorization, privacyContractName } = await parts.server.privacy(program.appId);
  let suspended = false;
  let ended = false;
  let waiting: (() => void)[] = [];

  const deliver = (callback: () => void) => {
    if (ended) return;
    if (suspended) waiting.push(callback);
    else callback();
  };
  const sheets = unlessGone(parts.sheets, () => ended);
  const privacy = createPrivacy({
    checked: program.app.__usePrivacyCheck__ && needAuthorization,
    contractName: privacyContractName,
    consent: parts.consent(),
    sheets,
    deliver,
    clock: parts.clock,
    SDKVersion: parts.device().SDKVersion,
    refusal: () => parts.misbehaviour().privacyRefusal,
    scopes: parts.config.privacyScopes,
  });
  let dismissals = 0;
  // What a service asks after the app has launched again belongs to the launch before.
  const sheetsOfNow = (before = dismissals) =>
    unlessGone(parts.sheets, () => ended || dismissals !== before);
  const nativePages = pagesUnlessGone(parts.nativePages, () => ended);
  const services: Services = {
    ...parts,
    ...{ sheets, program, privacy, nativePages, strict: parts.config.strict },
  };
  const stopListening: (() => void)[] = [];

  const host: PhoneHost = {
    get device() {
      return parts.device();
    },
    apis: parts.config.apis,
    strict: parts.config.strict,
    businessDomains: parts.config.businessDomains,
    storage: parts.storage,
    files: parts.files,
    storagePolicy: parts.config.storage,
    nextId: parts.nextId,
    async call(name, params, { tapped }): Promise<ServiceAnswer> {
      const service = Object.hasOwn(table, name) ? table[name] : undefined;
      if (!service) {
        const message = missing(`The service "${name}"`, 'service');
        timeline.record({ kind: 'error', message });
        return fail(`${name}:fail ${message}`);
      }
      if (!tapped && service.tapOnly)
        return fail(`${name}:fail can only be invoked by user TAP gesture.`);
      const given: Readonly<Record<string, unknown>> =
        typeof params === 'object' && params !== null ? { ...params } : {};
      const run = async () => {
        if (name === 'agreePrivacyAuthorization') privacy.agree(given.buttonId, 'alone');
        else if (given.agree === true) privacy.agree(given.buttonId, 'coupled');
        const answer =
          (service.privacy && (await privacy.require(name))) ??
          (await service.run(given, { ...services, sheets: sheetsOfNow() }));
        return parts.misbehaviour().errno === 'missing' ? withoutErrno(answer) : answer;
      };
      return service.recorded
        ? await recorded(parts, { api: name, args: params }, run)
        : await run();
    },
    record: (event) => (ended ? () => undefined : timeline.record(event)),
    deliver,
    onNetworkStatusChange(listener) {
      stopListening.push(network.onChange((mode) => deliver(() => listener(networkStatus(mode)))));
    },
    setNavigationBar(bar) {
      if (!ended) screen.set({ bar: { ...screen.get().bar, ...copyHere(bar) } });
    },
    setTabBar(tabBar) {
      if (!ended) screen.set({ tabBar: copyHere(tabBar) });
    },
    async dialog(dialog) {
      return ended
        ? null
        : await dialogs.show(
            dialog && copyHere({ kind: dialog.kind, params: Object(dialog.params) }),
          );
    },
    openPicker(view, listener) {
      if (ended) return { update: () => undefined, close: () => undefined };
      return pickers.open(copyHere(view), {
        chosen: (column, index) => deliver(() => listener.chosen(column, index)),
        answered: (answer) => deliver(() => listener.answered(answer)),
      });
    },
    pageChanged() {
      if (ended) return;
      parts.touches.pageChanged();
      pickers.dismiss();
      dialogs.leavePage();
    },
  };

  let resolveEnded: () => void = () => undefined;
  const whenEnded = new Promise<void>((resolve) => {
    resolveEnded = resolve;
  });

  return {
    host,
    ended: whenEnded,
    suspend() {
      suspended = true;
      network.interrupt('interrupted');
    },
    resume() {
      suspended = false;
      const callbacks = waiting;
      waiting = [];
      for (const callback of callbacks) callback();
    },
    dismiss() {
      dismissals += 1;
      sheets.answer('dismissed');
      nativePages.dismiss();
    },
    end() {
      ended = true;
      resolveEnded();
      waiting = [];
      for (const stop of stopListening) stop();
      network.interrupt('interrupted');
      parts.files.dropTemporary();
      sheets.answer('dismissed');
      dialogs.clear();
      nativePages.dismiss();
      pickers.dismiss();
    },
  };
}

/** A service of a process or a launch that is gone may still be on its way to asking the person. */
function unlessGone(sheets: Sheets, isGone: () => boolean): Sheets {
  return { ...sheets, ask: async (view) => (isGone() ? 'dismissed' : await sheets.ask(view)) };
}

/** `wx.*` records itself in the program; what a button does is seen only here. */
async function recorded(
  { clock, timeline }: Pick<HostParts, 'clock' | 'timeline'>,
  what: { readonly api: string; readonly args: unknown },
  run: () => Promise<ServiceAnswer>,
): Promise<ServiceAnswer> {
  const started = clock.now();
  const complete = timeline.record({ kind: 'wx', ...what });
  const answer = await run();
  const ms = clock.now() - started;
  if (answer.ok) complete({ outcome: 'success', result: answer.result, ms });
  else {
    const { errMsg, errno } = answer;
    const result = { errMsg, ...(errno === undefined ? {} : { errno }) };
    complete({ outcome: 'fail', result, ms });
  }
  return answer;
}

function pagesUnlessGone(pages: NativePages, isGone: () => boolean): NativePages {
  return {
    ...pages,
    open: async (view) => (isGone() ? { by: 'dismissed', chosen: [] } : await pages.open(view)),
  };
}

function withoutErrno(answer: ServiceAnswer): ServiceAnswer {
  if (answer.ok) return answer;
  const { errno: _, ...rest } = answer;
  return rest;
}
