import { parseRecord } from './json';
import type { Launch } from './launch';
import { Refused } from './refused';
import type { Delivery } from './types';

/**
 * A code of WeChat's lives 5 minutes; twice that is time enough for whoever reads the agreements.
 */
export const launchLifeMs = 600_000;

/**
 * The app's one pending launch. On Android any app on the phone can send an answer
 * (docs/wechat.md#any-app-can-forge-an-answer-on-android): so one is taken only while a launch is
 * pending, only with the state of that launch, and only once.
 */
export class PendingLaunch {
  #launch: Launch | null = null;
  #concluded = false;

  constructor(readonly now: () => number) {}

  get current(): Launch | null {
    return this.#launch;
  }

  /** A new launch takes the place of the one before, whose answer is nobody's from now on. */
  begin(launch: Launch): void {
    this.#launch = launch;
    this.#concluded = false;
  }

  /** The person gave up. */
  cancel(): void {
    this.#launch = null;
    this.#concluded = false;
  }

  /**
   * The launch that this is the answer to; it is pending no longer. An answer that is refused
   * because it may be anybody's leaves the launch pending: else whoever sends one could keep the
   * person out.
   *
   * @throws Refused
   */
  conclude(delivery: Delivery): Launch {
    const launch = this.#launch;
    if (launch === null) {
      throw this.#concluded
        ? new Refused('already_concluded', 'The launch has had its answer')
        : new Refused('not_pending', 'No launch waits for an answer');
    }
    if (launch.state !== null) checkState(delivery, launch, launch.state);
    else if (delivery.by !== 'WXLaunchMiniProgram.Resp') {
      throw new Refused(
        'unproven_delivery',
        `${delivery.by} counts with the state of the launch only, and this launch has none`,
      );
    }
    this.#launch = null;
    this.#concluded = true;
    if (this.now() - launch.at > launchLifeMs)
      throw new Refused('too_late', 'The answer came more than 10 minutes after the launch');
    return launch;
  }
}

/** Before anything else. */
function checkState({ by, text }: Delivery, { contract }: Launch, state: string): void {
  // A refusal in `codes` is the empty text, which can't carry a state; what it can do is end this
  // login.
  if (contract === 'codes' && text === '' && by === 'WXLaunchMiniProgram.Resp') return;
  const result = parseRecord(text);
  if (result === undefined) throw new Refused('malformed', 'The answer is no JSON object');
  if (result.state !== state)
    throw new Refused('state_mismatch', 'The answer belongs to another login, or is forged');
}
