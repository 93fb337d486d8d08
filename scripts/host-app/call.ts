import { isRecord, type Json, parseJson } from './conclusion';
import type { AppWorld } from './types';

/** A call that brought no JSON object: the network, or a server that is none. */
export class CallFailed extends Error {}

/** One HTTP exchange that is to answer with a JSON object. */
export async function call(world: AppWorld, url: string, init: RequestInit = {}): Promise<Json> {
  let answer: unknown;
  try {
    const response = await world.fetch(url, init);
    answer = parseJson(await response.text());
  } catch (cause) {
    throw new CallFailed(`${new URL(url).host} could not be reached`, { cause });
  }
  if (!isRecord(answer)) throw new CallFailed(`${new URL(url).host} did not answer with JSON`);
  return answer;
}

export function jsonBody(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

export function formBody(fields: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}
