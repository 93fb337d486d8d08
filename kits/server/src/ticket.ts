import { call, jsonBody } from './call';
import { signedIn } from './conclusion';
import { isRecord, type Json, parseJson, text } from './json';
import { Refused } from './refused';
import type { AppRegistration, AppWorld, Conclusion } from './types';

/**
 * The older contract: the app splits the text at `&` and `=` without decoding anything, and redeems
 * the ticket.
 */
export async function concludeTicket(
  answer: string,
  { genauth, userPoolId, userPoolSecret }: AppRegistration,
  world: AppWorld,
): Promise<Conclusion> {
  const ticket = readTicket(answer);
  const url = `${genauth}/oauth/app2wxapp/auth/${userPoolId}`;
  const redeemed = await call(world, url, jsonBody({ ticket, secret: userPoolSecret }));
  const user = readUser(redeemed);
  if (!user)
    throw new Refused('exchange_failed', text(redeemed.message) ?? 'GenAuth refused the ticket');
  return signedIn(user, null);
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
 * As GenAuth's guide shows it: the bare user, whose id is `_id`. Others answer with an envelope, in
 * which `data` is the user; from some servers as JSON text.
 */
function readUser(answer: Json): Json | undefined {
  const id = text(answer._id);
  if (answer.code === undefined) return id === null ? undefined : { ...answer, id };
  const user = typeof answer.data === 'string' ? parseJson(answer.data) : answer.data;
  return answer.code === 200 && isRecord(user) && text(user.id) ? user : undefined;
}
