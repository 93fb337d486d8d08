import { randomBytes } from 'node:crypto';
import type { Clock } from '../base/clock';
import { forget, type Store } from '../store/store';
import type { Account } from './accounts';
import type { TicketPolicy } from './tenant';

interface Ticket {
  readonly accountId: string;
  readonly userPoolId: string;
  readonly expiresAt: number;
}

/** A ticket stands for an account that has signed in; it works once and not for long. */
export class Tickets {
  readonly #tickets: Map<string, Ticket>;

  constructor(
    readonly clock: Clock,
    readonly policy: () => TicketPolicy,
    store: Store,
  ) {
    this.#tickets = store.table('tickets', ({ expiresAt }) => expiresAt);
  }

  reset(): void {
    this.#tickets.clear();
  }

  mint({ id: accountId, userPoolId }: Account) {
    const now = this.clock.now();
    forget(this.#tickets, ({ expiresAt }) => expiresAt <= now);
    const ticket = randomBytes(18).toString('base64url');
    const { lifeSeconds } = this.policy();
    this.#tickets.set(ticket, { accountId, userPoolId, expiresAt: now + lifeSeconds * 1000 });
    return { ticket, expires_in: lifeSeconds };
  }

  /**
   * The id of the account; undefined for a ticket that is unknown, used, expired or another pool's.
   */
  redeem(ticket: string, userPoolId: string): string | undefined {
    const found = this.#tickets.get(ticket);
    if (found?.userPoolId !== userPoolId) return undefined;
    this.#tickets.delete(ticket);
    return found.expiresAt > this.clock.now() ? found.accountId : undefined;
  }
}
