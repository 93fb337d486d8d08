import type { VirtualClock } from '../base/clock';
import type { Journal } from '../base/journal';
import type { People } from '../base/people';
import type { Faults } from '../faults/faults';
import type { Accounts } from '../genauth/accounts';
import type { Tenant } from '../genauth/tenant';
import type { TokenStore } from '../genauth/tokens';
import type { Store } from '../store/store';
import type { WechatCloud } from '../wechat/cloud';
import type { ThirdPartyPlatform } from '../wechat/platform/platform';

/** What can be looked at and changed from outside. */
export interface ControlServices {
  readonly clock: VirtualClock;
  readonly store: Store;
  readonly people: People;
  readonly accounts: Accounts;
  readonly tenant: Tenant;
  readonly tokens: TokenStore;
  readonly cloud: WechatCloud;
  readonly platform: ThirdPartyPlatform;
  readonly faults: readonly Faults[];
  readonly journal: Journal;
  /** Where both servers listen. */
  readonly urls: { readonly genauth: string; readonly wechat: string };
  /** Where this process reaches them, without a certificate. */
  readonly inside: { readonly genauth: string; readonly wechat: string };
  /** How others reach this server, where that is not its own address. */
  readonly origin: string | undefined;
  reset(): void;
}
