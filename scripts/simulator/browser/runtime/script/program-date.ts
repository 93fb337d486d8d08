import type { DeviceInfo } from '../../../contract/process';

/** Forms that every WeChat reads; DevTools warns of others. */
const READ_EVERYWHERE = [
  /^\d{4}\/\d{1,2}\/\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/,
];

/** `2024-01-01 10:00:00`, `2024-1-1`: numbers in an order that JavaScript says nothing about. */
const LOOKS_LIKE_A_DATE = /^\s*\d{1,4}[-./]\d{1,2}/;

/** Of JavaScriptCore; newer ones read more. */
const OLD_IOS = 15;

/**
 * The program's `Date`: a text that not every phone reads is said on the timeline, and on an old
 * iPhone it is an invalid date.
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/debug.html
 */
export function programDate(
  { platform, system }: DeviceInfo,
  tolerated: (message: string) => void,
): DateConstructor {
  const major = Number(/^iOS (\d+)/.exec(system)?.[1] ?? Number.POSITIVE_INFINITY);
  const refuses = platform === 'ios' && major <= OLD_IOS;
  const read = (text: unknown): unknown => {
    if (typeof text !== 'string' || !LOOKS_LIKE_A_DATE.test(text)) return text;
    if (READ_EVERYWHERE.some((form) => form.test(text))) return text;
    const form = text.replace(/\d/g, '0');
    tolerated(
      `new Date("${text}"): iOS reads yyyy/MM/dd, yyyy/MM/dd HH:mm:ss, yyyy-MM-dd and ` +
        `yyyy-MM-ddTHH:mm:ss; of the form ${form} some of its versions make an invalid date`,
    );
    return refuses ? Number.NaN : text;
  };
  const statics = ownStatics((text) => Date.parse(String(read(text))));
  const own: DateConstructor = new Proxy(Date, {
    construct(target, args: unknown[], newTarget) {
      const given = args.length === 1 ? [read(args[0])] : args;
      return Object(Reflect.construct(target, given, newTarget === own ? target : newTarget));
    },
    get: (target, name) => (statics.has(name) ? statics.get(name) : Reflect.get(target, name)),
  });
  Object.defineProperty(Date.prototype, 'constructor', { value: own, configurable: true });
  return own;
}

/**
 * In place of what the phone's clock has put on `Date`: made in the phone's document, it leads to
 * that one's window.
 */
function ownStatics(parse: (text: unknown) => number): ReadonlyMap<PropertyKey, unknown> {
  const statics = new Map<PropertyKey, unknown>();
  for (const name of Reflect.ownKeys(Date)) {
    const value: unknown = Reflect.get(Date, name);
    if (typeof value === 'function')
      statics.set(name, (...args: unknown[]) => value.apply(Date, args));
    else if (typeof value === 'object' && name !== 'prototype') statics.set(name, undefined);
  }
  return statics.set('parse', parse);
}
