import { inWords } from '@mini-login/platform/lists';
import {
  checkOptions,
  FROM_ONE,
  FUNCTION,
  INTEGER,
  type Kind,
  optional,
  STRING,
} from './arguments';

/** What may happen on a phone before any step of a test, and must change nothing about its end. */
export const DISTURBANCES = ['delay', 'background', 'kill'] as const;
export type DisturbanceKind = (typeof DISTURBANCES)[number];

/**
 * `delay`: the network is slow from here on, and `ms` pass before the step. `background`: the person
 * leaves for `ms` and comes back. `kill`: the system ends the program, and the person begins again.
 */
export interface Disturbance {
  readonly kind: DisturbanceKind;
  /** Before which step, from 1. */
  readonly step: number;
  /** Of the phone's clock; 0 for `kill`. */
  readonly ms: number;
}

export interface SearchOptions {
  /** The same seed gives the same disturbances in the same order. Default: another each time. */
  readonly seed?: number;
  /** Runs at most, without the first one; default: each kind before each step. */
  readonly most?: number;
  /** Default: all. */
  readonly kinds?: readonly DisturbanceKind[];
  /** This one alone, as a difference names it: `background 3 8000`. */
  readonly only?: string;
  readonly onRun?: (disturbance: Disturbance) => void;
}

/** One run of the test: the titles of its steps, and what came of it. */
export interface Played {
  readonly steps: readonly string[];
  /** Compared as JSON. */
  readonly outcome: unknown;
}

/** The first run that ended otherwise than the calm one. */
export interface Difference {
  /** For `only`. */
  readonly disturbance: string;
  /** Of the step that it came before. */
  readonly step: string;
  readonly expected: unknown;
  /** What came of it instead, or the error. */
  readonly got: unknown;
}

export interface SearchResult {
  readonly seed: number;
  readonly steps: readonly string[];
  readonly runs: number;
  /** Null: every run ended as the calm one. */
  readonly difference: Difference | null;
}

const KINDS: Kind = {
  words: `a list of some of ${inWords(DISTURBANCES)}`,
  fits: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((kind) => DISTURBANCES.some((each) => each === kind)),
};

/** What each option may be; `kinds: []` or `most: 0` would pass without a disturbance. */
export const SEARCH_OPTIONS = {
  seed: optional(INTEGER),
  most: optional(FROM_ONE),
  kinds: optional(KINDS),
  only: optional(STRING),
  onRun: optional(FUNCTION),
};

/** Shorter and longer than WeChat's 5 s until a program in the background stands still. */
const TIMES: Readonly<Record<DisturbanceKind, readonly number[]>> = {
  delay: [300, 1_500, 4_000],
  background: [200, 3_000, 8_000, 60_000],
  kill: [0],
};

/**
 * Plays a test calmly, then again with one disturbance each, until one run ends otherwise.
 *
 * @throws What `play` throws without a disturbance: a test that is not green has nothing to compare.
 *   A test without steps, and an `only` before a step that it lacks: nothing would be disturbed.
 */
export async function searchDifference(
  play: (disturbance: Disturbance | null) => Promise<Played>,
  options: SearchOptions = {},
): Promise<SearchResult> {
  checkOptions('chaos', options, SEARCH_OPTIONS);
  const { seed = newSeed(), most, kinds = DISTURBANCES, only, onRun } = options;
  const wanted = only === undefined ? null : read(only);
  const calm = await play(null);
  const expected = JSON.stringify(calm.outcome);
  const { length } = calm.steps;
  if (length === 0) throw new Error('the test has no step before which to disturb it');
  if (wanted !== null && wanted.step > length)
    throw new Error(`"${only}": there is no step ${wanted.step}, the test has ${length}`);
  const all = wanted === null ? planned(length, kinds, seed) : [wanted];
  const plan = all.slice(0, most);
  for (const [index, disturbance] of plan.entries()) {
    onRun?.(disturbance);
    const got = await play(disturbance).then(
      ({ outcome }) => outcome,
      (error: unknown) => `${error instanceof Error ? error.message : String(error)}`,
    );
    if (JSON.stringify(got) === expected) continue;
    const step = calm.steps[disturbance.step - 1] ?? '';
    const name = nameOf(disturbance);
    const difference = { disturbance: name, step, expected: calm.outcome, got };
    return { seed, steps: calm.steps, runs: index + 1, difference };
  }
  return { seed, steps: calm.steps, runs: plan.length, difference: null };
}

/** As one line, and as `only` takes it. */
export function nameOf({ kind, step, ms }: Disturbance): string {
  return kind === 'kill' ? `${kind} ${step}` : `${kind} ${step} ${ms}`;
}

/** What was found, for a person: what differs, and how the same comes again. */
export function describeDifference({ seed, difference }: SearchResult): string | null {
  if (difference === null) return null;
  const { disturbance, step, expected, got } = difference;
  return [
    `"${disturbance}" before "${step}" changes the end (seed ${seed})`,
    `  without it: ${JSON.stringify(expected)}`,
    `  with it:    ${JSON.stringify(got)}`,
  ].join('\n');
}

function planned(
  steps: number,
  kinds: readonly DisturbanceKind[],
  seed: number,
): readonly Disturbance[] {
  const random = randomOf(seed);
  const all = Array.from({ length: steps }, (_, index) => index + 1).flatMap((step) =>
    kinds.map((kind): Disturbance => {
      const times = TIMES[kind];
      return { kind, step, ms: times[Math.floor(random() * times.length)] ?? 0 };
    }),
  );
  return all
    .map((disturbance) => ({ disturbance, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ disturbance }) => disturbance);
}

function read(text: string): Disturbance {
  const [word = '', step = '', ms = '0'] = text.trim().split(/\s+/);
  const kind = DISTURBANCES.find((each) => each === word);
  const isNumber = (given: string) => /^\d+$/.test(given);
  if (!kind || !isNumber(step) || Number(step) < 1 || !isNumber(ms))
    throw new Error(
      `"${text}" is no disturbance: write delay, background or kill, a step from 1, and ms, as "background 3 8000"`,
    );
  return { kind, step: Number(step), ms: Number(ms) };
}

function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
