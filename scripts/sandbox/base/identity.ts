import { createHash } from 'node:crypto';

/** The person's id for one program; 28 characters that begin with `o`. */
export function openidOf(person: { readonly id: string }, appid: string): string {
  return `o${createHash('sha256').update(`${appid} ${person.id}`).digest('base64url').slice(0, 27)}`;
}

/** The person's id for all programs of one company. */
export function unionidOf(person: { readonly id: string }): string {
  return `o${createHash('sha256').update(`union ${person.id}`).digest('base64url').slice(0, 27)}`;
}
