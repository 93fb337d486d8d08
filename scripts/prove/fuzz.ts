import * as fc from 'fast-check';
import type { HttpResponse } from '../../miniprogram/login/event';
import { type Failure, failures } from '../../miniprogram/login/failure';
import { initial, step } from '../../miniprogram/login/flow';
import { readAgreements } from '../../miniprogram/login/genauth/agreements';
import { readEnvelope } from '../../miniprogram/login/genauth/envelope';
import { readSignInAnswer } from '../../miniprogram/login/genauth/sign-in';
import { readTicketAnswer } from '../../miniprogram/login/genauth/ticket';
import { readEntry } from '../../miniprogram/login/launch/entry';
import { readPhoneAnswer } from '../../miniprogram/login/phone';
import { brands, plain } from './brands';
import { directoryAnswers, examineDirectory } from './fuzz-directory';
import { detail, launch, response } from './fuzz-inputs';

/** What a fuzzed input came to: the name of its outcome. Throws when it has none. */
export type FuzzOutcome = string;

export interface Fuzz {
  readonly name: string;
  /** Runs this many inputs and says what they came to. Throws with the input that failed. */
  run(inputs: number, seed?: number): ReadonlyMap<FuzzOutcome, number>;
}

function fuzz<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  examine: (input: T, seen: (outcome: FuzzOutcome) => void) => void,
): Fuzz {
  return {
    name,
    run(numRuns, seed) {
      const outcomes = new Map<FuzzOutcome, number>();
      const seen = (outcome: FuzzOutcome) =>
        void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const property = fc.property(inputs, (input) => examine(input, seen));
      void fc.assert(property, seed === undefined ? { numRuns } : { numRuns, seed });
      return outcomes;
    },
  };
}

export const fuzzes: readonly Fuzz[] = [
  fuzz('launches', launch, (options, seen) => {
    for (const brand of [plain, brands[4] ?? plain]) {
      const entry = readEntry(options, 'zh_CN', brand);
      seen(entry.kind);
      if (entry.kind === 'launch' && entry.refusal !== null) {
        seen('refused');
        checkMessage(entry.refusal);
      }
      if (entry.kind === 'launch')
        check(!entry.ignored.join().includes('13800138000'), 'a note holds a phone number');
      const { state } = step(
        initial(brand),
        { type: 'entered', options, language: 'zh_CN', canGoBack: true },
        { brand, now: 0 },
      );
      check(state.name !== 'idle', 'a launch leads nowhere');
    }
  }),
  fuzz('GenAuth answers', response, (answer, seen) => {
    for (const read of [readSignInAnswer(answer), readTicketAnswer(answer), agreementsOf(answer)]) {
      if (!('failure' in read)) {
        seen(Object.keys(read)[0] ?? '');
        continue;
      }
      const { code, message } = read.failure;
      seen(code);
      check(failures[code] !== undefined && message !== '', `${code} is no named failure`);
      check(
        !JSON.stringify(read.failure).includes('13800138000'),
        'a failure holds a phone number',
      );
    }
  }),
  fuzz('phone details', detail, (input, seen) => {
    const answer = readPhoneAnswer(input);
    seen(answer.kind === 'ok' ? 'ok' : answer.code);
    if (answer.kind !== 'ok') {
      check(!/\d{7}/.test(answer.detail), 'what support gets holds a phone number');
      return;
    }
    const { code, encrypted } = answer.grant;
    check(code !== undefined || encrypted !== undefined, 'a yes that gives nothing');
  }),
  fuzz('directory answers', directoryAnswers, examineDirectory),
];

function agreementsOf(response: HttpResponse) {
  const answer = readEnvelope(response);
  return 'failure' in answer ? answer : readAgreements(answer.data, 'en', plain);
}

function checkMessage({ code, message }: Failure): void {
  if (code !== 'app_not_allowed') {
    check(code === 'launch_invalid', 'a bad launch has another code');
    check(/^The launch parameter [a-zA-Z]{1,12} [a-z]/.test(message), message);
  }
  check(!message.includes('13800138000'), 'a failure holds a phone number');
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
