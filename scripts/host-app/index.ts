import { CallFailed } from './call';
import { concludeCodes } from './codes';
import { failed } from './conclusion';
import { newState, oneTimeKey, sessionPath, ticketPath } from './launch';
import { concludeSession } from './session';
import { concludeTicket } from './ticket';
import type { AppRegistration, AppWorld, Conclusion, LoginAttempt, LoginWishes, ReturnContract } from './types';

export { mapOrigins } from './origins';
export type * from './types';

/** What an app does around the mini program, for each contract as a real app does it: before the launch, and with the answer. */
export interface HostAppLogic {
  begin(contract: ReturnContract, wishes?: LoginWishes): Promise<LoginAttempt>;
}

export function createHostApp(registration: AppRegistration, world: AppWorld): HostAppLogic {
  return {
    async begin(contract, wishes = {}) {
      switch (contract) {
        case 'session':
        case 'sealed': {
          const state = newState();
          const key = contract === 'sealed' ? await oneTimeKey() : null;
          const remembered = { state, key: key?.privateKey ?? null };
          return attempt(contract, sessionPath(registration, state, wishes, key?.parameter), (extMsg) =>
            concludeSession(extMsg, remembered, registration, world),
          );
        }
        case 'codes':
          // The Guard SDK opens the home page and says nothing more.
          return attempt(contract, '', (extMsg) => concludeCodes(extMsg, registration, world, wishes.scope));
        case 'ticket':
          return attempt(contract, ticketPath(registration, wishes), (extMsg) => concludeTicket(extMsg, registration, world));
      }
    },
  };
}

function attempt(contract: ReturnContract, path: string, conclude: (extMsg: string) => Promise<Conclusion>): LoginAttempt {
  return {
    contract,
    path,
    async conclude(extMsg) {
      try {
        return await conclude(extMsg);
      } catch (error) {
        if (error instanceof CallFailed) return failed('network', error.message);
        throw error;
      }
    },
  };
}
