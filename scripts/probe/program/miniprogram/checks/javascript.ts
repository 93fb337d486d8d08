import type { ProbeJson } from '../json';
import type { ProbeCheck } from './check';

const promiseOrder = (): Promise<ProbeJson> =>
  new Promise((resolve) => {
    const order: string[] = [];
    setTimeout(() => order.push('timer set before'), 0);
    void Promise.resolve().then(() => order.push('promise'));
    setTimeout(() => order.push('timer set after'), 0);
    setTimeout(() => resolve(order), 60);
  });

/**
 * `typeof` of a name that may not be declared, which is the one question that needs no
 * `globalThis`.
 */
const globals: Readonly<Record<string, () => string>> = {
  TextEncoder: () => typeof TextEncoder,
  TextDecoder: () => typeof TextDecoder,
  URL: () => typeof URL,
  URLSearchParams: () => typeof URLSearchParams,
  btoa: () => typeof btoa,
  atob: () => typeof atob,
  crypto: () => typeof crypto,
  fetch: () => typeof fetch,
  window: () => typeof window,
  document: () => typeof document,
  queueMicrotask: () => typeof queueMicrotask,
  structuredClone: () => typeof structuredClone,
  globalThis: () => typeof globalThis,
  BigInt: () => typeof BigInt,
  Proxy: () => typeof Proxy,
};

export const javascriptChecks: readonly ProbeCheck[] = [
  {
    id: 'javascript.globals',
    fact: 'what-javascript-lacks-here',
    ask: () => Object.fromEntries(Object.entries(globals).map(([name, ask]) => [name, ask()])),
  },
  { id: 'javascript.promise-order', fact: 'promises-are-timers-on-old-iphones', ask: promiseOrder },
  {
    id: 'javascript.bigint',
    fact: 'the-official-compiler-keeps-new-syntax',
    ask: () => String(2n ** 64n),
  },
];

/**
 * Names that a browser has. WeChat's typings rightly lack most of them, so they are declared here
 * to be asked for.
 */
declare const TextEncoder: unknown;
declare const TextDecoder: unknown;
declare const URL: unknown;
declare const URLSearchParams: unknown;
declare const btoa: unknown;
declare const atob: unknown;
declare const crypto: unknown;
declare const fetch: unknown;
declare const window: unknown;
declare const document: unknown;
declare const queueMicrotask: unknown;
declare const structuredClone: unknown;
