import { randomBytes } from 'node:crypto';
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Clock } from '../clock';
import { type Account, type Accounts, e164 } from './accounts';
import type { Tenant } from './tenant';

/** Seconds; GenAuth's default. */
const TOKEN_LIFE_S = 1_209_600;
const REFRESH_LIFE_MS = 30 * 24 * 3600_000;
const SUPPORTED_SCOPES = ['openid', 'profile', 'phone', 'offline_access'];
const DEFAULT_SCOPE = 'openid profile';

interface Grant {
  readonly account: Account;
  readonly scope: string;
  readonly expiresAt: number;
}

interface Keys {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwks: JSONWebKeySet;
  readonly publicKeyPem: string;
}

/** Signs, checks and revokes. Access and id tokens are RS256 JWTs, as GenAuth's are by default; refresh tokens are opaque. */
export class Tokens {
  readonly #refreshTokens = new Map<string, Grant>();
  readonly #revoked = new Set<string>();

  private constructor(
    readonly clock: Clock,
    readonly tenant: Tenant,
    readonly accounts: Accounts,
    readonly keys: Keys,
  ) {}

  static async create(clock: Clock, tenant: Tenant, accounts: Accounts): Promise<Tokens> {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const kid = randomBytes(8).toString('base64url');
    const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
    const keys = { kid, privateKey, jwks: { keys: [jwk] }, publicKeyPem: await exportSPKI(publicKey) };
    return new Tokens(clock, tenant, accounts, keys);
  }

  /** Forgets refresh tokens and what was revoked; the keys stay. */
  reset(): void {
    this.#refreshTokens.clear();
    this.#revoked.clear();
  }

  get issuer(): string {
    return `${this.tenant.origin}/oidc`;
  }

  /** The answer of a sign-in or of the token endpoint; scopes that are not supported are left out. */
  async issue(account: Account, requested = DEFAULT_SCOPE) {
    const scope = [...new Set(requested.split(' '))].filter((name) => SUPPORTED_SCOPES.includes(name)).join(' ');
    const scopes = scope.split(' ');
    return {
      access_token: await this.#sign({ sub: account.id, scope, jti: randomBytes(12).toString('base64url') }),
      ...(scopes.includes('openid') ? { id_token: await this.#sign(this.claims(account, scope)) } : {}),
      ...(scopes.includes('offline_access') ? { refresh_token: this.#refreshToken(account, scope) } : {}),
      token_type: 'Bearer',
      [this.tenant.behaviour.expirySpelling]: TOKEN_LIFE_S,
      scope,
    };
  }

  /** A refresh token works once; the answer brings the next one. */
  async refresh(refreshToken: string) {
    const grant = this.#refreshTokens.get(refreshToken);
    this.#refreshTokens.delete(refreshToken);
    if (!grant || grant.expiresAt <= this.clock.now()) return undefined;
    return this.issue(grant.account, grant.scope);
  }

  /** The v2 log-in's `token`, good for nothing but the `authing_token` grant and v2 calls. */
  v2Token(account: Account): Promise<string> {
    return this.#sign({ sub: account.id, type: 'user', userPoolId: this.tenant.userPoolId });
  }

  async accountOfV2Token(token: string): Promise<Account | undefined> {
    const claims = await this.#verify(token);
    return claims?.type === 'user' ? this.accounts.find(claims.sub ?? '') : undefined;
  }

  /** The account and scope behind `Authorization: Bearer`. */
  async bearer(header: string | undefined): Promise<{ account: Account; scope: string } | undefined> {
    const token = header?.match(/^Bearer (\S+)$/)?.[1];
    const claims = token === undefined || this.#revoked.has(token) ? undefined : await this.#verify(token);
    const account = this.accounts.find(claims?.sub ?? '');
    return account && typeof claims?.scope === 'string' ? { account, scope: claims.scope } : undefined;
  }

  revoke(token: string): void {
    this.#refreshTokens.delete(token);
    this.#revoked.add(token);
  }

  /** What the scopes let an app know. https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims */
  claims(account: Account, scope: string): Record<string, unknown> & { sub: string } {
    const scopes = scope.split(' ');
    return {
      sub: account.id,
      ...(scopes.includes('profile')
        ? { nickname: account.nickname, updated_at: new Date(account.createdAt).toISOString() }
        : {}),
      ...(scopes.includes('phone') && account.phone ? { phone_number: e164(account.phone), phone_number_verified: true } : {}),
    };
  }

  #refreshToken(account: Account, scope: string): string {
    const token = randomBytes(32).toString('base64url');
    this.#refreshTokens.set(token, { account, scope, expiresAt: this.clock.now() + REFRESH_LIFE_MS });
    return token;
  }

  #sign(claims: JWTPayload): Promise<string> {
    const nowSeconds = Math.floor(this.clock.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: this.keys.kid })
      .setIssuer(this.issuer)
      .setAudience(this.tenant.app.id)
      .setIssuedAt(nowSeconds)
      .setExpirationTime(nowSeconds + TOKEN_LIFE_S)
      .sign(this.keys.privateKey);
  }

  async #verify(token: string): Promise<JWTPayload | undefined> {
    try {
      const options = { issuer: this.issuer, audience: this.tenant.app.id, currentDate: new Date(this.clock.now()) };
      return (await jwtVerify(token, createLocalJWKSet(this.keys.jwks), options)).payload;
    } catch {
      return undefined;
    }
  }
}
