import { type Json, parseRecord } from './json';
import { Refused } from './refused';
import type { AppWorld } from './types';

/**
 * One HTTP exchange that is to answer with a JSON object.
 *
 * @throws Refused `network`: nobody answered, or something that is no server of this kind.
 */
export async function call(world: AppWorld, url: string, init: RequestInit = {}): Promise<Json> {
  let answer: Json | undefined;
  try {
    const response = await world.fetch(url, init);
    answer = parseRecord(await response.text());
  } catch (cause) {
    throw failedCall(url, 'could not be reached', cause);
  }
  if (!answer) throw failedCall(url, 'did not answer with JSON');
  return answer;
}

function failedCall(url: string, what: string, cause?: unknown): Refused {
  return new Refused('network', `${new URL(url).host} ${what}`, { cause });
}

export function jsonBody(
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

export function formBody(fields: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}
