import { component } from 'glass-easel-miniprogram-adapter';
import { missing } from '../../../contract/places';
import type { PhoneHost } from '../../../contract/process';
import type { Errors } from '../errors';
import { isCaller, type MethodCaller } from '../glass/glass';
import { whileSetting } from '../glass/same-values';
import type { PageInstance } from './page';
import { UpdateStatistics } from './update-statistics';
import { absoluteUrl } from './url';

/** bytes; WeChat drops a larger one: "invokeWebviewMethod ... exceeded the maximum length". */
const REFUSED = 1024 * 1024;
/** bytes; WeChat's audit rule. */
const WARNED = 256 * 1024;

export interface CallerHooks {
  readonly host: PhoneHost;
  readonly errors: Errors;
  pageOf(caller: MethodCaller): PageInstance | null;
  /** The program's `wx.navigateTo` and its neighbours. */
  route(api: RouteApi, options: object): unknown;
  createSelectorQuery(caller: MethodCaller): unknown;
  createIntersectionObserver(caller: MethodCaller, options: unknown): unknown;
  createMediaQueryObserver(caller: MethodCaller): unknown;
}

const ROUTE_APIS = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'] as const;
type RouteApi = (typeof ROUTE_APIS)[number];

/**
 * What `this` has in WeChat beyond the adapter, and `setData` with WeChat's limits and on the
 * timeline.
 */
export function extendCallers(hooks: CallerHooks): void {
  const proto = component.ComponentCaller.prototype;
  const setData = proto.setData;
  const statistics = new UpdateStatistics();
  const own: Record<string, (this: MethodCaller, ...args: never[]) => unknown> = {
    setData(given: Readonly<Record<string, unknown>>, callback?: () => void) {
      const page = hooks.pageOf(this);
      const bytes = sizeOf(given);
      const name = this._$.is;
      hooks.host.record({
        kind: 'setData',
        page: page?.path ?? name,
        bytes,
        ...(page?.path === name ? {} : { component: name }),
      });
      // WeChat: such an item is not set, and what was there stays.
      // https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html
      const all = Object.entries(given);
      for (const [key] of all.filter(([, value]) => value === undefined))
        hooks.host.record({
          kind: 'console',
          level: 'warn',
          args: [`${name}: setData sets "${key}" to undefined, which is not set`],
        });
      const data = Object.fromEntries(all.filter(([, value]) => value !== undefined));
      if (bytes > REFUSED) {
        hooks.errors.refused(
          `${name}: setData of ${bytes} bytes; WeChat refuses more than ${REFUSED}`,
        );
        return;
      }
      if (bytes > WARNED)
        hooks.errors.refused(`${name}: setData of ${bytes} bytes; WeChat's audit allows ${WARNED}`);
      statistics.measure(this, Object.keys(data), () =>
        whileSetting(this, data, () =>
          setData.call(this as never, copyOf(data) as never, callback),
        ),
      );
      page?.noteScreen();
    },
    setUpdatePerformanceListener(
      options: { readonly withDataPaths?: boolean } | undefined,
      listener: unknown,
    ) {
      statistics.listen(this, options, listener);
    },
    triggerEvent(name: string, detail: unknown = {}, options: object = {}) {
      return this._$.triggerEvent(name, detail, options);
    },
    createSelectorQuery() {
      return hooks.createSelectorQuery(this);
    },
    createIntersectionObserver(options: unknown) {
      return hooks.createIntersectionObserver(this, options);
    },
    createMediaQueryObserver() {
      return hooks.createMediaQueryObserver(this);
    },
    getPageId() {
      return `pageId:${hooks.pageOf(this)?.pageId ?? 0}`;
    },
    getOpenerEventChannel() {
      return hooks.pageOf(this)?.openerChannel ?? {};
    },
    getTabBar() {
      return hooks.pageOf(this)?.tabBar;
    },
    animate() {
      throw new Error(missing('this.animate()', 'caller'));
    },
  };
  Object.assign(proto, own);
  // https://developers.weixin.qq.com/miniprogram/dev/reference/api/Router.html
  Object.defineProperties(proto, {
    router: { get: routerGetter(hooks, (caller) => caller._$.is), configurable: true },
    pageRouter: {
      get: routerGetter(hooks, (caller) => hooks.pageOf(caller)?.path ?? ''),
      configurable: true,
    },
  });
}

/** The routes of `wx`, whose relative urls start at `base`. */
function routerGetter(hooks: CallerHooks, base: (caller: MethodCaller) => string) {
  return function router(this: MethodCaller) {
    const from = base(this);
    const route = (api: RouteApi) => (options: { readonly url?: unknown }) =>
      hooks.route(
        api,
        typeof options?.url === 'string'
          ? { ...options, url: absoluteUrl(options.url, from) }
          : (options ?? {}),
      );
    return Object.fromEntries(ROUTE_APIS.map((api) => [api, route(api)]));
  };
}

/** UTF-8 bytes of the JSON, which is what crosses from WeChat's script thread to its view. */
function sizeOf(data: unknown): number {
  return new TextEncoder().encode(
    JSON.stringify(data, (_, value: unknown) => (isCaller(value) ? undefined : value)) ?? '',
  ).length;
}

/**
 * What the program changes afterwards in what it gave is not the page's. Functions and instances go
 * over as they are.
 */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  // A page or a component leads to everything else.
  if (isCaller(value)) return {};
  if (
    typeof value !== 'object' ||
    value === null ||
    Object.getPrototypeOf(value) !== Object.prototype
  )
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)]));
}
