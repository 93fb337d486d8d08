import type { EffectiveBrand } from '../brand';
import type { ShownFailure } from '../failure';
import { type Credentials, type PhonePayload, signInRequest } from '../genauth/sign-in';
import { ticketRequest } from '../genauth/ticket';
import type { Launch } from '../launch/launch';
import type { PhoneGrant } from '../phone';
import { codesResult } from '../result';
import type { LoginCode, Renewing } from '../state';
import { isOver, isYounger, timing } from '../timing';
import { fail, launchExpired } from './fail';
import { goBackOk } from './go-back';
import { nextTry } from './login-code';
import type { Context, EventOf, Step } from './step';

/** Everything that is known once the person has said yes to all that is asked. */
type Ready = Pick<Renewing, 'visit' | 'consent' | 'phone'>;

/**
 * In which form the phone is sent, or why it cannot be. Its code is preferred: it does not depend
 * on WeChat's session_key (docs/wechat.md#a-fresh-login-may-end-the-session-of-the-code-before).
 */
export function choosePayload(
  grant: PhoneGrant | undefined,
  { contract }: Launch,
  { genauth }: EffectiveBrand,
): PhonePayload | ShownFailure {
  if (grant === undefined) return { connection: 'wechat_mini_program_code' };
  const { code, encrypted } = grant;
  const form = contract === 'codes' ? 'code' : genauth.phonePayload;
  if (form !== 'encrypted' && code !== undefined)
    return { connection: 'wechat_mini_program_code_and_phone', phoneCode: code };
  if (form !== 'code' && encrypted !== undefined)
    return { connection: 'wechat_mini_program_phone', ...encrypted };
  return {
    code: 'unsupported_client',
    message: `This WeChat does not give the phone number in the form that is asked for (${form})`,
  };
}

/**
 * Goes on with what the person gave. The encrypted form needs the very login code that was there
 * before the tap; the others take a new one when it is old.
 */
export function proceed(ready: Ready, loginCode: LoginCode, context: Context): Step {
  const payload = choosePayload(ready.phone?.grant, ready.visit.launch, ready.visit.brand);
  if (!('connection' in payload)) return fail(ready, payload, context);
  const isEncrypted = payload.connection === 'wechat_mini_program_phone';
  if (loginCode.status === 'ready') {
    const limit = isEncrypted ? timing.codeLifeMs : timing.codeRefreshMs;
    const { code, since } = loginCode;
    if (isYounger(since, context.now, limit))
      return send(ready, { ...payload, loginCode: code }, since, context);
    if (isEncrypted) return fail(ready, codeExpired, context);
  }
  return renew(ready, context);
}

const codeExpired: ShownFailure = {
  code: 'code_expired',
  message: "A code of WeChat's may have been older than 5 minutes, and was not used",
};

function renew({ visit, ...ready }: Ready, { now }: Context): Step {
  const next = nextTry(visit);
  return {
    state: { name: 'renewing', visit: next.visit, ...ready, since: now },
    effects: next.effects,
  };
}

/** The new login code is there. Waiting for it may have taken long, in the background. */
export function sendRenewedCode(
  state: Renewing,
  { code }: EventOf<'loginCodeArrived'>,
  context: Context,
): Step {
  const { phone, since } = state;
  const { brand, launch } = state.visit;
  const payload = choosePayload(phone?.grant, launch, brand);
  const life = launch.contract === 'codes' ? timing.codeForAppMs : timing.codeLifeMs;
  const fresh = (time: number) => isYounger(time, context.now, life);
  const canSend = 'connection' in payload && payload.connection !== 'wechat_mini_program_phone';
  if (!canSend || !fresh(since) || (phone !== null && !fresh(phone.since)))
    return fail(state, codeExpired, context);
  return send(state, { ...payload, loginCode: code }, since, context);
}

/** The codes leave here, and are not in the state that follows. `bornAt`: of the login code. */
function send(ready: Ready, credentials: Credentials, bornAt: number, context: Context): Step {
  const { visit, consent, phone } = ready;
  const { attempt, brand, launch } = visit;
  const { now } = context;
  // Nobody would take the answer: an account must not come of it, nor a code be spent.
  if (isOver(visit, now, timing.answerLifeMs)) return fail(ready, launchExpired, context);
  if (launch.contract === 'codes') {
    const phoneCode = 'phoneCode' in credentials ? credentials.phoneCode : '';
    const validity = { since: Math.min(bornAt, phone?.since ?? bornAt), ms: timing.codeForAppMs };
    return goBackOk(
      visit,
      codesResult(launch.state, credentials.loginCode, phoneCode),
      validity,
      context,
    );
  }
  const sent = { visit, consent, since: now };
  const endpoint = launch.contract === 'ticket' ? brand.genauth.ticketEndpoint : null;
  if (endpoint !== null) {
    const request = ticketRequest(credentials, launch, brand, endpoint);
    return {
      state: { name: 'minting', ...sent },
      effects: [{ type: 'request', attempt, purpose: 'ticket', request }],
    };
  }
  const request = signInRequest(credentials, launch, brand);
  return {
    state: { name: 'signingIn', ...sent },
    effects: [{ type: 'request', attempt, purpose: 'signIn', request }],
  };
}
