import type { Clock } from '../base/clock';
import type { People } from '../base/people';
import type { Accounts } from './accounts';
import type { AuthorizationCodes } from './authorize/codes';
import type { SignIn } from './sign-in';
import type { Tenant } from './tenant';
import type { Tickets } from './tickets';
import type { TokenStore } from './tokens';
import type { WechatGateway } from './wechat-gateway';

/** What the routes of the GenAuth double work with. */
export interface GenAuthServices {
  readonly clock: Clock;
  readonly tenant: Tenant;
  readonly people: People;
  readonly accounts: Accounts;
  readonly gateway: WechatGateway;
  readonly signIn: SignIn;
  readonly tokens: TokenStore;
  readonly tickets: Tickets;
  readonly codes: AuthorizationCodes;
  /** Under which this server is reached. */
  origins(): readonly string[];
}
