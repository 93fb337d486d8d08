import type { GivenConsent } from './consent';
import type { Failure } from './failure';
import type { Session } from './genauth/sign-in';
import type { Launch } from './launch/launch';
import { isoTime } from './timing';

/**
 * What the app gets, as text, for each contract. `codes` and `ticket` are read by apps that cannot
 * be changed any more: their form is exact (docs/genauth.md#three-ways-back-to-an-app).
 */

export function sessionResult(
  state: string | null,
  session: Session,
  consent: GivenConsent,
): string {
  return JSON.stringify({
    v: 1,
    ...echo(state),
    status: 'ok',
    session,
    consent: consentRecord(consent),
  });
}

/**
 * What is sealed: the session with the launch that it belongs to, so that it can be passed off for
 * no other's. `now`: ms since 1970.
 */
export function sealedContent(
  { state, app }: Launch,
  session: Session,
  consent: GivenConsent,
  now: number,
): string {
  return JSON.stringify({
    v: 1,
    ...echo(state),
    app,
    at: isoTime(now),
    session,
    consent: consentRecord(consent),
  });
}

/**
 * `sealed` stands in the place of `session` and `consent`; everything else can be read by anyone.
 */
export function sealedResult(state: string | null, jwe: string): string {
  return JSON.stringify({ v: 1, ...echo(state), status: 'ok', sealed: jwe });
}

export function codesResult(state: string | null, loginCode: string, phoneCode: string): string {
  return JSON.stringify({ code: loginCode, phoneInfoCode: phoneCode, ...echo(state) });
}

/** The words are those that the documents of the old contract give: apps may compare them. */
export function ticketResult(ticket: string): string {
  return `code=200&message=授权成功&ticket=${ticket}`;
}

export function errorResult(
  { contract, state }: Pick<Launch, 'contract' | 'state'>,
  failure: Failure,
): string {
  switch (contract) {
    case 'session': {
      const { code, message, apiCode, requestId } = failure;
      const error = {
        code,
        message,
        ...(apiCode === undefined ? {} : { apiCode }),
        ...(requestId === undefined ? {} : { requestId }),
      };
      return JSON.stringify({ v: 1, ...echo(state), status: 'error', error });
    }
    case 'codes':
      // Anything else would make the Guard SDK post a null code.
      return '';
    case 'ticket':
      return ticketError(failure);
  }
}

function ticketError({ code, message }: Failure): string {
  if (code === 'user_cancelled' || code === 'consent_refused' || code === 'phone_denied')
    return 'code=400&message=用户取消授权';
  const number = code === 'ticket_unavailable' ? 501 : 400;
  return `code=${number}&message=${code}: ${message.replace(/[&=]/g, ' ')}`;
}

function echo(state: string | null): { readonly state?: string } {
  return state === null ? {} : { state };
}

/** What stood on the screen at the tap, and what was chosen next to it (docs/host-app.md). */
function consentRecord({ yes: { at, to }, agreements, chosen }: GivenConsent) {
  const { privacyContract, scopes } = to;
  const agreed = [...to.agreements, ...agreements.filter(({ id }) => chosen.includes(id))];
  return {
    agreements: agreed.map(({ id, version }) => ({ id, version })),
    ...(privacyContract === '' ? {} : { privacyContract }),
    ...(scopes.length === 0 ? {} : { scopes }),
    at: isoTime(at),
  };
}
