import { randomBytes } from 'node:crypto';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../base/clock';
import type { App } from '../contract/tenant';
import { forget, type Store } from '../store/store';
import type { Account, Accounts } from './accounts';
import { claimsOf, DEFAULT_SCOPE, halfHash, supportedScope } from './claims';
import type { Keys } from './keys';
import type { Tenant } from './tenant';
import type {
  FrontChannel,
  Grant,
  GrantOptions,
  RefreshToken,
  TokenAnswer,
  TokenOwner,
} from './token-types';

/** Seconds; GenAuth's default. */
export const TOKEN_LIFE_S = 1_209_600;
const REFRESH_LIFE_MS = 30 * 24 * 3600_000;

/** Something that is refused until it would have expired anyway. */
interface Revocation {
  readonly at: number;
}

/**
 * Signs, checks and revokes. Access and id tokens are RS256 JWTs, as GenAuth's are by default;
 * refresh tokens are opaque.
 */
export class TokenStore {
  readonly #refreshTokens: Map<string, RefreshToken>;
  /** By grant id, and by the `jti` of single access tokens. */
  readonly #revoked: Map<string, Revocation>;

  constructor(
    readonly clock: Clock,
    readonly tenant: Tenant,
    readonly accounts: Accounts,
    readonly keys: Keys,
    store: Store,
  ) {
    this.#refreshTokens = store.table('refresh-tokens', ({ expiresAt }) => expiresAt);
    this.#revoked = store.table('revoked', ({ at }) => at);
  }

  /** Forgets refresh tokens and what was revoked; the keys stay. */
  reset(): void {
    this.#refreshTokens.clear();
    this.#revoked.clear();
  }

  get issuer(): string {
    return `${this.tenant.origin}/oidc`;
  }

  /** A new sign-in; scopes that are not supported are left out. */
  grant(
    account: Account,
    app: App,
    requested: string = DEFAULT_SCOPE,
    options: GrantOptions = {},
  ): Promise<TokenAnswer> {
    const scope = supportedScope(requested);
    const id = randomBytes(9).toString('base64url');
    const grant = { id, accountId: account.id, appId: app.id, scope, ...options };
    return this.#issue(account, grant, scope);
  }

