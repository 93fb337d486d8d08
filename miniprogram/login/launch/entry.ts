import type { Brand, EffectiveBrand } from '../brand';
import type { EnterOptions } from '../event';
import type { Failure } from '../failure';
import { type Lang, langOf } from '../lang';
import { entryOf, notAllowed } from './caller';
import { readContract1, readPreferences } from './contract-1';
import { brandFor, ownBrand } from './effective';
import { isExplorePath, readExplore } from './explore';
import { type Given, knownParameters, readGiven, type Unidentified } from './given';
import type { Launch } from './launch';
import { type ParameterError, readQuery } from './query';
import { createReader } from './reader';
import { sceneKind } from './scene';

export type Entry =
  /** An app asks for something. */
  | {
      readonly kind: 'launch';
      readonly brand: EffectiveBrand;
      readonly launch: Launch;
      /** Why it is no login; `launch` is then what could be read. Null: it is one. */
      readonly refusal: Failure | null;
      readonly given: Given;
      /** Whose launch it is has still to be found out. */
      readonly unidentified: Unidentified | null;
      /** Names of parameters that are not ours. */
      readonly ignored: readonly string[];
    }
  /** Back to the front; the app behind is the same as before, if there was one. */
  | { readonly kind: 'return'; readonly lang: Lang }
  /** Nobody waits for a result. */
  | { readonly kind: 'noApp'; readonly lang: Lang };

/**
 * Reads `App.onShow`'s options. Never throws, whatever they hold. `identified`: what somebody else
 * has said of the app that asks, where the brand does not name it itself.
 */
export function readEntry(
  options: EnterOptions,
  language: string,
  all: Brand,
  identified: EffectiveBrand | null = null,
): Entry {
  const lang = langOf(language, all.languages);
  const scene = sceneKind(options.scene);
  if (scene === 'keepsApp') return { kind: 'return', lang };
  if (scene === 'other') return { kind: 'noApp', lang };

  const { caller } = options;
  const allowed = entryOf(caller, all);
  const named = allowed === null ? ownBrand(all) : brandFor(all, allowed);
  const brand = identified ?? named;
  const common = { caller, app: brand.app, connection: brand.connection };
  const query = readQuery(options.query, knownParameters);
  const { values, errors, ignored } = query;
  const isExplore =
    isExplorePath(options.path) ||
    (values.has('fromApp') && values.has('userPoolId') && !values.has('v'));
  const isGuard = values.size === 0 && errors.length === 0 && !isExplore;
  const reader = createReader(isGuard ? guardSdk : query);
  const launch = isExplore
    ? readExplore(reader, common, lang, brand)
    : isGuard
      ? { ...readPreferences(reader, lang, brand), ...common }
      : readContract1(reader, common, lang, brand);
  const refusal =
    (identified ?? allowed) === null
      ? notAllowed(caller)
      : reader.error && launchInvalid(reader.error);
  return {
    kind: 'launch',
    brand,
    launch,
    refusal,
    given: readGiven(options),
    unidentified: null,
    ignored,
  };
}

/**
 * The Guard SDK opens the program with no path and no query
 * (docs/genauth.md#the-guard-sdk-opens-the-program-with-nothing).
 */
const guardSdk = { values: new Map([['return', 'codes']]), errors: [] };

function launchInvalid({ parameter, problem }: ParameterError): Failure {
  return { code: 'launch_invalid', message: `The launch parameter ${parameter} ${problem}` };
}
