import { missing } from '../../../contract/places';
import type { ApiTools, Params, WxFunction } from './call';
import { isParams } from './call';

/** Methods that hand on an object, to be asked further: those of a cloud database's queries. */
const CHAINED =
  /^(?:database|collection|doc|where|orderBy|limit|skip|field|command|aggregate|match|group|sort|project|lookup|createRoot|getContext)$/;

const ASKED_BY_THE_LANGUAGE: ReadonlySet<string> = new Set([
  'then',
  'catch',
  'finally',
  'toJSON',
  '$$typeof',
]);

/** Says on the timeline that the name is missing, and gives what a call that fails gives back. */
export function fail(
  name: string,
  errMsgName: string,
  given: unknown,
  { runtime, invoke }: ApiTools,
): Params {
  const message = missing(`wx.${name}`, 'wx');
  runtime.host.record({ kind: 'error', message });
  const failure: Params = { errMsg: `${errMsgName}:fail ${message}` };
  const { fail: failed, complete } = isParams(given) ? given : {};
  runtime.host.deliver(() => {
    invoke(failed, failure);
    invoke(complete, failure);
  });
  return failure;
}

/**
 * Stands in for an object of WeChat's that the simulator lacks: programs make such objects when
 * they start, and go on. What is asked of it is refused by name: a method fails as an asynchronous
 * API does, a listener is never called.
 */
export function refusedObject(
  name: string,
  tools: ApiTools,
  known: Readonly<Record<string, WxFunction>> = {},
): unknown {
  return new Proxy(
    Object.assign(() => undefined, known),
    {
      get: (target, key) => {
        // Asked by the language, and not by the program: `then` where it is awaited, `toJSON` where
        // it is logged or stored.
        if (typeof key !== 'string' || ASKED_BY_THE_LANGUAGE.has(key)) return undefined;
        if (key in Object.prototype) return Reflect.get(target, key);
        if (Object.hasOwn(target, key) && key !== 'name' && key !== 'length')
          return Reflect.get(target, key);
        return CHAINED.test(key) || isOperator(name)
          ? refusedObject(`${name}.${key}`, tools)
          : refusedMethod(`${name}.${key}`, tools);
      },
      // A chained method, called.
      apply: () => refusedObject(name, tools),
    },
  );
}

/** `db.command.eq(1)`: what stands in a query that fails anyway. */
function isOperator(name: string): boolean {
  return name.includes('.command');
}

function refusedMethod(name: string, tools: ApiTools): WxFunction {
  return (given?: unknown) => {
    if (/\.o(?:n|ff)(?:[A-Z]\w*)?$/.test(name)) return undefined;
    const failure = fail(name, name, given, tools);
    if (isParams(given) && (given.success || given.fail || given.complete)) return undefined;
    return Promise.reject(failure);
  };
}
