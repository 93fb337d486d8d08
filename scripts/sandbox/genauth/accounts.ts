import { createHash } from 'node:crypto';
import type { Clock } from '../base/clock';
import { unionidOf } from '../base/identity';
import type { People } from '../base/people';
import { e164 } from '../base/phone-number';
import type { Person, PhoneNumber } from '../contract/person';
import type { App, Connection } from '../contract/tenant';
import type { Store } from '../store/store';
import { apiError, ok, type Result, refused } from './answer';
import type { Tenant } from './tenant';

export interface Account {
  /** 24 hex; the `sub` of tokens. */
  readonly id: string;
  readonly userPoolId: string;
  readonly nickname: string;
  readonly phone: PhoneNumber | null;
  /** WeChat's unionid, once the account has signed in with WeChat. */
  readonly unionid: string | null;
  /** ms */
  readonly createdAt: number;
}

/** What the connection learnt from WeChat about who is signing in. */
export interface WechatIdentity {
  readonly openid: string;
  readonly unionid: string;
  readonly phone: PhoneNumber | null;
}

/** The accounts of all user pools, and the rules of who gets in. */
export class Accounts {
  readonly #accounts: Map<string, Account>;

  constructor(
    readonly clock: Clock,
    readonly tenant: Tenant,
    readonly people: People,
    store: Store,
  ) {
    this.#accounts = store.table('accounts');
    if (this.#accounts.size === 0) this.reset();
  }

  /** As if nobody had signed in yet. */
  reset(): void {
    this.#accounts.clear();
    for (const person of this.people.all()) this.seed(person);
  }

  all(): readonly Account[] {
    return [...this.#accounts.values()];
  }

  find(id: string): Account | undefined {
    return this.#accounts.get(id);
  }

  /**
   * Gives a person the accounts that go with their standing, in every pool, in the place of those
   * they had.
   */
  seed(person: Person): void {
    for (const pool of this.tenant.pools.values()) {
      for (const account of this.#ofPerson(person, pool.id)) this.#accounts.delete(account.id);
      for (const account of this.#seedsOf(person, pool.id)) this.#accounts.set(account.id, account);
    }
  }

  /** Forgets the accounts of a person who is no more. */
  remove(person: Person): void {
    for (const pool of this.tenant.pools.values()) {
      for (const account of this.#ofPerson(person, pool.id)) this.#accounts.delete(account.id);
    }
  }

  /**
   * Finds the account by WeChat identity, then by phone number, or creates it. Which of the two
   * comes first is not documented. The phone rule is: a new account gets the number; an existing
   * one only if it has none and the number is free.
   */
  admit(
    identity: Omit<WechatIdentity, 'openid'>,
    app: App,
    connection: Pick<Connection, 'loginOnly'>,
  ): Result<Account> {
    const { phone, unionid } = identity;
    const apiCode = this.people.byUnionid(unionid)?.apiCode;
    if (apiCode !== undefined) return refused(apiError(apiCode));
    const accounts = this.all().filter(({ userPoolId }) => userPoolId === app.userPoolId);
    const owner = phone && accounts.find((account) => samePhone(account.phone, phone));
    const account = accounts.find((candidate) => candidate.unionid === unionid) ?? owner;
    if (!account) return this.#create(identity, app, connection);
    const admitted = {
      ...account,
      unionid: account.unionid ?? unionid,
      phone: account.phone ?? (owner ? null : phone),
    };
    if (admitted.unionid !== account.unionid || admitted.phone !== account.phone)
      this.#accounts.set(account.id, admitted);
    return ok(admitted);
  }

  #create(
    { unionid, phone }: Omit<WechatIdentity, 'openid'>,
    app: App,
    connection: Pick<Connection, 'loginOnly'>,
  ): Result<Account> {
    if (connection.loginOnly) return refused(apiError(2004));
    if (app.registrationDisabled) return refused(apiError(2031));
    // WeChat tells no nickname any more; this is what it calls everybody.
    const account = { ...this.#blank(unionid, '微信用户', app.userPoolId), phone, unionid };
    this.#accounts.set(account.id, account);
    return ok(account);
  }

  #ofPerson(person: Person, userPoolId: string): readonly Account[] {
    const ids = new Set([unionidOf(person), otherOf(person)].map((seed) => idOf(seed, userPoolId)));
    return this.all().filter(({ id }) => ids.has(id));
  }

  #seedsOf(person: Person, userPoolId: string): readonly Account[] {
    const unionid = unionidOf(person);
    const blank = this.#blank(unionid, person.name, userPoolId);
    switch (person.standing) {
      case 'unknown':
        return [];
      case 'known':
        return [{ ...blank, unionid, phone: person.phone }];
      case 'known-without-phone':
        return [{ ...blank, unionid }];
      case 'phone-bound-elsewhere':
        return [
          { ...blank, unionid },
          { ...this.#blank(otherOf(person), 'another', userPoolId), phone: person.phone },
        ];
    }
  }

  #blank(seed: string, nickname: string, userPoolId: string): Account {
    return {
      id: idOf(seed, userPoolId),
      userPoolId,
      nickname,
      phone: null,
      unionid: null,
      createdAt: this.clock.now(),
    };
  }
}

function idOf(seed: string, userPoolId: string): string {
  return createHash('sha256').update(`${userPoolId} ${seed}`).digest('hex').slice(0, 24);
}

/** Who has this person's number. */
function otherOf(person: Person): string {
  return `${unionidOf(person)} other`;
}

function samePhone(a: PhoneNumber | null, b: PhoneNumber): boolean {
  return a !== null && e164(a) === e164(b);
}
