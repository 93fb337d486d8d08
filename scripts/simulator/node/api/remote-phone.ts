import type { Page as Tab } from 'playwright-core';
import type { PhoneDevice } from '../../contract/phone';
import { withPlainError } from './with-plain-error';

/**
 * What Node may tell a phone to do, and ask it, in the words of `contract/phone.ts`. A new verb is
 * added here and there.
 */
const VERBS = [
  'answerDialog',
  'answerNativePage',
  'answerPicker',
  'back',
  'background',
  'foreground',
  'hold',
  'kill',
  'launch',
  'misbehave',
  'network',
  'people',
  'refresh',
  'setPermissions',
  'surround',
  'turnNativePage',
  'turnPicker',
] as const satisfies readonly (keyof PhoneDevice)[];
const FACTS = [
  'compileMessages',
  'contract',
  'dialog',
  'nativePage',
  'permissions',
  'picker',
  'problems',
  'received',
  'state',
] as const satisfies readonly (keyof PhoneDevice)[];

type Verb = (typeof VERBS)[number];
type Fact = (typeof FACTS)[number];

/**
 * The same phone from afar: everything is asked, so everything answers a promise. Rejects as the
 * phone worded it.
 */
export type RemotePhone = {
  readonly [V in Verb]: (
    ...args: Parameters<PhoneDevice[V]>
  ) => Promise<Awaited<ReturnType<PhoneDevice[V]>>>;
} & { readonly [F in Fact]: () => Promise<PhoneDevice[F]> };

export function remotePhone(tab: Tab): RemotePhone {
  const send = (verb: Verb, args: readonly unknown[]) =>
    withPlainError(
      tab.evaluate(
        ([name, given]) => {
          const run: unknown = Reflect.get(window.phone, name);
          if (typeof run !== 'function') throw new Error(`the phone can't ${name}`);
          return run.apply(window.phone, given);
        },
        [verb, args] as const,
      ),
    );
  const ask = (fact: Fact) =>
    withPlainError(tab.evaluate((name) => Reflect.get(window.phone, name) as unknown, fact));
  // Built from the lists that the type is made of.
  return Object.fromEntries([
    ...VERBS.map((verb) => [verb, (...args: readonly unknown[]) => send(verb, args)] as const),
    ...FACTS.map((fact) => [fact, () => ask(fact)] as const),
  ]) as unknown as RemotePhone;
}
