import { concludeCodes } from './codes.ts';
import type { IdTokenVerifier } from './id-token.ts';
import type { Launch } from './launch.ts';
import { concludeSession } from './session.ts';
import { concludeTicket } from './ticket.ts';
import type { AppPlatform, AppRegistration, Conclusion } from './types.ts';

/** What verifies an answer. */
export interface Verification {
  readonly registration: AppRegistration;
  readonly platform: AppPlatform;
  readonly verifier: IdTokenVerifier;
}

/**
 * Reads the answer to a launch, as its contract wants it.
 *
 * @throws Refused
 */
export function concludeLaunch(
  answer: string,
  launch: Launch,
  { registration, platform, verifier }: Verification,
): Promise<Conclusion> {
  switch (launch.contract) {
    case 'session':
    case 'sealed':
      return concludeSession(answer, launch, registration, verifier);
    case 'codes':
      return concludeCodes(answer, launch.scope, registration, platform);
    case 'ticket':
      return concludeTicket(answer, registration, platform);
  }
}
