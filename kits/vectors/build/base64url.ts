import { base64url } from 'jose';

/** Unpadded, as everywhere in the contracts. */
export function encodeJson(value: unknown): string {
  return base64url.encode(JSON.stringify(value));
}
