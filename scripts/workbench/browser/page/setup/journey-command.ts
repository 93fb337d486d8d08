import type { Misbehaviour } from '@mini-login/simulator/contract';
import { type ScenarioName, scenarios } from '../scenarios/scenarios';
import { faultKeys, type Setup, tagOf, usualOn } from './setup';

export interface JourneyLine {
  /** For a shell, a Unix one or Windows' own. */
  readonly command: string;
  /** What `npm run journey` can't be asked for, by its names in the address; or `scenario`. */
  readonly leftOut: readonly string[];
}

/**
 * The same login without a window.
 *
 * @param played The scenario that has played it.
 * @param onlyHere The servers' controls whose choice the sandbox of a journey does not know.
 */
export function journeyLine(
  chosen: Setup,
  onlyHere: readonly string[] = [],
  played: ScenarioName | null = null,
): JourneyLine {
  const scenario = played === null ? null : scenarios[played];
  const setup: Setup = scenario?.cutAtSheet ? { ...chosen, network: 'offline' } : chosen;
  const leftOut: string[] = [];
  const words = [
    ...(setup.brand === null ? [] : ['--brand', setup.brand]),
    ...['--return', setup.contract, '--person', setup.person],
    ...(setup.caller === 'own' ? [] : ['--caller', setup.caller]),
    ...phoneWords(setup, leftOut),
    ...personWords(setup, leftOut),
    ...faultWords(setup, leftOut),
    ...serverWords(setup, onlyHere, leftOut),
  ];
  // A journey is one person's.
  if (scenario !== null && scenario.people.length > 1) leftOut.push('scenario');
  return { command: ['npm run journey --', ...words.map(quote)].join(' '), leftOut };
}

function phoneWords(setup: Setup, leftOut: string[]): readonly string[] {
  const { phone, language, theme, screen, fontSize, library } = setup;
  // No app can open a program on a computer, so no journey begins there.
  if (phone === 'pc') leftOut.push('phone');
  if (fontSize !== '1') leftOut.push('text');
  return [
    ...(phone === 'pc' || phone === 'ios' ? [] : ['--phone', phone]),
    // The journey has one traditional Chinese.
    ...['--lang', language === 'zh_HK' ? 'zh-TW' : tagOf(language)],
    ...(theme === 'dark' ? ['--dark'] : []),
    ...(screen === null ? [] : ['--width', screen]),
    ...(library === null ? [] : ['--lib', library]),
  ];
}

/** The journey's person agrees unless told to refuse, and is offline on the way or not at all. */
function personWords({ sheetPolicy, network }: Setup, leftOut: string[]): readonly string[] {
  if (network === 'slow' || (network === 'offline' && sheetPolicy === 'reject'))
    leftOut.push('network');
  if (sheetPolicy === 'reject') return ['--deny', 'phone'];
  return network === 'offline' ? ['--offline'] : [];
}

type FaultWords = {
  readonly [K in keyof Misbehaviour]?: (value: Misbehaviour[K]) => readonly string[] | null;
};

/** Null: this value can't be asked for. */
const faultOptions: FaultWords = {
  navigateBackApplication: (value) => ['--back', value],
  launchApp: (value) => (value === 'invalid scene' ? null : ['--button', value]),
  surfaces: (value) => ['--surfaces', value],
  query: (value) => (value === 'noisy' ? ['--noise'] : null),
  wording: (value) => (value === 'localized' ? ['--localized'] : null),
  errno: (value) => (value === 'missing' ? ['--no-errno'] : null),
  domains: (value) => (value === 'forgotten' ? ['--undeclared'] : null),
};

function faultWords({ phone, faults }: Setup, leftOut: string[]): readonly string[] {
  const words = faultKeys.flatMap((key) => {
    if (faults[key] === undefined) return [];
    const option = wordsOf(key, faults);
    if (option === null) leftOut.push(`wechat.${key}`);
    return option ?? [];
  });
  // `--button` alone makes WeChat stay as well, which nobody has asked for here.
  const stays = faults.navigateBackApplication ?? usualOn(phone).navigateBackApplication;
  return words.includes('--button') && !words.includes('--back')
    ? [...words, '--back', stays]
    : words;
}

function wordsOf<K extends keyof Misbehaviour>(
  key: K,
  faults: Partial<Misbehaviour>,
): readonly string[] | null {
  const value: Misbehaviour[K] | undefined = faults[key];
  const option: FaultWords[K] = faultOptions[key];
  return value === undefined || option === undefined ? null : option(value);
}

function serverWords(
  { servers }: Setup,
  onlyHere: readonly string[],
  leftOut: string[],
): readonly string[] {
  const words: string[] = [];
  for (const [id, value] of Object.entries(servers)) {
    if (id === 'tenant' && value === 'loginOnly') words.push('--login-only');
    else if (id === 'app' && !onlyHere.includes(id)) words.push('--app', value);
    else leftOut.push(`server.${id}`);
  }
  return words;
}

function quote(word: string): string {
  return /^[\w.-]+$/.test(word) ? word : `"${word.replaceAll('"', '')}"`;
}
