import { suggest } from '../contract/nearest';
import { checkArgument, checkOptions, type Kind, MS, NAME, optional, PART } from './arguments';
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

const STATUS: Kind = {
  words: 'an HTTP status from 100 to 599',
  fits: (value) => Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 599,
};
const HEADERS: Kind = {
  words: 'an object of strings',
  fits: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => typeof each === 'string'),
};
const ANYTHING: Kind = { words: 'anything', fits: () => true };
const ANSWER = {
  status: optional(STATUS),
  data: ANYTHING,
  headers: optional(HEADERS),
  delay: optional(MS),
};

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
    checkArgument('route: the address', url, PART);
    if (answer !== 'abort') {
      if (typeof answer === 'string')
        throw new TypeError(
          `route: the answer is "abort" or an object, and no "${answer}"${suggest(answer, ['abort'])}`,
        );
      if (answer === undefined) throw new TypeError('route: there is no answer');
      checkOptions('route: the answer', answer, ANSWER);
    }
    checkReach(url);
    const pattern = typeof url === 'string' ? glob(url) : url;
    this.#routes = [{ source: pattern.source, flags: pattern.flags, answer }, ...this.#routes];
    await this.#mini.mockWxMethod('request', ROUTER, this.#routes, KEPT);
  }

  async unroute(): Promise<void> {
    this.#routes = [];
    await this.#mini.restoreWxMethod('request');
  }

  async mock(method: string, answer: unknown, args: readonly unknown[]): Promise<void> {
    await this.#checkMethod('mock', method);
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
    await this.#checkMethod('unmock', method);
    await this.#mini.restoreWxMethod(method);
  }

  /** @throws When nothing keeps them: nobody knows then whether there were any. */
  async calls(method: string): Promise<readonly unknown[]> {
    await this.#checkMethod('calls', method);
    const kept: unknown = await this.#mini.evaluate(
      `function (name, key) { return (wx[key] || {})[name] || null; }`,
      method,
      KEPT,
    );
    if (!Array.isArray(kept))
      throw new Error(
        `nobody counts the calls of wx.${method}: ${method === 'request' ? 'route() or ' : ''}` +
          'mock() does, from then on and until the process ends',
      );
    return kept;
  }

  /** @throws TypeError For a name that `wx` lacks: the program can't call it. */
  async #checkMethod(where: string, method: string): Promise<void> {
    checkArgument(`${where}: the method of wx`, method, NAME);
    const names: unknown = await this.#mini.evaluate(
      `function (name) {
        if (typeof wx[name] === 'function') return null;
        const names = [];
        for (const each in wx) if (typeof wx[each] === 'function') names.push(each);
        return names;
      }`,
      method,
    );
    if (Array.isArray(names))
      throw new TypeError(`${where}: wx has no ${method}${suggest(method, names.map(String))}`);
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

/**
 * @throws TypeError For a pattern whose beginning no address has. (What an expression may still fit
 *   behind its first letters can't be told.)
 */
function checkReach(url: Text): void {
  const start = startOf(url);
  const isWhole = typeof url === 'string' && !url.includes('*');
  const begins = ['https://', 'http://'].some(
    (scheme) => scheme.startsWith(start) || start.startsWith(scheme),
  );
  if (begins && (!isWhole || /^https?:\/\/./i.test(url))) return;
  throw new TypeError(
    `route: no address begins as ${typeof url === 'string' ? JSON.stringify(url) : url} does; ` +
      'write https://..., http://..., or * for what comes before',
  );
}

/** The letters that everything begins with that it fits. */
function startOf(url: Text): string {
  if (typeof url === 'string') return url.replace(/\*.*$/s, '').toLowerCase();
  if (url.source.includes('|')) return '';
  const start = /^\^((?:[\w:]|\\\/)+)(?![?*{])/.exec(url.source)?.[1] ?? '';
  return start.replaceAll('\\', '').toLowerCase();
}

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
