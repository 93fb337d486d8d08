import type { EnterOptions } from '../event';
import { own } from '../json';
import { contract1Parameters } from './contract-1';
import { exploreParameters } from './explore';

/** What WeChat gave to open the program, as it came: it distinguishes a launch from its repetition. */
export interface Given {
  /** The path and the values of the parameters that are ours. */
  readonly asked: string;
  /** The AppID of the app that asks; null: WeChat has not named it. */
  readonly caller: string | null;
}

/** All the parameters that a launch can have. */
export const knownParameters: readonly string[] = [...contract1Parameters, ...exploreParameters];

export function readGiven({ path, query, caller }: EnterOptions): Given {
  const values = knownParameters.map((name) => [name, comparable(own(query, name))]);
  return { asked: JSON.stringify([comparable(path), values]), caller };
}

/** What is no text is refused whatever it says, so its kind is enough. */
function comparable(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? `=${value}` : typeof value;
}

/**
 * WeChat repeats a launch with what the phone has changed since, or leaves out the caller
 * (docs/wechat.md#a-return-repeats-the-last-launch). Another app that is named, or another query,
 * is no repetition.
 */
export function isRepeat(first: Given, again: Given): boolean {
  const isOtherApp =
    first.caller !== null && again.caller !== null && first.caller !== again.caller;
  return first.asked === again.asked && !isOtherApp;
}

/** A launch for as long as nobody has said whose it is. */
export interface Unidentified {
  readonly options: EnterOptions;
  /** WeChat's, as `zh_CN`. */
  readonly language: string;
}
