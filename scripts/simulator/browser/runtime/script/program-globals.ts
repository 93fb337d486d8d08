/**
 * What stays visible of a browser's global scope: ECMAScript, and the timers and console that
 * WeChat has too.
 */
const SHARED = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error AggregateError
  EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl ArrayBuffer Atomics Uint8Array Int8Array Uint16Array
  Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set
  WeakMap WeakSet WeakRef FinalizationRegistry Proxy Reflect decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
  isFinite isNaN SharedArrayBuffer eval setTimeout clearTimeout setInterval clearInterval console`.split(
    /\s+/,
  ),
);

/** Names that may not be parameters. */
const RESERVED =
  /^(?:arguments|await|yield|let|static|implements|interface|package|private|protected|public|this|null|true|false)$/;

/**
 * The scope of the program's modules. Everything else that the browser has (`window`, `fetch`,
 * `URL`, `btoa`, `crypto`, ...) is undefined, as on a phone: a library that needs it must fail here
 * and not at the person's.
 */
export function programGlobals(
  own: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const hidden: Record<string, undefined> = {};
  for (
    let each: object | null = globalThis;
    each && each !== Object.prototype;
    each = Object.getPrototypeOf(each)
  ) {
    for (const name of Object.getOwnPropertyNames(each)) {
      if (!SHARED.has(name) && !RESERVED.test(name) && /^[A-Za-z_$][\w$]*$/.test(name))
        hidden[name] = undefined;
    }
  }
  const shared = Object.fromEntries(
    [...SHARED]
      .filter((name) => name in globalThis)
      .map((name) => [name, Reflect.get(globalThis, name)]),
  );
  const named: Record<string, unknown> = { ...timers(), ...own };
  const global: Record<string, unknown> = { ...shared, ...named };
  // `eval` is shadowed around each module (module-registry.ts), which is evaluated by the real one.
  delete named.eval;
  return { ...hidden, ...named, global, globalThis: global };
}

/**
 * The phone's clock has put functions of its own document in place of the frame's: their
 * constructor would run a text there.
 */
function timers(): Readonly<Record<string, unknown>> {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  return {
    setTimeout: (...args: Parameters<typeof setTimeout>) => setTimeout(...args),
    clearTimeout: (id?: number) => clearTimeout(id),
    setInterval: (...args: Parameters<typeof setInterval>) => setInterval(...args),
    clearInterval: (id?: number) => clearInterval(id),
  };
}
