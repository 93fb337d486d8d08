import type { ShownFailure } from '../failure';
import { readSignInAnswer } from '../genauth/sign-in';
import { readTicketAnswer } from '../genauth/ticket';
import { sealedContent, sealedResult, sessionResult, ticketResult } from '../result';
import type { Minting, Sealing, SigningIn } from '../state';
import { timing } from '../timing';
import { cannotReach, fail } from './fail';
import { goBackOk } from './go-back';
import { type Context, type EventOf, type Step, stay } from './step';

/* What comes of the codes. */

/** The tokens go straight on: into the result, or to be sealed. No state holds them. */
export function takeSession(
  state: SigningIn,
  { purpose, response }: EventOf<'responded'>,
  context: Context,
): Step {
  if (purpose !== 'signIn') return stay(state);
  const answer = readSignInAnswer(response);
  if ('failure' in answer) return fail(state, answer.failure, context);
  const { visit, consent, since } = state;
  const { attempt, launch } = visit;
  const { now } = context;
  if (launch.key === null) {
    const result = sessionResult(launch.state, answer.session, consent);
    return goBackOk(visit, result, { since, ms: timing.sessionLifeMs }, context);
  }
  const plaintext = sealedContent(launch, answer.session, consent, now);
  return {
    state: { ...state, name: 'sealing', since: now },
    effects: [{ type: 'seal', attempt, plaintext, key: launch.key }],
  };
}

/**
 * The request may have arrived all the same: the codes in it are spent, and trying again takes new
 * ones.
 */
export function failSignIn(
  state: SigningIn,
  { purpose, reason }: EventOf<'requestFailed'>,
  context: Context,
): Step {
  return purpose === 'signIn'
    ? fail(state, cannotReach('GenAuth', state.visit.brand.genauth.host, reason), context)
    : stay(state);
}

export function takeTicket(
  state: Minting,
  { purpose, response }: EventOf<'responded'>,
  context: Context,
): Step {
  if (purpose !== 'ticket') return stay(state);
  const answer = readTicketAnswer(response);
  if ('failure' in answer) return fail(state, answer.failure, context);
  return goBackOk(
    state.visit,
    ticketResult(answer.ticket),
    { since: state.since, ms: timing.ticketForAppMs },
    context,
  );
}

/** As with signing in: the codes are spent. */
export function failMinting(
  state: Minting,
  { purpose, reason }: EventOf<'requestFailed'>,
  context: Context,
): Step {
  return purpose === 'ticket'
    ? fail(
        state,
        cannotReach('The ticket endpoint', state.visit.brand.genauth.ticketEndpoint, reason),
        context,
      )
    : stay(state);
}

/**
 * A compact JWE of direct key agreement: five parts, the second empty. Anything else must not pass
 * for a sealed session.
 */
const compactJwe = /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/;

export function sendSealed(state: Sealing, { jwe }: EventOf<'sealed'>, context: Context): Step {
  if (!compactJwe.test(jwe)) return fail(state, sealingFailed, context);
  const { visit, since } = state;
  return goBackOk(
    visit,
    sealedResult(visit.launch.state, jwe),
    { since, ms: timing.sessionLifeMs },
    context,
  );
}

/** The session is not sent open instead: the app asked that only it can read it. */
export function failSealing(state: Sealing, _: EventOf<'sealFailed'>, context: Context): Step {
  return fail(state, sealingFailed, context);
}

const sealingFailed: ShownFailure = {
  code: 'seal_failed',
  message: 'The session could not be sealed to the key of the launch',
};
