/** The one text that WeChat makes a function of. */
const RETURN_THIS = /^\s*return\s+this\s*;?\s*$/;

export interface CodeFromText {
  readonly eval: unknown;
  readonly Function: unknown;
}

/**
 * `eval` and `Function` as WeChat has them: neither runs a text, but for `Function('return this')`,
 * which libraries use to find the global object.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html
 *
 * `refused` is told of each try.
 */
export function noCodeFromText(
  global: () => unknown,
  refused: (message: string) => void,
): CodeFromText {
  const refuse = (what: string): never => {
    const message = `${what} runs a text as code, and WeChat has no such thing`;
    refused(message);
    throw new EvalError(message);
  };
  const make = (args: readonly unknown[]): unknown =>
    args.length > 0 && RETURN_THIS.test(String(args.at(-1)))
      ? () => global()
      : refuse('new Function()');
  const traps: ProxyHandler<FunctionConstructor> = {
    apply: (_target, _self, args: unknown[]) => make(args),
    construct: (_target, args: unknown[]) => Object(make(args)),
  };
  const own = new Proxy(Function, traps);
  // A function leads to the constructor of its kind.
  const kinds = [
    () => undefined,
    async () => undefined,
    function* none() {
      yield;
    },
    async function* none() {
      yield;
    },
  ];
  for (const each of kinds) {
    const prototype: unknown = Object.getPrototypeOf(each);
    if (typeof prototype !== 'object' && typeof prototype !== 'function') continue;
    const value =
      prototype === Function.prototype
        ? own
        : new Proxy(Object(Reflect.get(Object(prototype), 'constructor')), traps);
    Object.defineProperty(prototype, 'constructor', { value, configurable: true, writable: true });
  }
  return { eval: () => refuse('eval()'), Function: own };
}
