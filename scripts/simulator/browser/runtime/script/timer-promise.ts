import type { DeviceInfo } from '../../../contract/process';

/**
 * `Promise` as WeChat has it on iOS 15 and older: built on `setTimeout`, so that callbacks come
 * after timers that were set before (docs/wechat.md#promises-are-timers-on-old-iphones). A native
 * `async` function goes on using the engine's own.
 */
class TimerPromise<T> extends Promise<T> {
  // biome-ignore lint/suspicious/noThenProperty: this is a promise.
  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return super.then(onFulfilled && later(onFulfilled), onRejected && later(onRejected));
  }
}

function later<V, R>(run: (value: V) => R | PromiseLike<R>): (value: V) => Promise<R> {
  return (value) =>
    new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(run(value));
        } catch (error) {
          reject(error);
        }
      }, 0);
    });
}

/** What the program finds as `Promise` on this phone. */
export function promiseOf({ platform, system }: DeviceInfo): PromiseConstructor {
  const major = Number(/^iOS (\d+)/.exec(system)?.[1] ?? Number.POSITIVE_INFINITY);
  return platform === 'ios' && major <= 15 ? TimerPromise : Promise;
}
