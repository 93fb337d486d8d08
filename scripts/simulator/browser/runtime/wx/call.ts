import { missing } from '../../../contract/places';
import type { ServiceAnswer } from '../../../contract/process';
import { toPlain } from '../plain';
import type { WxRuntime } from '../process/wx-runtime';
import { check, type ParamTypes } from './parameters';

export type Params = Readonly<Record<string, unknown>>;
export type WxFunction = (...args: unknown[]) => unknown;

/** On the functions that answer later: by callbacks, or by a promise when none is given. */
export const takesCallbacks = Symbol('takesCallbacks');

/** One folder of the documentation: its functions, by name. */
export type ApiFamily = (tools: ApiTools) => Readonly<Record<string, unknown>>;

export interface AsyncSpec {
  /**
   * What the documentation lists, besides success, fail and complete; anything else is recorded,
   * because it does nothing.
   */
  readonly params?: ParamTypes;
  /**
   * WeChat refuses the call outside the handlers of a real tap. For what runs here; a service of
   * the phone's says so itself.
   */
  readonly tapOnly?: boolean;
  /** Absent: the phone's service of the same name. */
  readonly run?: (params: Params) => Promise<ServiceAnswer> | ServiceAnswer;
}

export interface ApiTools {
  readonly runtime: WxRuntime;
  /** Whether this phone's `wx` has the name. */
  has(api: string): boolean;
  /**
   * Callback and promise style in one: a promise comes back when no success, fail or complete was
   * given.
   */
  asynchronous(api: string, spec?: AsyncSpec): WxFunction;
  synchronous(api: string, run: WxFunction): WxFunction;
  /** `wx.onX` and `wx.offX`: recorded, never failing. */
  listeners(api: string, run: (listener: WxFunction | undefined) => void): WxFunction;
  /** The phone's service of this name, with the tap it stands in. */
  service(name: string, params: unknown): Promise<ServiceAnswer>;
  /** Runs something of the program's; what it throws goes to App.onError and not to the caller. */
  guarded(run: () => void): void;
  /** Calls one of the program's callbacks, if it is one. */
  invoke(callback: unknown, result: Params): void;
  /** Opens the call's entry on the timeline; what comes back closes it. */
  begin(api: string, args: unknown): (outcome: 'success' | 'fail', result: unknown) => void;
}

export function apiTools(runtime: WxRuntime, has: (api: string) => boolean): ApiTools {
  const { host } = runtime;
  const service = async (name: string, params: unknown): Promise<ServiceAnswer> => {
    const answer = await host.call(name, params, { tapped: runtime.tapped() });
    // The phone's objects belong to another document: the program must meet its own Object and
    // Array.
    return answer.ok ? { ok: true, result: structuredClone(answer.result) } : answer;
  };

  const guarded = (run: () => void) => {
    try {
      run();
    } catch (error) {
      runtime.reportError(error);
    }
  };

  const invoke = (callback: unknown, result: Params) => {
    if (typeof callback === 'function') guarded(() => callback(result));
  };

  const reported = new Set<string>();
  /**
   * Once for each name. A package of others can't be fixed here: a warning. What a test calls is
   * nobody's.
   */
  const reportDeprecated = (api: string) => {
    const message = `wx.${api} is deprecated; its documentation says what to call instead`;
    const caller = callerOf(new Error(message).stack ?? '');
    if (caller === null || reported.has(api)) return;
    reported.add(api);
    host.record({
      kind: host.strict && !caller.startsWith('miniprogram_npm/') ? 'error' : 'warning',
      message,
    });
  };

  const begin = (api: string, args: unknown) => {
    const deprecated = host.apis[api]?.deprecated;
    const complete = host.record({
      kind: 'wx',
      api,
      args: toPlain(args),
      ...(deprecated ? { deprecated } : {}),
    });
    if (deprecated) reportDeprecated(api);
    return (outcome: 'success' | 'fail', result: unknown) =>
      complete({ kind: 'wx', outcome, result: toPlain(result) });
  };

  return {
    runtime,
    has,
    service,
    guarded,
    invoke,
    begin,

    asynchronous(api, spec = {}) {
      const call = (given?: unknown) => {
        const { success, fail, complete, ...params } = isParams(given) ? given : {};
        const end = begin(api, params);
        const { refusal, unknown } = check(spec.params ?? {}, params);
        for (const name of unknown)
          host.record({
            kind: host.strict ? 'error' : 'warning',
            message: unknownParameter(api, name),
          });
        const answer = async (): Promise<ServiceAnswer> => {
          if (refusal) return { ok: false, errMsg: `${api}:fail ${refusal}` };
          if (spec.tapOnly && !runtime.tapped())
            return { ok: false, errMsg: `${api}:fail can only be invoked by user TAP gesture.` };
          return await (spec.run ? spec.run(params) : service(api, params));
        };
        const settled = new runtime.Promise<Params>((resolve, reject) => {
          const settle = (ended: ServiceAnswer) =>
            host.deliver(() => {
              const result = toResult(api, ended);
              end(ended.ok ? 'success' : 'fail', result);
              invoke(ended.ok ? success : fail, result);
              invoke(complete, result);
              if (ended.ok) resolve(result);
              else reject(result);
            });
          answer().then(settle, (error: unknown) => {
            runtime.reportError(error);
            settle({
              ok: false,
              errMsg: `${api}:fail ${error instanceof Error ? error.message : String(error)}`,
            });
          });
        });
        if (!success && !fail && !complete) return settled;
        // Callback style: the failure has gone to `fail`, nobody is left to handle a rejection.
        settled.catch(() => undefined);
        return undefined;
      };
      return Object.defineProperty(call, takesCallbacks, { value: true });
    },

    synchronous(api, run) {
      return (...args) => {
        const end = begin(api, args.length > 1 ? args : args[0]);
        try {
          const result = run(...args);
          end('success', result);
          return result;
        } catch (error) {
          end('fail', error instanceof Error ? error.message : error);
          throw error;
        }
      };
    },

    listeners(api, run) {
      return (listener?: unknown) => {
        begin(api, undefined)('success', undefined);
        run(typeof listener === 'function' ? (...args) => listener(...args) : undefined);
      };
    },
  };
}

/** `{errMsg: 'login:ok', ...result}` or `{errMsg, errno?}`, as callbacks and promises get it. */
export function toResult(api: string, answer: ServiceAnswer): Params {
  if (answer.ok) return { errMsg: `${api}:ok`, ...answer.result };
  return {
    ...answer.extra,
    errMsg: answer.errMsg,
    ...(answer.errno === undefined ? {} : { errno: answer.errno }),
  };
}

export function isParams(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function unknownParameter(api: string, name: string): string {
  return missing(`The parameter "${name}" of wx.${api}`, 'wx');
}

/** The program's module on top of the stack; null when there is none. */
function callerOf(stack: string): string | null {
  return /program:\/\/\/([^:)\s]+)/.exec(stack)?.[1] ?? null;
}
