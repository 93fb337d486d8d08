import type { Mini } from './client';
import type { Text } from './query';

/** What the program gets. */
export type RouteAnswer =
  | 'abort'
  | {
      readonly status?: number;
      /** An object arrives as WeChat gives it: parsed. */
      readonly data?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      /** ms, of the program's timers. */
      readonly delay?: number;
    };

interface Route {
  readonly source: string;
  readonly flags: string;
  readonly answer: RouteAnswer;
}

/** Where the program keeps what was called. */
const KEPT = '__testCalls';

/** `wx` as a test wants it, by `mockWxMethod`: the functions below run in the program. */
export class WxScript {
  readonly #mini: Mini;
  #routes: readonly Route[] = [];

  constructor(mini: Mini) {
    this.#mini = mini;
  }

  async route(url: Text, answer: RouteAnswer): Promise<void> {
    const pattern = typeof url === 'string' ? glob(url) : url;
    this.#routes = [{ source: pattern.source, flags: pattern.flags, answer }, ...this.#routes];
    await this.#mini.mockWxMethod('request', ROUTER, this.#routes, KEPT);
  }

  async unroute(): Promise<void> {
    this.#routes = [];
    await this.#mini.restoreWxMethod('request');
  }

  async mock(method: string, answer: unknown, args: readonly unknown[]): Promise<void> {
    const run =
      typeof answer === 'function'
        ? `(${asExpression(String(answer))}).apply(this, all)`
        : `(${JSON.stringify(answer ?? null)})`;
    await this.#mini.mockWxMethod(
      method,
      `function (...all) { ${KEEP}(${JSON.stringify(method)}, all[0]); return ${run}; }`,
      ...args,
    );
  }

  async unmock(method: string): Promise<void> {
    await this.#mini.restoreWxMethod(method);
  }

  async calls(method: string): Promise<readonly unknown[]> {
    const kept: unknown = await this.#mini.evaluate(
      `function (name, key) { return (wx[key] || {})[name] || []; }`,
      method,
      KEPT,
    );
    return Array.isArray(kept) ? kept : [];
  }
}

/** Keeps a copy of a call's argument; on `wx`, which every file of the program shares. */
const KEEP = `(function (name, given) {
  const kept = (wx.${KEPT} = wx.${KEPT} || {});
  let copy = null;
  try { copy = JSON.parse(JSON.stringify(given === undefined ? null : given)); } catch (error) { copy = String(given); }
  (kept[name] = kept[name] || []).push(copy);
})`;

const ROUTER = `function (options, routes) {
  ${KEEP}('request', { url: options.url, method: options.method || 'GET', data: options.data });
  const route = routes.find((each) => new RegExp(each.source, each.flags).test(options.url));
  if (!route) {
    const origin = this.origin;
    if (!options.success && !options.fail && !options.complete) return origin(options);
    return new Promise((done) =>
      origin(Object.assign({}, options, { success: done, fail: done, complete: undefined })));
  }
  if (route.answer === 'abort') return { errMsg: 'request:fail abort' };
  const { status = 200, data = '', headers = {}, delay = 0 } = route.answer;
  const answer = { errMsg: 'request:ok', statusCode: status, data, header: headers, cookies: [] };
  return delay === 0 ? answer : new Promise((done) => setTimeout(done, delay, answer));
}`;

function glob(url: string): RegExp {
  const parts = url.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

/** A method's shorthand is no expression by itself. */
function asExpression(source: string): string {
  return /^(?:async\s+)?(?:function\b|\(|[\w$]+\s*=>)/.test(source)
    ? source
    : source.startsWith('async ')
      ? `async function ${source.slice(6)}`
      : `function ${source}`;
}
