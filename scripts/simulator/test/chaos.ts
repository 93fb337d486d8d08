import { checkArgument, checkOptions, FUNCTION, optional } from './arguments';
import {
  type Disturbance,
  describeDifference,
  nameOf,
  SEARCH_OPTIONS,
  type SearchOptions,
  type SearchResult,
  searchDifference,
} from './disturbances';
import type { Program } from './program';

export interface ChaosOptions extends SearchOptions {
  /**
   * Brings the program to where the story begins, before each run. Default: its storage is emptied,
   * and it is killed and launched. What else a phone keeps (permissions, consent) stays.
   */
  readonly begin?: (program: Program) => Promise<void>;
}

/**
 * Plays a story that is green again and again: while the network is slow and time passes, with the
 * program in the background, and with its process killed before each step, after which the person
 * begins again. Each run has to pass, and to return what the calm one did. The simulator's alone.
 *
 *     await chaos(program, async () => {
 *       await program.getByRole('button', { name: 'Buy' }).tap();
 *       return await program.locator('.total').textContent();
 *     });
 *
 * @throws TypeError For options that would disturb nothing.
 * @throws With the first difference, its seed, and what to pass as `only` to see it again.
 */
export async function chaos(
  program: Program,
  story: (program: Program) => Promise<unknown>,
  given: ChaosOptions = {},
): Promise<SearchResult> {
  checkArgument('chaos: the story', story, FUNCTION);
  checkOptions('chaos', given, { ...SEARCH_OPTIONS, begin: optional(FUNCTION) });
  const { begin = beginAgain, ...options } = given;
  const { log, extras } = program.context;
  const phone = (verb: string, params: object = {}) => extras.ask('phone', { verb, params });
  const play = async (disturbance: Disturbance | null) => {
    await phone('network', { mode: 'online' });
    await begin(program);
    const from = log.steps.length;
    let [killed, played] = [false, disturbance === null];
    log.beforeStep = async () => {
      if (disturbance === null || log.steps.length - from !== disturbance.step) return;
      log.beforeStep = null;
      played = true;
      killed = disturbance.kind === 'kill';
      await disturb(disturbance, {
        phone,
        advance: (ms) => extras.ask('clock', { verb: 'advance', ms }),
      });
    };
    try {
      const outcome = await story(program).catch(async (error: unknown) => {
        if (!killed) throw error;
        await phone('launch');
        return await story(program);
      });
      if (!played && disturbance)
        throw new Error(`"${nameOf(disturbance)}" was never played: the story had fewer steps`);
      return { steps: log.steps.slice(from).map(({ title }) => title), outcome: outcome ?? null };
    } finally {
      log.beforeStep = null;
      await phone('network', { mode: 'online' });
    }
  };
  const result = await searchDifference(play, options);
  const found = describeDifference(result);
  if (found !== null)
    throw new Error(
      `${found}\n  again:      chaos(program, story, { only: '${result.difference?.disturbance}' })`,
    );
  return result;
}

interface DisturbedPhone {
  phone(verb: string, params?: object): Promise<unknown>;
  advance(ms: number): Promise<unknown>;
}

/** The person begins again after a kill: the step that was to come must not be tried on nothing. */
class Killed extends Error {
  override name = 'Killed';
}

async function disturb({ kind, ms }: Disturbance, { phone, advance }: DisturbedPhone) {
  switch (kind) {
    case 'delay':
      await phone('network', { mode: 'slow' });
      await advance(ms);
      return;
    case 'background':
      await phone('background');
      await advance(ms);
      await phone('foreground');
      return;
    case 'kill':
      await phone('kill');
      throw new Killed('the process was killed');
  }
}

async function beginAgain(program: Program): Promise<void> {
  const { extras } = program.context;
  await program.mini.callWxMethod('clearStorageSync');
  await extras.ask('phone', { verb: 'kill', params: {} });
  await extras.ask('phone', { verb: 'launch', params: {} });
}
