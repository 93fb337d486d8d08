import { documentOf } from '../choices';
import { askFor } from '../consent';
import type { HttpResponse } from '../event';
import type { ShownFailure } from '../failure';
import { readEnvelope } from '../genauth/envelope';
import { publicConfigRequest } from '../genauth/public-config';
import type { About, Asking, Failed, LoginCode, Preparing, Working } from '../state';
import type { AppVisit, Visit } from '../visit';
import { cannotReach, fail } from './fail';
import { ask, askWeChat } from './login-code';
import { type Context, type EventOf, type Step, stay } from './step';
import { withVisit } from './visit';

/** Asks WeChat for what a login needs and, when GenAuth keeps them, for the agreements. */
export function prepare(visit: AppVisit, { now }: Context): Step {
  const { attempt, brand, launch } = visit;
  const loginCode: LoginCode = { status: 'fetching', since: now };
  const effects = askWeChat(visit);
  if (brand.agreements.from === 'brand')
    return { state: ask(visit, askFor(brand.agreements.items), loginCode), effects };
  const request = publicConfigRequest(launch.app, brand.agreements.consoleHost, brand);
  return {
    state: { name: 'preparing', visit, loginCode, since: now },
    effects: [...effects, { type: 'request', attempt, purpose: 'agreements', request }],
  };
}

export function askWithAgreements(
  state: Preparing,
  { purpose, response }: EventOf<'responded'>,
  context: Context,
): Step {
  if (purpose !== 'agreements') return stay(state);
  const { visit, loginCode } = state;
  const read = readAnswer(response, visit, visit.brand.createsAccounts, context);
  return 'failure' in read
    ? fail(state, read.failure, context)
    : stay(ask(visit, askFor(read.agreements), loginCode));
}

export function failAgreements(
  state: Preparing,
  { purpose, reason }: EventOf<'requestFailed'>,
  context: Context,
): Step {
  if (purpose !== 'agreements') return stay(state);
  const { agreements } = state.visit.brand;
  const url = agreements.from === 'genauth' ? agreements.consoleHost : null;
  return fail(state, cannotReach("GenAuth's public configuration", url, reason), context);
}

/**
 * Nothing is agreed to when the program was opened by hand: without the configuration the page does
 * without the links.
 */
export function showAgreements(
  state: About,
  { purpose, response }: EventOf<'responded'>,
  context: Context,
): Step {
  if (purpose !== 'agreements') return stay(state);
  const read = readAnswer(response, state.visit, true, context);
  return 'agreements' in read ? stay({ ...state, agreements: read.agreements }) : stay(state);
}

const notLoaded: ShownFailure = {
  code: 'wechat_failed',
  message: 'WeChat did not load what reads the agreements',
};

/** Fails closed: without what reads them, no agreement was read. */
function readAnswer(
  response: HttpResponse,
  { brand, lang }: Visit,
  mayRegister: boolean | undefined,
  { readAgreements }: Context,
) {
  const answer = readEnvelope(response);
  if ('failure' in answer) return answer;
  if (readAgreements === undefined) return { failure: notLoaded };
  return readAgreements(answer.data, lang, brand, mayRegister);
}

export function openAgreement(state: About | Asking, { id }: EventOf<'agreementOpened'>): Step {
  const known = documentOf(state, id) !== null;
  return {
    state,
    effects: known ? [{ type: 'openAgreement', attempt: state.visit.attempt, id }] : [],
  };
}

export function openPrivacyContract(state: About | Asking): Step {
  return { state, effects: [{ type: 'openPrivacyContract', attempt: state.visit.attempt }] };
}

export function showCannotOpen(state: About | Asking): Step {
  if (state.name === 'about') return stay({ ...state, cannotOpen: true });
  return stay({ ...state, notice: { ...state.notice, cannotOpen: true } });
}

/** Where it changes what stands on the login screen, the yes is gone (`terms.ts`). */
export function rememberPrivacy(
  state: About | Working | Asking | Failed,
  { needsAuthorization, contractName }: EventOf<'privacyRead'>,
): Step {
  const privacy = { ...state.visit.privacy, needsAuthorization, contractName };
  return stay(
    state.name === 'about'
      ? { ...state, visit: { ...state.visit, privacy } }
      : withVisit(state, { privacy }),
  );
}
