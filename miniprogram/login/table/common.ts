import type { Agreement } from '../brand';
import type { Effect } from '../effect';
import type { About, Asking, Failed, Finished, Minting, Preparing, Privacy, Renewing, Sealing, SigningIn } from '../state';
import { fail } from './fail';
import { goBackWithError } from './go-back';
import { type Context, type EventOf, type Step, stay } from './row';

/* Cells that several rows share. */

type Working = Preparing | Renewing | SigningIn | Minting | Sealing;

/** The person does not want to wait, or to go on at all. */
export function cancel(state: Working, _: EventOf<'declined'>, context: Context): Step {
  const failure = { code: 'user_cancelled', message: 'The person cancelled while the log-in was under way' } as const;
  return goBackWithError(state, state.launch, state.launch, failure, context);
}

/** The consent of a state, for the failure screen to keep. */
export function consentOf(state: Working): {
  readonly agreements: readonly Agreement[] | null;
  readonly agreedAt: number | null;
} {
  return 'agreements' in state ? state : { agreements: null, agreedAt: null };
}

export function failLoginCode(state: Working | Asking, event: EventOf<'loginCodeFailed'>, context: Context): Step {
  const { code } = event.failure;
  // WeChat's own words stay in the log: nothing that was not written here goes to the app.
  const failure = { code, message: `WeChat gave no log-in code (${code})` };
  return fail(state, failure, state.name === 'asking' ? state : consentOf(state), context);
}

export function rememberPrivacy<S extends { readonly privacy: Privacy } & (Working | Asking | About | Failed)>(
  state: S,
  { needsAuthorization, contractName }: EventOf<'privacyRead'>,
): Step {
  return stay({ ...state, privacy: { needsAuthorization, contractName } });
}

export function openAgreement(state: About | Asking, { id }: EventOf<'agreementOpened'>): Step {
  const known = state.agreements.some((agreement) => agreement.id === id);
  return { state, effects: known ? [{ type: 'openAgreement', id }] : [] };
}

export function openPrivacyContract(state: About | Asking): Step {
  return { state, effects: [{ type: 'openPrivacyContract' }] };
}

export function exit(state: About | Finished): Step {
  const effects: readonly Effect[] = [{ type: 'exit' }];
  return { state, effects };
}
