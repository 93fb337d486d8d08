import type { Brand } from '../brand';
import type { Failure } from '../failure';
import { type Credentials, signInRequest } from '../genauth/sign-in';
import { ticketRequest } from '../genauth/ticket';
import type { PhoneGrant } from '../phone';
import { codesResult } from '../result';
import type { LoginCode, Renewing } from '../state';
import { isYounger, timing } from '../timing';
import { fail } from './fail';
import { goBackOk } from './go-back';
import type { Context, Step } from './row';

/** Everything that is known once the person has said yes to all that is asked. */
export type Ready = Omit<Renewing, 'name' | 'deadlineAt'>;

/** Which form the codes are sent in, or why they cannot be. */
export type Payload = 'code' | 'codeAndPhone' | 'encrypted';

/** The phone's code is preferred: it does not depend on WeChat's session_key (facts on WeChat, 3). */
export function choosePayload(grant: PhoneGrant | null, { launch }: Ready, brand: Brand): Payload | Failure {
  if (grant === null) return 'code';
  const unsupported = (message: string): Failure => ({ code: 'unsupported_client', message });
  if (launch.contract === 'codes') {
    return grant.code === undefined ? unsupported('This WeChat gives no phone code, which the app asks for') : 'codeAndPhone';
  }
  const { phonePayload } = brand.genauth;
  if (phonePayload !== 'encrypted' && grant.code !== undefined) return 'codeAndPhone';
  if (phonePayload !== 'code' && grant.encrypted !== undefined) return 'encrypted';
  return unsupported(`This WeChat gives no phone number in the form that this program sends (${phonePayload})`);
}

/**
 * Goes on with what the person gave. The encrypted form needs the very log-in code that was there before the tap; the others take a
 * new one when it is old.
 */
export function proceed(ready: Ready, loginCode: LoginCode, context: Context): Step {
  const payload = choosePayload(ready.phone?.grant ?? null, ready, context.brand);
  if (typeof payload !== 'string') return fail(ready, payload, ready, context);
  if (loginCode.status === 'ready') {
    const limit = payload === 'encrypted' ? timing.codeLifeMs : timing.codeRefreshMs;
    if (isYounger(loginCode.since, context.now, limit)) return send(ready, loginCode.code, payload, context);
    if (payload === 'encrypted') return fail(ready, codeExpired, ready, context);
  }
  return renew(ready, context);
}

const codeExpired: Failure = {
  code: 'code_expired',
  message: "A code of WeChat's was older than 5 minutes before it could be used",
};

function renew(ready: Ready, { now }: Context): Step {
  // As in `refreshIfOld`: each log-in code has a number of its own.
  const attempt = ready.attempt + 1;
  return {
    state: { ...ready, attempt, name: 'renewing', deadlineAt: now + timing.deadlineMs },
    effects: [
      { type: 'stopTimer', timer: 'codeAge' },
      { type: 'startTimer', attempt, timer: 'deadline', ms: timing.deadlineMs },
      { type: 'fetchLoginCode', attempt },
    ],
  };
}

/** The new log-in code is there. Waiting for it may have taken long, in the background. */
export function sendRenewed(state: Renewing, code: string, context: Context): Step {
  const { name: _, deadlineAt, ...ready } = state;
  const askedAt = deadlineAt - timing.deadlineMs;
  const fresh = (since: number) => isYounger(since, context.now, timing.codeLifeMs);
  const payload = choosePayload(ready.phone?.grant ?? null, ready, context.brand);
  if (typeof payload !== 'string' || payload === 'encrypted') return fail(ready, codeExpired, ready, context);
  if (!fresh(askedAt) || (ready.phone !== null && !fresh(ready.phone.since))) return fail(ready, codeExpired, ready, context);
  return send(ready, code, payload, context);
}

/** The codes leave here, and are not in the state that follows. */
function send(ready: Ready, loginCode: string, payload: Payload, context: Context): Step {
  const { phone, ...visit } = ready;
  const { attempt, launch } = visit;
  const grant = phone?.grant;
  if (launch.contract === 'codes') {
    return goBackOk(visit, launch, codesResult(launch.state, loginCode, grant?.code ?? ''), context);
  }
  const { brand, now } = context;
  const credentials = credentialsOf(payload, loginCode, grant);
  const endpoint = launch.contract === 'ticket' ? brand.genauth.ticketEndpoint : null;
  const deadlineAt = now + timing.deadlineMs;
  const deadline = { type: 'startTimer', attempt, timer: 'deadline', ms: timing.deadlineMs } as const;
  const stop = { type: 'stopTimer', timer: 'codeAge' } as const;
  if (endpoint !== null) {
    const request = ticketRequest(credentials, launch, brand, endpoint);
    const effects = [stop, { type: 'request', attempt, purpose: 'ticket', request } as const, deadline];
    return { state: { ...visit, name: 'minting', deadlineAt }, effects };
  }
  const request = signInRequest(credentials, launch, brand);
  const effects = [stop, { type: 'request', attempt, purpose: 'signIn', request } as const, deadline];
  return { state: { ...visit, name: 'signingIn', deadlineAt }, effects };
}

function credentialsOf(payload: Payload, loginCode: string, grant: PhoneGrant | undefined): Credentials {
  if (payload === 'codeAndPhone' && grant?.code !== undefined) {
    return { connection: 'wechat_mini_program_code_and_phone', loginCode, phoneCode: grant.code };
  }
  if (payload === 'encrypted' && grant?.encrypted !== undefined) {
    return { connection: 'wechat_mini_program_phone', loginCode, ...grant.encrypted };
  }
  return { connection: 'wechat_mini_program_code', loginCode };
}
