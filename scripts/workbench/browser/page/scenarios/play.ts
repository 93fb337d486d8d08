import type { PhoneDevice, TimelineEntry } from '@mini-login/simulator/contract';
import type { PhoneTapper } from './phone-tapper';
import type { Scenario } from './scenarios';

/** What a scenario does with the phone. */
export type PlayedPhone = Pick<
  PhoneDevice,
  'state' | 'kill' | 'hold' | 'network' | 'sheet' | 'timeline' | 'subscribe'
>;

/** Between two taps, real ms: it is to be followed by eye. */
const stepMs = 900;
/** Without anything to tap, real ms: then the reader goes on alone. */
const patienceMs = 30_000;

/**
 * Logs in as the person of a scenario would, from a program that is not running and an app that is
 * logged out. Ends when the app has its answer, when a failure wants the reader's own decision, or
 * when `isWanted` says no.
 *
 * @returns False: there was nothing to tap for too long.
 */
export async function play(
  scenario: Scenario,
  phone: PlayedPhone,
  tapper: PhoneTapper,
  isWanted: () => boolean,
): Promise<boolean> {
  if (phone.state.program !== 'none') phone.kill();
  for (const [index, person] of scenario.people.entries()) {
    if (index > 0) phone.hold(person);
    if (!(await repeat(() => openLogin(tapper), isWanted))) return !isWanted();
    if (!(await logIn(scenario, phone, tapper, isWanted))) return !isWanted();
  }
  return true;
}

/** Logs out or cancels first where the app is logged in or waits: true once a login has begun. */
function openLogin(tapper: PhoneTapper): boolean {
  if (tapper.tapApp('#log-in')) return true;
  if (!tapper.tapApp('#log-out')) tapper.tapApp('#cancel');
  return false;
}

/** False: it did not come to an end. */
async function logIn(
  { cutAtSheet }: Scenario,
  phone: PlayedPhone,
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
    // WeChat's sheet is on its way: a second tap would dismiss the first one's.
    if (since().some(isButtonPending)) return false;
    const isRefused = since().some((entry) => entry.kind === 'sheet' && entry.answer === 'reject');
    return isRefused
      ? tapper.tapProgram('decline')
      : tapper.tapProgram('sheet-agree') || tapper.tapProgram('primary');
  };
  try {
    let tapped = performance.now();
    while (isWanted() && performance.now() - tapped < patienceMs) {
      await wait(stepMs);
      if (since().some(({ kind }) => kind === 'app')) return true;
      // Trying again is the reader's: the network is one tap away.
      if (cutAtSheet && screenNow() === 'failure') return true;
      if (act()) tapped = performance.now();
    }
    return false;
  } finally {
    stop();
  }
}

/** What a `<button open-type>` started has not ended. */
function isButtonPending(entry: TimelineEntry): boolean {
  return entry.kind === 'wx' && entry.api === 'getPhoneNumber' && entry.outcome === undefined;
}

async function repeat(attempt: () => boolean, isWanted: () => boolean): Promise<boolean> {
  const began = performance.now();
  while (isWanted() && performance.now() - began < patienceMs) {
    if (attempt()) return true;
    await wait(stepMs);
  }
  return false;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
