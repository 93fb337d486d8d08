import { createHash } from 'node:crypto';
import type { Clock } from '../clock';
import type { Person, PhoneNumber } from '../people';
import { unionidOf } from '../wechat/cloud';
import { type ApiError, errors, ok, type Result, refused } from './answer';
import type { Behaviour } from './tenant';

export interface Account {
  /** 24 hex; the `sub` of tokens. */
  readonly id: string;
  readonly nickname: string;
  phone: PhoneNumber | null;
  /** WeChat's unionid, once the account has signed in with WeChat. */
  unionid: string | null;
  /** ms */
  readonly createdAt: number;
  /** Why GenAuth turns this account away; null when it does not. */
  readonly barred: ApiError | null;
}

/** What the connection learnt from WeChat about who is signing in. */
export interface WechatIdentity {
  readonly openid: string;
  readonly unionid: string;
  readonly phone: PhoneNumber | null;
}

/** The accounts of the user pool, and the rules of who gets in. */
export class Accounts {
  #accounts: Account[] = [];
  /** Unionids for whom the pool asks for a binding before there is an account. */
  readonly #bindings = new Map<string, ApiError>();

  constructor(
    readonly clock: Clock,
    readonly behaviour: Behaviour,
    readonly people: readonly Person[],
  ) {
    this.reset();
  }

  /** As if nobody had signed in yet. */
  reset(): void {
    this.#accounts = [];
    this.#bindings.clear();
    for (const person of this.people) this.#seed(person);
  }

  all(): readonly Account[] {
    return this.#accounts;
  }

  find(id: string): Account | undefined {
    return this.#accounts.find((account) => account.id === id);
  }

  /**
   * Finds the account by WeChat identity, then by phone number, or creates it. Which of the two comes first is not documented.
   * The phone rule is: a new account gets the number; an existing one only if it has none and the number is free.
   */
  admit(identity: WechatIdentity): Result<Account> {
    const { phone, unionid } = identity;
    const owner = phone && this.#accounts.find((account) => samePhone(account.phone, phone));
    const account = this.#accounts.find((candidate) => candidate.unionid === unionid) ?? owner;
    if (!account) return this.#create(identity);
    if (account.barred) return refused(account.barred);
    account.unionid ??= unionid;
    if (phone && !account.phone && !owner) account.phone = phone;
    return ok(account);
  }

  #create({ unionid, phone }: WechatIdentity): Result<Account> {
    const binding = this.#bindings.get(unionid);
    if (binding) return refused(binding);
    if (this.behaviour.loginOnly) return refused(errors.userNotFound);
    if (this.behaviour.registrationDisabled) return refused(errors.registrationDisabled);
    // WeChat tells no nickname any more; this is what it calls everybody.
    const account = { ...this.#blank(unionid, '微信用户'), phone, unionid };
    this.#accounts.push(account);
    return ok(account);
  }

  #seed(person: Person): void {
    const unionid = unionidOf(person);
    const blank = this.#blank(unionid, person.name);
    switch (person.standing) {
      case 'unknown':
        return;
      case 'must-bind':
        return void this.#bindings.set(unionid, errors.mustBind);
      case 'must-bind-or-create':
        return void this.#bindings.set(unionid, errors.mustBindOrCreate);
      case 'known':
        return void this.#accounts.push({ ...blank, unionid, phone: person.phone });
      case 'known-without-phone':
        return void this.#accounts.push({ ...blank, unionid });
      case 'phone-bound-elsewhere':
        this.#accounts.push({ ...blank, unionid });
        this.#accounts.push({ ...this.#blank(`${unionid} other`, 'another'), phone: person.phone });
        return;
      case 'suspended':
        return void this.#accounts.push({ ...blank, unionid, phone: person.phone, barred: errors.suspended });
      case 'locked':
        return void this.#accounts.push({ ...blank, unionid, phone: person.phone, barred: errors.locked });
      case 'needs-mfa':
        return void this.#accounts.push({ ...blank, unionid, phone: person.phone, barred: errors.mfa });
      case 'must-complete':
        return void this.#accounts.push({ ...blank, unionid, phone: person.phone, barred: errors.mustComplete });
    }
  }

  #blank(seed: string, nickname: string): Account {
    const id = createHash('sha256').update(seed).digest('hex').slice(0, 24);
    return { id, nickname, phone: null, unionid: null, createdAt: this.clock.now(), barred: null };
  }
}

export function e164({ countryCode, number }: PhoneNumber): string {
  return `+${countryCode}${number}`;
}

function samePhone(a: PhoneNumber | null, b: PhoneNumber): boolean {
  return a !== null && e164(a) === e164(b);
}
