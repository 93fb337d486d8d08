import { call, jsonBody } from './call';
import { failed, isRecord, type Json, parseJson, signedIn, text } from './conclusion';
import type { AppRegistration, AppWorld, Conclusion } from './types';

/** The older contract: the app splits the text at `&` and `=` without decoding anything, and redeems the ticket. */
export async function concludeTicket(
  extMsg: string,
  { genauth, userPoolId, userPoolSecret }: AppRegistration,
  world: AppWorld,
): Promise<Conclusion> {
  const { code, message, ticket } = splitNaively(extMsg);
  if (code !== '200' || !ticket) return failed('denied', message || 'The person refused, or it did not work');
  const url = `${genauth}/oauth/app2wxapp/auth/${userPoolId}`;
  const answer = await call(world, url, jsonBody({ ticket, secret: userPoolSecret }));
  const user = readUser(answer.data);
  if (answer.code !== 200 || !user) return failed('exchange_failed', text(answer.message) ?? 'GenAuth refused the ticket');
  return signedIn(user);
}

/** As the old documents' samples do it; `extMsg` must survive this. */
export function splitNaively(extMsg: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(extMsg.split('&').map((pair) => [pair.split('=')[0], pair.split('=')[1]]));
}

/** An object; from some servers JSON text. */
function readUser(data: unknown): Json | undefined {
  const user = typeof data === 'string' ? parseJson(data) : data;
  return isRecord(user) && text(user.id) ? user : undefined;
}
