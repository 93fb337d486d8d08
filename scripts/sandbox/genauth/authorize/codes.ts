import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../base/clock';
import { forget, type Store } from '../../store/store';

/** RFC 6749 recommends ten minutes at most. https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2 */
const LIFE_MS = 10 * 60_000;

/** What a code was given for. */
export interface CodeGrant {
  /** Names what is issued for it, so that a code that comes twice can end it. */
  readonly grantId: string;
  readonly accountId: string;
  readonly appId: string;
  /** As the request spelled it; null where it left it out, and the token request may too. */
  readonly redirectUri: string | null;
  readonly scope: string;
  readonly nonce?: string;
  /** Seconds: when the person signed in. */
  readonly authTime: number;
  /** PKCE, S256; null for a confidential client that sent none. */
  readonly challenge: string | null;
}

interface Kept extends CodeGrant {
  readonly expiresAt: number;
  readonly used: boolean;
}

/** What the token request shows. */
export interface CodeProof {
  readonly appId: string;
  readonly redirectUri: string | undefined;
  readonly verifier: string | undefined;
}

export type Redeemed =
  | { readonly kind: 'grant'; readonly grant: CodeGrant }
  /** Has been used: whoever comes now is somebody else, or the first one was. */
  | { readonly kind: 'replay'; readonly grantId: string }
  | { readonly kind: 'refused'; readonly why: string };

export class AuthorizationCodes {
  readonly #codes: Map<string, Kept>;

  constructor(
    readonly clock: Clock,
    store: Store,
  ) {
    this.#codes = store.table('authorization-codes', ({ expiresAt }) => expiresAt);
  }

  reset(): void {
    this.#codes.clear();
  }

  issue(grant: Omit<CodeGrant, 'grantId'>): string {
    const now = this.clock.now();
    forget(this.#codes, ({ expiresAt }) => expiresAt <= now);
    const code = randomBytes(32).toString('base64url');
    const grantId = randomBytes(9).toString('base64url');
    this.#codes.set(code, { ...grant, grantId, expiresAt: now + LIFE_MS, used: false });
    return code;
  }

  /** A code is used up by the request that proves everything, not by a failed try. */
  redeem(code: string, proof: CodeProof): Redeemed {
    const found = this.#codes.get(code);
    // Another application learns nothing about a code that is not its own.
    if (!found || found.appId !== proof.appId || found.expiresAt <= this.clock.now())
      return { kind: 'refused', why: 'the code is unknown, expired or of another client' };
    if (found.used) return { kind: 'replay', grantId: found.grantId };
    if (found.redirectUri !== (proof.redirectUri ?? null))
      return { kind: 'refused', why: 'redirect_uri is not the one of the authorization request' };
    const why = problemWithVerifier(found.challenge, proof.verifier);
    if (why !== undefined) return { kind: 'refused', why };
    this.#codes.set(code, { ...found, used: true });
    return { kind: 'grant', grant: found };
  }
}

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
function problemWithVerifier(
  challenge: string | null,
  verifier: string | undefined,
): string | undefined {
  if (challenge === null) {
    // A challenge was removed on the way. https://www.rfc-editor.org/rfc/rfc9700#section-4.8.2
    return verifier === undefined ? undefined : 'the authorization request had no code_challenge';
  }
  if (verifier === undefined) return 'code_verifier is missing';
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return 'code_verifier is malformed';
  const hash = createHash('sha256').update(verifier).digest();
  const isRight = timingSafeEqual(hash, Buffer.from(challenge, 'base64url'));
  return isRight ? undefined : 'code_verifier does not fit the code_challenge';
}
