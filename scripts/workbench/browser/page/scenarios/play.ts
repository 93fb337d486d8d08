import type { PhoneDevice, TimelineEntry } from '@mini-login/simulator/contract';
import type { PhoneTapper } from './phone-tapper';
import type { Scenario } from './scenarios';

/** Between two taps, real ms: it is to be followed by eye. */
const stepMs = 900;
/** Without anything to tap, real ms: then the reader goes on alone. */
const patienceMs = 30_000;

/**
 * Logs in as the person of a scenario would. Ends when the app has its answer, when a failure wants
 * the reader's own decision, or when `isWanted` says no.
 */
export async function play(
  scenario: Scenario,
  phone: PhoneDevice,
  tapper: PhoneTapper,
  isWanted: () => boolean,
): Promise<void> {
  for (const [index, person] of scenario.people.entries()) {
    if (index > 0) {
      await repeat(() => tapper.tapApp('#log-out'), isWanted);
      phone.hold(person);
    }
    if (!(await repeat(() => tapper.tapApp('#log-in'), isWanted))) return;
    if (!(await logIn(scenario, phone, tapper, isWanted))) return;
  }
}

/** False: it did not come to an answer. */
async function logIn(
  { cutAtSheet }: Scenario,
  phone: PhoneDevice,
  tapper: PhoneTapper,
  isWanted: () => boolean,
): Promise<boolean> {
  const from = phone.timeline.at(-1)?.id ?? 0;
  const since = (): readonly TimelineEntry[] => phone.timeline.filter(({ id }) => id > from);
  const stop = phone.subscribe((entry) => {
    if (cutAtSheet && entry.kind === 'sheet' && entry.answer === undefined)
      phone.network('offline');
  });
  const screenNow = () => since().findLast((entry) => entry.kind === 'screen')?.screen;
  const act = () => {
    const screen = screenNow();
    if (screen === 'failure') return tapper.tapProgram('give-up');
    if (screen === 'returning') return tapper.tapProgram('return');
    if (phone.sheet !== null || screen !== 'login') return false;
    const isRefused = since().some((entry) => entry.kind === 'sheet' && entry.answer === 'reject');
    return isRefused
      ? tapper.tapProgram('decline')
      : tapper.tapProgram('sheet-agree') || tapper.tapProgram('primary');
  };
  try {
    let quiet = 0;
    while (isWanted() && quiet < patienceMs) {
      await wait(stepMs);
      if (since().some(({ kind }) => kind === 'app')) return true;
      // Trying again is the reader's: the network is one tap away.
      if (cutAtSheet && screenNow() === 'failure') return false;
      quiet = act() ? 0 : quiet + stepMs;
    }
    return false;
  } finally {
    stop();
  }
}

async function repeat(attempt: () => boolean, isWanted: () => boolean): Promise<boolean> {
  for (let quiet = 0; isWanted() && quiet < patienceMs; quiet += stepMs) {
    if (attempt()) return true;
    await wait(stepMs);
  }
  return false;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
