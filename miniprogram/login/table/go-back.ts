import type { Effect } from '../effect';
import type { Failure } from '../failure';
import { isObject, parseJson } from '../json';
import { errorResult, type ReplyTo } from '../result';
import type { Launch, State } from '../state';
import { timing } from '../timing';
import type { Context, Step } from './row';

type Base = Pick<State, 'attempt' | 'lang' | 'lacks'>;

export interface Outcome {
  readonly launch: Launch | null;
  readonly outcome: 'ok' | 'error';
  readonly failure: Failure | null;
  readonly result: string;
}

/** The one place where a result leaves. An old WeChat cannot go back by itself: there the person's tap does it from the start. */
export function goBack(base: Base, outcome: Outcome, context: Context): Step {
  const { attempt, lang, lacks } = base;
  const { launch, failure, result } = outcome;
  const going = { attempt, lang, lacks, launch, outcome: outcome.outcome, failure, result };
  const effects: Effect[] = [
    { type: 'stopTimer', timer: 'deadline' },
    { type: 'stopTimer', timer: 'codeAge' },
  ];
  if (lacks.includes('navigateBackApplication')) {
    return { state: { ...going, name: 'byHand', accepted: false, tapped: false }, effects };
  }
  const ms = timing.stillInFrontMs;
  return {
    state: { ...going, name: 'returning', hidden: false, accepted: false, deadlineAt: context.now + ms },
    effects: [
      ...effects,
      { type: 'goBack', attempt, extraData: extraData(result, context) },
      { type: 'startTimer', attempt, timer: 'stillInFront', ms },
    ],
  };
}

export function goBackOk(base: Base, launch: Launch, result: string, context: Context): Step {
  return goBack(base, { launch, outcome: 'ok', failure: null, result }, context);
}

export function goBackWithError(base: Base, replyTo: ReplyTo, launch: Launch | null, failure: Failure, context: Context): Step {
  return goBack(base, { launch, outcome: 'error', failure, result: errorResult(replyTo, failure) }, context);
}

/** Some old clients read an object (facts on WeChat, 1). The forms that are no JSON stay text. */
function extraData(result: string, { brand }: Context): string | Readonly<Record<string, unknown>> {
  if (brand.extraData === 'string') return result;
  const value = parseJson(result);
  return isObject(value) ? value : result;
}
