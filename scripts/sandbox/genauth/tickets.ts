import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { Account } from './accounts';
import type { TicketPolicy } from './tenant';

/** A ticket stands for an account that has signed in; it works once and not for long. */
export class Tickets {
  readonly #tickets = new Map<string, { account: Account; expiresAt: number }>();

  constructor(
    readonly clock: Clock,
    readonly policy: TicketPolicy,
  ) {}

  reset(): void {
    this.#tickets.clear();
  }

  mint(account: Account) {
    const ticket = randomBytes(18).toString('base64url');
    const { lifeSeconds } = this.policy;
    this.#tickets.set(ticket, { account, expiresAt: this.clock.now() + lifeSeconds * 1000 });
    return { ticket, expires_in: lifeSeconds };
  }

  redeem(ticket: string): Account | undefined {
    const found = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    return found && found.expiresAt > this.clock.now() ? found.account : undefined;
  }
}
