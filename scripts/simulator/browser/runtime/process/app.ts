import type { PhoneHost } from '../../../contract/process';
import type { EnterOptions } from '../../../contract/timeline';
import type { Errors } from '../errors';
import { Emitter } from './emitter';
import type { LifecycleEvents } from './wx-runtime';

type Hook = (this: unknown, detail?: unknown) => unknown;

/**
 * App(), getApp() and the hooks of both App and wx.onApp...
 * https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html
 */
export class App {
  readonly lifecycle = new Emitter<LifecycleEvents>();
  readonly #host: PhoneHost;
  readonly #errors: Errors;
  #instance: Record<string, unknown> | null = null;
  #default: Record<string, unknown> | null = null;

  constructor(host: PhoneHost, errors: Errors) {
    this.#host = host;
    this.#errors = errors;
    errors.onProgramError((message) => this.#notify('error', message, 'onError'));
  }

  /** The program's `App`. */
  register(definition: Record<string, unknown>): void {
    if (this.#instance) throw new Error('App() was called twice');
    this.#instance = Object.assign(this.#default ?? {}, definition);
  }

  /** The program's `getApp`. With `allowDefault` there is an object before App() was called. */
  get(options?: { readonly allowDefault?: boolean }): Record<string, unknown> | undefined {
    if (this.#instance) return this.#instance;
    if (!options?.allowDefault) return undefined;
    this.#default ??= {};
    return this.#default;
  }

  launch(options: EnterOptions): void {
    this.#call('onLaunch', options);
  }

  show(options: EnterOptions): void {
    this.#call('onShow', options);
    this.#emit('appShow', options);
  }

  hide(): void {
    this.#call('onHide');
    this.#emit('appHide', undefined);
  }

  themeChange(theme: 'light' | 'dark'): void {
    this.#notify('themeChange', { theme }, 'onThemeChange');
  }

  /** True when the program has something to say about it. */
  pageNotFound(detail: LifecycleEvents['pageNotFound']): boolean {
    return this.#notify('pageNotFound', detail, 'onPageNotFound');
  }

  unhandledRejection(reason: unknown): void {
    this.#notify('unhandledRejection', { reason }, 'onUnhandledRejection');
  }

  #notify<K extends keyof LifecycleEvents>(
    event: K,
    detail: LifecycleEvents[K],
    hook: string,
  ): boolean {
    const has = typeof this.#instance?.[hook] === 'function';
    if (has) this.#call(hook, detail);
    return this.#emit(event, detail) > 0 || has;
  }

  #call(hook: string, detail?: unknown): void {
    this.#host.record({
      kind: 'lifecycle',
      target: 'App',
      hook,
      ...(detail === undefined ? {} : { detail }),
    });
    const method = this.#instance?.[hook];
    if (typeof method === 'function')
      this.#errors.guard(() => (method as Hook).call(this.#instance, detail));
  }

  #emit<K extends keyof LifecycleEvents>(event: K, detail: LifecycleEvents[K]): number {
    return this.#errors.guard(() => this.lifecycle.emit(event, detail)) ?? 1;
  }
}
