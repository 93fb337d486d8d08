import type { Brand } from '../brand';
import type { EnterOptions } from '../event';
import type { Failure } from '../failure';
import type { ReplyTo } from '../result';
import type { Contract, Launch } from '../state';
import type { Lang } from '../view';
import { isLang, langOf, spoken } from './lang';
import { readOldLaunch } from './old-contract';
import { readOwnLaunch, readState } from './own-contract';
import { type ParameterError, readQuery } from './query';
import { sceneKind } from './scene';

export type Entry =
  /** An app asks for a log-in. */
  | { readonly kind: 'launch'; readonly launch: Launch }
  /** An app asks for something that is no log-in. */
  | { readonly kind: 'badLaunch'; readonly replyTo: ReplyTo; readonly failure: Failure; readonly lang: Lang }
  /** Back to the front; the app behind is the same as before, if there was one. */
  | { readonly kind: 'return' }
  /** Nobody waits for a result. */
  | { readonly kind: 'noApp'; readonly lang: Lang };

export type ReadLaunch = { readonly launch: Launch } | { readonly error: ParameterError };

/** Reads `App.onShow`'s options. Never throws, whatever they hold. */
export function readEntry(options: EnterOptions, language: string, brand: Brand): Entry {
  const scene = sceneKind(options.scene);
  if (scene === 'keepsApp') return { kind: 'return' };
  if (scene === 'other') return { kind: 'noApp', lang: langOf(language, brand) };

  const query = readQuery(options.query);
  const { values } = query;
  const lang = readLang(values, language, brand);
  const old = values.has('fromApp') || values.has('userPoolId') || isOldPath(options.path);
  const bare = query.ok && values.size === 0 && !old;
  const replyTo: ReplyTo = { contract: bare ? 'codes' : old ? 'ticket' : returnOf(values), state: readState(values) };

  const read = (): ReadLaunch => {
    if (!query.ok) return { error: query.error };
    if (old) return readOldLaunch(values, lang, brand);
    return readOwnLaunch(bare ? guardDefaults : values, lang, brand);
  };
  const result = read();
  if ('launch' in result) return { kind: 'launch', launch: result.launch };
  return { kind: 'badLaunch', replyTo, lang, failure: launchInvalid(result.error) };
}

/** The Guard SDK opens us with no path and no query (facts on GenAuth, 1). */
const guardDefaults: ReadonlyMap<string, string> = new Map([
  ['v', '1'],
  ['return', 'codes'],
]);

/** The documents of the older contract spell its path in three ways. */
function isOldPath(path: unknown): boolean {
  return typeof path === 'string' && /^\/?route(?:r)?s\/explore(?:\.html)?$/.test(path);
}

function launchInvalid({ parameter, problem }: ParameterError): Failure {
  return { code: 'launch_invalid', message: `The launch parameter ${parameter} ${problem}` };
}

function returnOf(values: ReadonlyMap<string, string>): Contract {
  const value = values.get('return');
  return value === 'codes' || value === 'ticket' ? value : 'session';
}

function readLang(values: ReadonlyMap<string, string>, language: unknown, brand: Brand): Lang {
  const asked = values.get('lang');
  return asked !== undefined && isLang(asked) ? spoken(asked, brand) : langOf(language, brand);
}
