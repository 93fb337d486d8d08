import { isRecord, parseRecord } from './json.ts';
import { type Launch, launchLifeMs } from './launch.ts';
import { Refused } from './refused.ts';
import { isTicketAnswer } from './ticket.ts';
import type { Conclusion, Delivery, NativeDelivery } from './types.ts';

/** Some phones deliver a text twice, and a lost reply makes an app ask again. */
const repeatsForMs = 60_000;

/** An answer that was taken, and what became of it. */
interface Taken {
  readonly text: string;
  readonly at: number;
  readonly outcome: Promise<Conclusion>;
}

/**
 * The app's one pending launch. On Android any app on the phone can send an answer
 * (docs/wechat.md#any-app-can-forge-an-answer-on-android): so one is taken only while a launch is
 * pending, only with the state of that launch, and only once.
 */
export class PendingLaunch {
  #launch: Launch | null = null;
  #taken: Taken | null = null;

  constructor(readonly now: () => number) {}

  get current(): Launch | null {
    return this.#launch;
  }

  /** A new launch takes the place of the one before, whose answer is nobody's from now on. */
  begin(launch: Launch): void {
    this.#launch = launch;
    this.#taken = null;
  }

  /** The person gave up. */
  cancel(): void {
    this.#launch = null;
    this.#taken = null;
  }

  /**
   * What comes of a delivery: `conclude` reads it when it is the answer to the pending launch, which
   * is pending no longer then. The same text again gets the same outcome for a minute. When nothing
   * was decided (`network`) the launch waits on.
   *
   * @throws Refused An answer that may be anybody's leaves the launch pending: else whoever sends
   *   one could keep the person out.
   */
  async receive(
    delivery: NativeDelivery,
    conclude: (launch: Launch, answer: string) => Promise<Conclusion>,
  ): Promise<Conclusion> {
    const { by, text } = readDelivery(delivery);
    const launch = this.#launch;
    if (launch === null) return this.#repeat(text);
    if (by === null) throw new Refused('malformed', 'Nobody says how the answer came');
    if (text === null) throw new Refused('malformed', 'The answer is no text');
    checkDelivery({ by, text }, launch);
    this.#launch = null;
    const outcome =
      this.now() - launch.at > launchLifeMs
        ? Promise.reject(new Refused('too_late'))
        : conclude(launch, text);
    const taken: Taken = { text, at: this.now(), outcome };
    this.#taken = taken;
    try {
      return await outcome;
    } catch (error) {
      const undecided = error instanceof Refused && error.error.code === 'network';
      if (undecided && this.#taken === taken) this.begin(launch);
      throw error;
    }
  }

  #repeat(text: string | null): Promise<Conclusion> {
    const taken = this.#taken;
    if (taken === null) throw new Refused('not_pending');
    if (taken.text === text && this.now() - taken.at <= repeatsForMs) return taken.outcome;
    throw new Refused('already_concluded');
  }
}

/** What a native module gives may be anything, also something that throws when it is read. */
function readDelivery(delivery: unknown): {
  readonly by: Delivery['by'] | null;
  readonly text: string | null;
} {
  try {
    const { by, text } = isRecord(delivery) ? delivery : {};
    const isKnown = by === 'WXLaunchMiniProgram.Resp' || by === 'ShowMessageFromWX.Req';
    return { by: isKnown ? by : null, text: typeof text === 'string' ? text : null };
  } catch {
    return { by: null, text: null };
  }
}

/**
 * Whether this can be the answer to the launch. Before anything else.
 *
 * @throws Refused
 */
export function checkDelivery({ by, text }: Delivery, { contract, state }: Launch): void {
  const isResp = by === 'WXLaunchMiniProgram.Resp';
  if (state === null) {
    if (!isResp) throw new Refused('unproven_delivery');
    if (contract === 'ticket' && !isTicketAnswer(text))
      throw new Refused('malformed', 'The answer is none of the ticket contract');
    return;
  }
  // A refusal in `codes` is the empty text, which can't carry a state; what it can do is end this
  // login.
  if (contract === 'codes' && text === '' && isResp) return;
  const result = parseRecord(text);
  if (result === undefined) throw new Refused('malformed', 'The answer is no JSON object');
  if (result.state !== state) throw new Refused('state_mismatch');
}
