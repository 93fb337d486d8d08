import type {
  Clock,
  FetchInit,
  FetchResponse,
  NativeDelivery,
  PendingStore,
} from '@mini-login/app';
import { createLogin, type Outcome, type WechatLogin } from '@mini-login/app';

/** What goes wrong with one request. */
export type PhoneFault =
  | 'request lost'
  | 'reply lost'
  | 'no reply'
  | 'unavailable'
  | 'portal'
  | 'portal refuses'
  | 'not JSON'
  | 'throws at once';

/** A clock that only this test moves. */
class StandingClock implements Clock {
  #now = Date.UTC(2026, 0, 15, 8);
  #timers: { readonly at: number; readonly run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Runs what is due, in order; `settle` between, so that what follows from it is there too. */
  async move(ms: number, settle: () => Promise<void>): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settle();
    }
    this.#now = until;
  }

  /** The phone's owner, or its network, sets the clock; timers count what really passes. */
  jump(ms: number): void {
    this.#now += ms;
    this.#timers = this.#timers.map(({ at, run }) => ({ at: at + ms, run }));
  }

  forgetTimers(): void {
    this.#timers = [];
  }
}

/** A server's half: what it is asked, and what it answers. */
export type ServerHalf = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** A phone with the app, WeChat and a network that loses things; nothing of it runs by itself. */
export class AppPhone {
  readonly clock = new StandingClock();
  readonly opened: string[] = [];
  faults: PhoneFault[] = [];
  outcome: Outcome | null = null;
  kept: string | null = null;
  canOpen: () => Promise<unknown> = () => new Promise(() => undefined);
  login: WechatLogin;
  #underWay = 0;
  #deliver: ((delivery: NativeDelivery) => void) | null = null;
  /** Of the app that runs; what one that was ended still gets is nobody's. */
  #process = 0;

  constructor(readonly server: ServerHalf) {
    this.login = this.#start();
  }

  #start(): WechatLogin {
    this.#process += 1;
    const process = this.#process;
    const store: PendingStore = {
      get: async () => this.kept,
      set: async (value) => {
        if (process === this.#process) this.kept = value;
      },
      remove: async () => {
        if (process === this.#process) this.kept = null;
      },
    };
    return createLogin({
      server: 'https://api.example.com/wechat-login',
      fetch: (url, init) => this.#fetch(url, init),
      clock: this.clock,
      store,
      opener: {
        open: (path) => {
          this.opened.push(path);
          return this.canOpen();
        },
        onDelivery: (listener) => {
          this.#deliver = listener;
          return () => {
            if (this.#deliver === listener) this.#deliver = null;
          };
        },
      },
    });
  }

  #fetch(url: string, init: FetchInit): Promise<FetchResponse> {
    const fault = this.faults.shift();
    if (fault === 'throws at once') throw new TypeError('no network');
    this.#underWay += 1;
    return this.#answer(fault, url, init).finally(() => {
      this.#underWay -= 1;
    });
  }

  async #answer(
    fault: PhoneFault | undefined,
    url: string,
    init: FetchInit,
  ): Promise<FetchResponse> {
    const say = (status: number, body: string) => ({ status, text: () => Promise.resolve(body) });
    switch (fault) {
      case undefined:
        return this.server(url, init);
      case 'request lost':
      case 'throws at once':
        throw new TypeError('socket closed');
      case 'reply lost':
        await this.server(url, init);
        throw new TypeError('socket closed');
      case 'no reply':
        // Not counted as under way: the app's own limit ends it.
        this.#underWay -= 1;
        await new Promise<void>((resolve) => this.clock.after(3_600_000, resolve));
        this.#underWay += 1;
        throw new TypeError('never');
      case 'unavailable':
        return say(503, '{"error":{"code":"network","message":"later","pending":true}}');
      case 'portal':
        return say(200, '<html>Welcome to the hotel</html>');
      case 'portal refuses':
        return say(403, '{"error":{"code":"forbidden"}}');
      case 'not JSON':
        return say(401, 'no');
    }
  }

  /** Until nothing happens any more without time passing. */
  readonly settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3; ) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.#underWay === 0 ? quiet + 1 : 0;
    }
  };

  async logIn(lang?: string): Promise<void> {
    void this.login.logIn(lang).then((outcome) => {
      this.outcome = outcome;
    });
    await this.settle();
  }

  async wait(ms: number): Promise<void> {
    await this.clock.move(ms, this.settle);
    await this.settle();
  }

  async deliver(text: unknown, by: NativeDelivery['by'] = 'WXLaunchMiniProgram.Resp') {
    this.#deliver?.({ by, text });
    await this.settle();
  }

  /** What no type allows and a native module can do. */
  async deliverRaw(delivery: unknown): Promise<void> {
    this.#deliver?.(delivery as NativeDelivery);
    await this.settle();
  }

  /** The system ends the app and starts it again; a delivery may come before it resumes. */
  async restart(early: readonly unknown[] = []): Promise<void> {
    this.clock.forgetTimers();
    this.login = this.#start();
    for (const text of early) await this.deliver(text);
    void this.login.resume().then((outcome) => {
      if (outcome !== null) this.outcome = outcome;
    });
    await this.settle();
  }
}

/**
 * A server's half as docs/host-app.md describes it, in the simplest way: it knows the one text that
 * is right.
 */
export function modelServer(clock: () => Clock) {
  const state = 'the-state-of-this-launch-43-characters-long';
  const right = JSON.stringify({ v: 1, state, status: 'ok', session: {} });
  const counts = { sessions: 0, begun: 0, asked: 0 };
  let at = 0;
  const say = (status: number, body: unknown): FetchResponse => ({
    status,
    text: () => Promise.resolve(JSON.stringify(body)),
  });
  const refuse = (status: number, code: string, pending: boolean) =>
    say(status, { error: { code, message: code, pending } });
  let ended: FetchResponse | null = null;

  const server: ServerHalf = async (url, { body }) => {
    if (!url.endsWith('/answer')) {
      counts.begun += 1;
      at = clock().now();
      return say(201, {
        id: 'login-1',
        path: `pages/login/login?v=1&state=${state}`,
        expires_in: 600,
      });
    }
    counts.asked += 1;
    const { text } = JSON.parse(body);
    if (typeof text !== 'string' || text === '') return refuse(400, 'bad_request', false);
    if (text !== right) return refuse(401, 'state_mismatch', true);
    if (ended !== null) return ended;
    if (clock().now() - at > 600_000) return refuse(401, 'too_late', false);
    counts.sessions += 1;
    ended = say(200, { token: `session ${counts.sessions}` });
    return ended;
  };
  return { server, right, state, counts };
}