  /** An id_token that the browser carries: nothing but who it is, bound to the code next to it. */
  idTokenFor(
    account: Account,
    app: App,
    requested: string,
    { nonce, authTime, code, accessToken }: Pick<Grant, 'nonce' | 'authTime'> & FrontChannel,
  ): Promise<string> {
    return this.#sign(
      {
        ...claimsOf(account, supportedScope(requested)),
        ...(nonce === undefined ? {} : { nonce }),
        ...(authTime === undefined ? {} : { auth_time: authTime }),
        ...(code === undefined ? {} : { c_hash: halfHash(code) }),
        ...(accessToken === undefined ? {} : { at_hash: halfHash(accessToken) }),
      },
      app,
    );
  }

  /** An access token that the browser carries, as fields of the answer; nothing refreshes it. */
  async accessTokenFor(account: Account, app: App, requested: string, authTime: number) {
    const scope = requested.replace(/\boffline_access\b/g, '').trim();
    const { access_token } = await this.grant(account, app, scope, { authTime });
    return { access_token, token_type: 'Bearer', expires_in: String(TOKEN_LIFE_S) };
  }

  /** Ends everything that came from one sign-in. */
  revokeGrant(id: string): void {
    this.#revoke(id);
  }

  /**
   * A refresh token works once; the answer brings the next one, for what the first one was for. A
   * narrower scope may be asked for. One that comes a second time ends everything that came from
   * the same sign-in. https://www.rfc-editor.org/rfc/rfc9700#section-4.14
   */
  async refresh(
    token: string,
    app: App,
    scope?: string,
  ): Promise<TokenAnswer | 'invalid_grant' | 'invalid_scope'> {
    const found = this.#refreshTokens.get(token);
    if (!found || found.grant.appId !== app.id || found.expiresAt <= this.clock.now())
      return 'invalid_grant';
    const { grant } = found;
    if (found.used) {
      this.#revoke(grant.id);
      return 'invalid_grant';
    }
    const account = this.accounts.find(grant.accountId);
    if (!account || this.#revoked.has(grant.id)) return 'invalid_grant';
    const granted = grant.scope.split(' ');
    const wanted = scope?.split(' ') ?? granted;
    if (wanted.some((name) => !granted.includes(name))) return 'invalid_scope';
    this.#refreshTokens.set(token, { ...found, used: true });
    return this.#issue(account, grant, wanted.join(' '));
  }

  /** The v2 login's `token`, good for nothing but the `authing_token` grant and v2 calls. */
  v2Token(account: Account, app: App): Promise<string> {
    const jti = randomBytes(12).toString('base64url');
    return this.#sign({ sub: account.id, type: 'user', userPoolId: account.userPoolId, jti }, app);
  }

  /** Whose v2 token this is. */
  async ownerOfV2Token(token: string): Promise<Omit<TokenOwner, 'scope'> | undefined> {
    const owner = await this.#ownerOf(token);
    return owner?.claims.type === 'user' ? owner : undefined;
  }

  /** Whose access token this is. */
  async ownerOf(token: string): Promise<TokenOwner | undefined> {
    const owner = await this.#ownerOf(token);
    return typeof owner?.claims.scope === 'string'
      ? { ...owner, scope: owner.claims.scope }
      : undefined;
  }

  /**
   * The claims of any token of ours that is still good; for a refresh token what RFC 7662 asks for.
   */
  async introspect(token: string, app: App): Promise<JWTPayload | undefined> {
    const refresh = this.#refreshTokens.get(token);
    if (refresh) {
      const { grant, expiresAt, used } = refresh;
      const isOver =
        used ||
        expiresAt <= this.clock.now() ||
        this.#revoked.has(grant.id) ||
        grant.appId !== app.id;
      return isOver
        ? undefined
        : { sub: grant.accountId, scope: grant.scope, exp: Math.floor(expiresAt / 1000) };
    }
    const owner = await this.ownerOf(token);
    return owner?.app.id === app.id ? owner.claims : undefined;
  }

  /** Whom an id_token of ours is about. */
  async ownerOfIdToken(token: string): Promise<Pick<TokenOwner, 'account' | 'app'> | undefined> {
    const claims = await this.idToken(token);
    const account = this.accounts.find(claims?.sub ?? '');
    const app = this.tenant.apps.get(typeof claims?.aud === 'string' ? claims.aud : '');
    return account && app ? { account, app } : undefined;
  }

  /** An id_token of ours, for `validate_token` and as a hint for a log-out. */
  async idToken(token: string): Promise<JWTPayload | undefined> {
    const claims = await this.#verify(token);
    return claims?.scope === undefined && claims?.type === undefined ? claims : undefined;
  }

  /**
   * A refresh token goes with everything that came from the same sign-in, an access token alone.
   * Another app's stay.
   */
  async revoke(token: string, app: App): Promise<void> {
    const refresh = this.#refreshTokens.get(token);
    if (refresh?.grant.appId === app.id) return this.#revoke(refresh.grant.id);
    const owner = await this.#ownerOf(token);
    if (owner?.app.id === app.id && owner.claims.jti !== undefined) this.#revoke(owner.claims.jti);
  }

  async #issue(account: Account, grant: Grant, scope: string): Promise<TokenAnswer> {
    const app = this.tenant.apps.get(grant.appId);
    if (!app) throw new Error(`there is no application ${grant.appId}`);
    const scopes = scope.split(' ');
    const jti = `${grant.id}.${randomBytes(9).toString('base64url')}`;
    const refreshToken = grant.scope.split(' ').includes('offline_access')
      ? this.#refreshToken(grant)
      : undefined;
    const access_token = await this.#sign({ sub: account.id, scope, jti }, app);
    const { nonce, authTime } = grant;
    const claims = {
      ...claimsOf(account, scope),
      ...(nonce === undefined ? {} : { nonce }),
      // The mini program's sign-in has neither of the two.
      ...(authTime === undefined ? {} : { auth_time: authTime, at_hash: halfHash(access_token) }),
    };
    const id_token = scopes.includes('openid') ? await this.#sign(claims, app) : undefined;
    return {
      access_token,
      ...(id_token === undefined ? {} : { id_token }),
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      token_type: 'Bearer',
      [this.tenant.expirySpelling]: TOKEN_LIFE_S,
      scope,
    };
  }

  #refreshToken(grant: Grant): string {
    const now = this.clock.now();
    forget(this.#refreshTokens, ({ expiresAt }) => expiresAt <= now);
    const token = randomBytes(32).toString('base64url');
    this.#refreshTokens.set(token, { grant, expiresAt: now + REFRESH_LIFE_MS, used: false });
    return token;
  }

  #revoke(id: string): void {
    const now = this.clock.now();
    forget(this.#revoked, ({ at }) => at + REFRESH_LIFE_MS <= now);
    this.#revoked.set(id, { at: now });
  }

  async #ownerOf(token: string): Promise<Omit<TokenOwner, 'scope'> | undefined> {
    const claims = await this.#verify(token);
    if (
      !claims?.jti ||
      this.#revoked.has(claims.jti) ||
      this.#revoked.has(claims.jti.split('.')[0] ?? '')
    )
      return undefined;
    const account = this.accounts.find(claims.sub ?? '');
    const app = this.tenant.apps.get(typeof claims.aud === 'string' ? claims.aud : '');
    return account && app ? { account, app, claims, token } : undefined;
  }

  #sign(claims: JWTPayload, app: App): Promise<string> {
    const nowSeconds = Math.floor(this.clock.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: this.keys.kid })
      .setIssuer(this.issuer)
      .setAudience(app.id)
      .setIssuedAt(nowSeconds)
      .setExpirationTime(nowSeconds + TOKEN_LIFE_S)
      .sign(this.keys.privateKey);
  }

  async #verify(token: string): Promise<JWTPayload | undefined> {
    try {
      const options = { issuer: this.issuer, currentDate: new Date(this.clock.now()) };
      return (await jwtVerify(token, this.keys.publicKey, options)).payload;
    } catch {
      return undefined;
    }
  }
}
