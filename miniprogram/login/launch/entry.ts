import type { Brand } from '../brand';
import type { EnterOptions } from '../event';
import type { Failure } from '../failure';
import { type Lang, langOf } from '../lang';
import { readContract1 } from './contract-1';
import { isExplorePath, readExplore } from './explore';
import type { Launch } from './launch';
import { type ParameterError, type ReadQuery, readQuery } from './query';
import { createReader } from './reader';
import { sceneKind } from './scene';

export type Entry =
  /** An app asks for something. Where `refusal` is there, it is no log-in, and `launch` is what could be read of it. */
  | { readonly kind: 'launch'; readonly launch: Launch; readonly refusal: Failure | null }
  /** Back to the front; the app behind is the same as before, if there was one. */
  | { readonly kind: 'return'; readonly lang: Lang }
  /** Nobody waits for a result. */
  | { readonly kind: 'noApp'; readonly lang: Lang };

/** Reads `App.onShow`'s options. Never throws, whatever they hold. */
export function readEntry(options: EnterOptions, language: string, brand: Brand): Entry {
  const lang = langOf(language, brand.languages);
  const scene = sceneKind(options.scene);
  if (scene === 'keepsApp') return { kind: 'return', lang };
  if (scene === 'other') return { kind: 'noApp', lang };

  const [app] = brand.apps;
  const query = readQuery(options.query);
  const { values } = query;
  const isExplore = values.has('fromApp') || values.has('userPoolId') || isExplorePath(options.path);
  const isGuard = query.error === null && values.size === 0 && !isExplore;
  const reader = createReader(isGuard ? guardSdk : query);
  const launch = isExplore ? readExplore(reader, app, lang, brand) : readContract1(reader, app, lang, brand);
  return { kind: 'launch', launch, refusal: reader.error === null ? null : launchInvalid(reader.error) };
}

/** The Guard SDK opens the program with no path and no query (docs/genauth.md#the-guard-sdk-opens-the-program-with-nothing). */
const guardSdk: ReadQuery = {
  values: new Map([
    ['v', '1'],
    ['return', 'codes'],
  ]),
  error: null,
};

function launchInvalid({ parameter, problem }: ParameterError): Failure {
  return { code: 'launch_invalid', message: `The launch parameter ${parameter} ${problem}` };
}
