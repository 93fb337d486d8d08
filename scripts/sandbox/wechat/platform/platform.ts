import { createHash } from 'node:crypto';
import type { Clock } from '../../base/clock';
import { platformErrors } from '../../contract/platform-errors';
import { type WechatError, wechatErrors } from '../../contract/wechat-errors';
import type { Store } from '../../store/store';
import type { WechatCloud } from '../cloud';
import {
  type Draft,
  newTenant,
  type PlatformSettings,
  standardSettings,
  type Template,
  type Tenant,
} from './state';

/** The third-party platform that looks after the sandbox's mini programs. */
export const COMPONENT = {
  appid: 'wx00c0ffee00c0ffee',
  secret: 'sandbox-component-secret',
  /** WeChat pushes a new one every ten minutes; this one stays good. */
  ticket: 'ticket@@@sandbox',
} as const;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3600_000;

/** How often one endpoint was asked since `from`. */
interface Calls {
  readonly from: number;
  readonly count: number;
}

/**
 * What WeChat remembers of a third-party platform: its templates, and of each mini program that it
 * looks after the versions, reviews, domains and privacy guide. Every mini program that is
 * registered in the sandbox has given the platform its right, until the control API says otherwise.
 */
export class ThirdPartyPlatform {
  readonly drafts: Map<string, Draft>;
  readonly templates: Map<string, Template>;
  readonly #tenants: Map<string, Tenant>;
  readonly #settings: Map<string, PlatformSettings>;
  readonly #numbers: Map<string, number>;
  /** Of this minute and this day: a restart may forget them. */
  readonly #calls = new Map<string, Calls>();

  constructor(
    readonly clock: Clock,
    readonly cloud: WechatCloud,
    store: Store,
  ) {
    this.drafts = store.table('platform-drafts');
    this.templates = store.table('platform-templates');
    this.#tenants = store.table('platform-tenants');
    this.#settings = store.table('platform-settings');
    this.#numbers = store.table('platform-numbers');
  }

  reset(): void {
    for (const table of [this.drafts, this.templates, this.#tenants, this.#settings]) table.clear();
    this.#numbers.clear();
    this.#calls.clear();
  }

  get settings(): PlatformSettings {
    return { ...standardSettings, ...this.#settings.get('settings') };
  }

  set settings(settings: PlatformSettings) {
    this.#settings.set('settings', settings);
  }

  /** Undefined: no such mini program. Reviews that are due by now are decided. */
  tenant(appid: string): Tenant | undefined {
    if (!this.cloud.program(appid)) return undefined;
    const tenant = this.#tenants.get(appid) ?? newTenant;
    const decided = decideDue(tenant, this.settings, this.clock.now());
    if (decided !== tenant) this.#tenants.set(appid, decided);
    return decided;
  }

  change(appid: string, change: Partial<Tenant>): Tenant {
    const changed = { ...(this.tenant(appid) ?? newTenant), ...change };
    this.#tenants.set(appid, changed);
    return changed;
  }

  /** Those that anything is known of, by AppID. */
  get tenants(): ReadonlyMap<string, Tenant> {
    return new Map(
      [...this.#tenants.keys()].map((appid) => [appid, this.tenant(appid) ?? newTenant]),
    );
  }

  /** A number that no other of its kind has. */
  nextNumber(kind: 'draft' | 'template' | 'audit' | 'version', first: number): number {
    const number = this.#numbers.get(kind) ?? first;
    this.#numbers.set(kind, number + 1);
    return number;
  }

  /** How many submissions this month has had, by UTC. */
  get submitted(): number {
    return this.#numbers.get(this.#month()) ?? 0;
  }

  countSubmission(): void {
    this.#numbers.set(this.#month(), this.submitted + 1);
  }

  refreshToken(appid: string): string {
    return `refreshtoken@@@${createHash('sha256').update(appid).digest('base64url')}`;
  }

  /** What asking once more costs; the endpoint's path, and the AppID that it is for. */
  callError(path: string, appid: string): WechatError | null {
    const { callsPerMinute, callsPerDay } = this.settings;
    if (this.#count(`minute ${path}`, MINUTE_MS) > callsPerMinute) return wechatErrors.tooOften;
    return this.#count(`day ${path} ${appid}`, DAY_MS) > callsPerDay
      ? wechatErrors.dailyLimit
      : null;
  }

  /** The mini program that this token lets the platform speak for. */
  authorizer(token: string | undefined): string | WechatError {
    const owner = this.cloud.accessTokens.ownerOf(token);
    if ('errcode' in owner) return owner;
    if (owner.by === 'component') return platformErrors.invalidAccessToken;
    if (owner.by !== 'authorizer') return platformErrors.notThirdParty;
    return this.tenant(owner.appid)?.authorised ? owner.appid : platformErrors.notAuthorised;
  }

  component(token: string | undefined): string | WechatError {
    const owner = this.cloud.accessTokens.ownerOf(token);
    if ('errcode' in owner) return owner;
    return owner.by === 'component' ? owner.appid : platformErrors.needsComponentToken;
  }

  #count(key: string, ms: number): number {
    const now = this.clock.now();
    // A window of WeChat's begins with the minute and with the day.
    const from = Math.floor(now / ms) * ms;
    const before = this.#calls.get(key);
    const count = before?.from === from ? before.count + 1 : 1;
    this.#calls.set(key, { from, count });
    return count;
  }

  #month(): string {
    return `month ${new Date(this.clock.now()).toISOString().slice(0, 7)}`;
  }
}

function decideDue(tenant: Tenant, { review }: PlatformSettings, now: number): Tenant {
  if (review === null) return tenant;
  const isDue = ({ status, at }: Tenant['audits'][number]) =>
    status === 2 && now >= at + review.seconds * 1000;
  if (!tenant.audits.some(isDue)) return tenant;
  const { status, reason } = review;
  return {
    ...tenant,
    audits: tenant.audits.map((audit) => (isDue(audit) ? { ...audit, status, reason } : audit)),
  };
}
