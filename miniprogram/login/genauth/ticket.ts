import type { EffectiveBrand } from '../brand';
import type { HttpRequest } from '../effect';
import type { HttpResponse } from '../event';
import type { ShownFailure } from '../failure';
import { isObject, own, text } from '../json';
import type { Launch } from '../launch/launch';
import { timing } from '../timing';
import { malformed, readEnvelope } from './envelope';
import { type Credentials, genauthHeaders, signInBody } from './sign-in';

/**
 * The call that mints a ticket is not public: the brand names its endpoint, which takes the sign-in
 * message with the user pool added (test/contract/golden/ticket.mint.json).
 */
export function ticketRequest(
  credentials: Credentials,
  launch: Launch,
  brand: Pick<EffectiveBrand, 'genauth'>,
  endpoint: string,
): HttpRequest {
  return {
    method: 'POST',
    url: endpoint,
    headers: genauthHeaders(launch, brand),
    body: { userPoolId: launch.userPoolId, ...signInBody(credentials, launch) },
    timeoutMs: timing.requestTimeoutMs,
  };
}

export function readTicketAnswer(
  response: HttpResponse,
): { readonly ticket: string } | { readonly failure: ShownFailure } {
  const answer = readEnvelope(response);
  if ('failure' in answer) return answer;
  const { data, requestId } = answer;
  const ticket = isObject(data) ? text(own(data, 'ticket'), 1_024) : undefined;
  if (ticket === undefined) return { failure: malformed('says 200 and has no ticket', requestId) };
  // Old apps split the result at `&` and `=` and decode nothing: such a ticket would arrive cut.
  if (/[&=\s]/.test(ticket))
    return { failure: malformed('has a ticket that the app could not read', requestId) };
  return { ticket };
}
