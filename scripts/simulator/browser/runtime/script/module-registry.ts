import { OWN_THIS } from '../../../contract/own-this';
import { programGlobals } from './program-globals';

type Factory = (
  this: unknown,
  module: { exports: unknown },
  exports: unknown,
  require: unknown,
) => void;

export interface Require {
  (
    reference: string,
    success?: (exports: unknown) => void,
    fail?: (error: { errMsg: string }) => void,
  ): unknown;
  /** https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/async.html */
  async(reference: string): Promise<unknown>;
}

/**
 * The program's CommonJS: each module runs once, in a scope that has WeChat's globals and none of
 * the browser's.
 */
export class ModuleRegistry {
  readonly #codes: Readonly<Record<string, string>>;
  readonly #evaluate: (code: string) => unknown;
  readonly #scope: Readonly<Record<string, unknown>>;
  readonly #modules = new Map<string, { exports: unknown }>();
  readonly #around: (path: string, run: () => void) => void;
  readonly #this: unknown;

  /**
   * `around` runs each module's body; `globals` are what the program finds besides ECMAScript: wx,
   * App, Page, ...
   */
  constructor(
    codes: Readonly<Record<string, string>>,
    globals: Readonly<Record<string, unknown>>,
    around: (path: string, run: () => void) => void,
  ) {
    this.#codes = codes;
    this.#around = around;
    const scope = programGlobals(globals);
    this.#scope = scope;
    this.#this = this.#globalObject(Object(scope.global));
    // Declared once around a direct eval: as parameters of each module the thousand hidden names
    // would be parsed every time.
    const body = 'return (code) => eval(code)';
    const open = new Function(...Object.keys(scope), body) as (
      ...values: unknown[]
    ) => (code: string) => unknown;
    this.#evaluate = open(...Object.values(scope));
  }

  /** `this` of a sloppy function: the browser's window is none that WeChat has. */
  readonly #ownThis = (value: unknown): unknown => (value === globalThis ? this.#this : value);

  /** What the program finds as `global`. */
  get global(): unknown {
    return this.#scope.global;
  }

  has(path: string): boolean {
    return Object.hasOwn(this.#codes, path);
  }

  load(path: string): unknown {
    const loaded = this.#modules.get(path);
    if (loaded) return loaded.exports;
    const code = this.#codes[path];
    if (code === undefined) throw new Error(`module '${path}.js' is not defined`);
    const module = { exports: {} };
    this.#modules.set(path, module);
    // `eval` can't be hidden where the text is evaluated, and may not be a parameter of strict code:
    // it is one of a function around that.
    const source = `(function (eval, ${OWN_THIS}) { return function (module, exports, require) {\n${code}\n} })\n//# sourceURL=program:///${path}.js`;
    const open = this.#evaluate(source) as (refused: unknown, own: unknown) => Factory;
    const factory = open(Object(this.#scope.global).eval, this.#ownThis);
    this.#around(path, () =>
      factory.call(this.#this, module, module.exports, this.#requireFrom(path)),
    );
    return module.exports;
  }

  /** An expression of somebody outside, a test for one, in the program's scope. */
  expression(source: string): unknown {
    return this.#evaluate(`(${source})`);
  }

  /**
   * A global that the program finds by its name and on `global`; a name that a browser has stays
   * hidden but for `global`.
   */
  setGlobal(name: string, value: unknown): void {
    Reflect.set(globalThis, name, value);
    Reflect.set(Object(this.#scope.global), name, value);
  }

  /**
   * `this` of a script: what is set on it is a global from then on, as wepy's polyfills expect. What
   * ECMAScript and WeChat have is replaced for the program's eyes alone: the simulator's own code
   * runs in the same document. What the browser has is not there; what the program made by an
   * assignment to a name that nobody declared is.
   */
  #globalObject(global: object): object {
    // Not what the program itself has put on `global` since: that is no name yet.
    const kept = new Set<PropertyKey>(Reflect.ownKeys(global));
    const ofBrowser = new Set<PropertyKey>(Reflect.ownKeys(globalThis));
    const isMade = (name: PropertyKey) => !ofBrowser.has(name) && Object.hasOwn(globalThis, name);
    return new Proxy(global, {
      has: (target, name) => Reflect.has(target, name) || isMade(name),
      get: (target, name) =>
        Reflect.get(!Reflect.has(target, name) && isMade(name) ? globalThis : target, name),
      set: (target, name, value) => {
        if (typeof name === 'string' && !kept.has(name)) this.setGlobal(name, value);
        return Reflect.set(target, name, value);
      },
    });
  }

  #requireFrom(from: string): Require {
    const load = (reference: string) => this.load(this.#resolve(from, reference));
    const require = (
      reference: string,
      success?: (exports: unknown) => void,
      fail?: (error: { errMsg: string }) => void,
    ) => {
      if (!success) return load(reference);
      require.async(reference).then(success, (error: unknown) => fail?.({ errMsg: String(error) }));
      return undefined;
    };
    require.async = async (reference: string) => load(reference);
    return require;
  }

  #resolve(from: string, reference: string): string {
    const bare = reference.replace(/\.js$/, '');
    const sibling = normalize(bare.startsWith('/') ? bare : `${from}/../${bare}`);
    const candidates = [sibling, `${sibling}/index`];
    if (!/^[./]/.test(bare))
      candidates.push(
        `miniprogram_npm/${bare}`,
        `miniprogram_npm/${bare}/index`,
        `miniprogram_npm/${reference}`,
      );
    const found = candidates.find((candidate) => this.has(candidate));
    if (found === undefined)
      throw new Error(`module '${sibling}.js' is not defined, require args is '${reference}'`);
    return found;
  }
}

/** `a/b/../c` -> `a/c`; no leading slash. */
export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
