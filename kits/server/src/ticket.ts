import { call, jsonBody } from './call.ts';
import { signedIn } from './conclusion.ts';
import { isRecord, type Json, parseJson, text } from './json.ts';
import { Refused } from './refused.ts';
import type { AppPlatform, AppRegistration, Conclusion } from './types.ts';

/**
 * The older contract: the app splits the text at `&` and `=` without decoding anything, and redeems
 * the ticket.
 */
export async function concludeTicket(
  answer: string,
  { genauth, userPoolId, userPoolSecret }: AppRegistration,
  platform: AppPlatform,
): Promise<Conclusion> {
  const ticket = readTicket(answer);
  const url = `${genauth}/oauth/app2wxapp/auth/${userPoolId}`;
  const { status, body } = await call(platform, url, jsonBody({ ticket, secret: userPoolSecret }));
  const user = status === 200 ? readUser(body) : null;
  if (user === null)
    throw new Refused('exchange_failed', text(body.message) ?? 'GenAuth refused the ticket');
  return signedIn(user, null);
}

/** Never empty, and never without a code: anything else is no answer of the program's. */
export function isTicketAnswer(answer: string): boolean {
  return /^code=\d{3}(?:&|$)/.test(answer);
}

export function readTicket(answer: string): string {
  const { code, message, ticket } = splitNaively(answer);
  if (code !== '200' || !ticket)
    throw new Refused('denied', message || 'The person refused, or it did not work');
  return ticket;
}

/** As the old documents' samples do it; `extMsg` must survive this. */
export function splitNaively(answer: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    answer.split('&').map((pair) => [pair.split('=')[0], pair.split('=')[1]]),
  );
}

/**
 * The user whom GenAuth names: bare, as its guide shows it, with `_id`; or in `{code, message,
 * data}`, where `data` is an object or, from some servers, JSON text. Null: it names nobody.
 */
function readUser(body: Json): Json | null {
  const isEnvelope = body.data !== undefined || typeof body.code === 'number';
  if (isEnvelope && body.code !== 200) return null;
  const data = typeof body.data === 'string' ? parseJson(body.data) : body.data;
  const user = isEnvelope ? data : body;
  return isRecord(user) && (text(user.id) ?? text(user._id)) !== null ? user : null;
}
