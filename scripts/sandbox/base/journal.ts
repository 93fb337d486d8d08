import type { Exchange } from '../contract/exchange';
/**
 * What both doubles were asked, in the order in which it was answered: the last 1,000 exchanges.
 */
export interface Journal {
  all(): readonly Exchange[];
  /** The oldest exchange not yet taken, of that path when one is given. */
  take(path?: string): Exchange | undefined;
  /**
   * The same for tests.
   * @throws when there is none: the request that a test asks about was never made.
   */
  takeRequest(path?: string): Exchange;
  clear(): void;
  /** @internal */
  add(exchange: Omit<Exchange, 'id'>): void;
}

const KEPT = 1000;
/** Of one exchange, as text. Larger ones are kept without their bodies. */
const KEPT_CHARACTERS = 64 * 1024;

export function createJournal(): Journal {
  let exchanges: Exchange[] = [];
  let nextId = 1;
  const taken = new Set<number>();
  const take = (path?: string) => {
    const found = exchanges.find(
      ({ id, path: its }) => !taken.has(id) && (path === undefined || its === path),
    );
    if (found) taken.add(found.id);
    return found;
  };
  return {
    all: () => exchanges,
    take,
    takeRequest(path) {
      const found = take(path);
      if (found) return found;
      const seen =
        exchanges.map((exchange) => `${exchange.method} ${exchange.path}`).join(', ') || 'nothing';
      throw new Error(`no ${path ?? 'other'} request has come in; so far: ${seen}`);
    },
    clear() {
      exchanges = [];
      taken.clear();
    },
    add(exchange) {
      exchanges.push({
        ...exchange,
        id: nextId,
        body: ofUse(exchange.body),
        answer: ofUse(exchange.answer),
      });
      nextId += 1;
      // In one go, so that a busy sandbox does not move the whole list for each request.
      if (exchanges.length < KEPT * 2) return;
      for (const { id } of exchanges.slice(0, -KEPT)) taken.delete(id);
      exchanges = exchanges.slice(-KEPT);
    },
  };
}

function ofUse(body: unknown): unknown {
  return typeof body === 'string' && body.length > KEPT_CHARACTERS
    ? `(${body.length} characters)`
    : body;
}
