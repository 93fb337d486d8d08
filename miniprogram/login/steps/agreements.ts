import type { Effect } from '../effect';
import { publicConfigRequest, readAgreements } from '../genauth/public-config';
import type { About, AppVisit, Asking, Failed, LoginCode, Preparing, Working } from '../state';
import { cannotReach, fail } from './fail';
import { ask } from './login-code';
import { type Context, type EventOf, type Step, stay } from './step';

/** Fetches the login code and, when GenAuth keeps them, the agreements. */
export function prepare(visit: AppVisit, { brand, now }: Context): Step {
  const { attempt, launch } = visit;
  const loginCode: LoginCode = { status: 'fetching', since: now };
  const effects: Effect[] = [{ type: 'fetchLoginCode', attempt }];
  if (brand.agreements.from === 'brand')
    return { state: ask(visit, brand.agreements.items, null, loginCode), effects };
  const request = publicConfigRequest(launch.app, brand.agreements.consoleHost, brand);
  effects.push({ type: 'request', attempt, purpose: 'agreements', request });
  return { state: { name: 'preparing', visit, loginCode, since: now }, effects };
}

export function askWithAgreements(
  state: Preparing,
  { purpose, response }: EventOf<'responded'>,
  context: Context,
): Step {
  if (purpose !== 'agreements') return stay(state);
  const { visit, loginCode } = state;
  const read = readAgreements(response, visit.lang, context.brand);
  return 'failure' in read
    ? fail(state, read.failure, context)
    : stay(ask(visit, read.agreements, null, loginCode));
}

export function failAgreements(
  state: Preparing,
  { purpose, reason }: EventOf<'requestFailed'>,
  context: Context,
): Step {
  if (purpose !== 'agreements') return stay(state);
  const { agreements } = context.brand;
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
  { brand }: Context,
): Step {
  if (purpose !== 'agreements') return stay(state);
  const read = readAgreements(response, state.visit.lang, brand);
  return 'agreements' in read ? stay({ ...state, agreements: read.agreements }) : stay(state);
}

export function goWithoutAgreements(state: About): Step {
  return stay(state);
}

export function openAgreement(state: About | Asking, { id }: EventOf<'agreementOpened'>): Step {
  const known = state.agreements.some((agreement) => agreement.id === id);
  return {
    state,
    effects: known ? [{ type: 'openAgreement', attempt: state.visit.attempt, id }] : [],
  };
}

export function openPrivacyContract(state: About | Asking): Step {
  return { state, effects: [{ type: 'openPrivacyContract', attempt: state.visit.attempt }] };
}

export function tellCannotOpen(state: About | Asking): Step {
  return stay({ ...state, notice: 'cannotOpen' });
}

/**
 * What is agreed to must have stood on the screen at the tap: a contract that comes after it takes
 * the yes back, and with it the phone that WeChat may be asking for.
 */
export function rememberPrivacy(
  state: About | Working | Asking | Failed,
  event: EventOf<'privacyRead'>,
): Step {
  const { needsAuthorization, contractName } = event;
  const privacy = { ...state.visit.privacy, needsAuthorization, contractName };
  const isNew = contractName !== state.visit.privacy.contractName;
  switch (state.name) {
    case 'about':
      return stay({ ...state, visit: { ...state.visit, privacy } });
    case 'asking': {
      const asking = { ...state, visit: { ...state.visit, privacy } };
      return stay(isNew ? { ...asking, agreedAt: null, phonePrompt: null } : asking);
    }
    case 'failed':
      return stay({
        ...state,
        visit: { ...state.visit, privacy },
        agreedAt: isNew ? null : state.agreedAt,
      });
    default:
      return stay({ ...state, visit: { ...state.visit, privacy } });
  }
}
