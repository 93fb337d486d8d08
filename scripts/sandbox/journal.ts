/** One HTTP exchange with a double, as it was: reading it out loud without masking is the reader's mistake. */
export interface Exchange {
  readonly server: string;
  /** ms, virtual clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON or form fields as an object, other text as it is; undefined when there was none. */
  readonly body: unknown;
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly answer: unknown;
}

/** Everything that both doubles were asked, in the order in which it was answered. */
export interface Journal {
  all(): readonly Exchange[];
  /**
   * The oldest exchange not yet taken, of that path when one is given.
   * @throws when there is none: the request that a test asks about was never made.
   */
  takeRequest(path?: string): Exchange;
  clear(): void;
  /** @internal */
  add(exchange: Exchange): void;
}

export function createJournal(): Journal {
  const exchanges: Exchange[] = [];
  const taken = new Set<Exchange>();
  return {
    all: () => exchanges,
    takeRequest(path) {
      const found = exchanges.find((exchange) => !taken.has(exchange) && (path === undefined || exchange.path === path));
      if (!found) {
        const seen = exchanges.map((exchange) => `${exchange.method} ${exchange.path}`).join(', ') || 'nothing';
        throw new Error(`no ${path ?? 'other'} request has come in; so far: ${seen}`);
      }
      taken.add(found);
      return found;
    },
    clear() {
      exchanges.length = 0;
      taken.clear();
    },
    add: (exchange) => void exchanges.push(exchange),
  };
}
