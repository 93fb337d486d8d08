import { concludeLaunch } from './conclude.ts';
import { createIdTokenVerifier } from './id-token.ts';
import { makeLaunch } from './launch.ts';
import { PendingLaunch } from './pending.ts';
import { concludedBy } from './refused.ts';
import type {
  AppPlatform,
  AppRegistration,
  Conclusion,
  LaunchPreferences,
  LoginAttempt,
  NativeDelivery,
  ReturnContract,
} from './types.ts';

/**
 * What an app does around the mini program, for each contract as a real app does it. One login at a
 * time.
 */
export interface HostAppLogic {
  /** Before the launch. The one before, if it still waits, is given up. */
  begin(contract: ReturnContract, preferences?: LaunchPreferences): Promise<LoginAttempt>;
  /** Reads what WeChat delivers, does what is left to do, and says what came of it. */
  receive(delivery: NativeDelivery): Promise<Conclusion>;
  /**
   * Whether a launch waits for its answer. `receive` takes the launch at once, before it has
   * verified anything.
   */
  readonly pending: boolean;
  /** The person gave up: an answer that comes later is refused. */
  cancel(): void;
}

export function createHostApp(registration: AppRegistration, platform: AppPlatform): HostAppLogic {
  const pending = new PendingLaunch(platform.now);
  const verifier = createIdTokenVerifier(registration, platform);
  return {
    async begin(contract, preferences = {}) {
      const launch = await makeLaunch(contract, preferences, registration, { at: platform.now() });
      pending.begin(launch);
      return { contract, path: launch.path };
    },
    receive: (delivery) =>
      concludedBy(() =>
        pending.receive(delivery, (launch, answer) =>
          concludeLaunch(answer, launch, { registration, platform, verifier }),
        ),
      ),
    get pending() {
      return pending.current !== null;
    },
    cancel: () => pending.cancel(),
  };
}
