import {
  checkArgument,
  checkOptions,
  FROM_ONE,
  MS,
  NAME,
  optional,
  PATH,
  STRING,
  WAIT,
} from './arguments';
import { readChoices, type WantedChoice } from './choices';
import { askExtras, frontPage, type Mini, type Page } from './client';
import type { Context, WaitOptions } from './context';
import { ErrorLog } from './error-log';
import { Stopped } from './final';
import { Finder } from './locator';
import { Phone } from './phone';
import type { Text } from './query';
import { defaultTimeout, retry } from './retry';
import { watchProgram } from './run-watcher';
import { StepLog } from './steps';
import { whatIsThere } from './what-is-there';
import { type RouteAnswer, WxScript } from './wx-script';

/** A mini program that a test drives, over the official client. */
export class Program extends Finder {
  /** The official client, for what is not here. */
  readonly mini: Mini;
  /** The simulator's phone around the program; on DevTools each of its methods says that it can't. */
  readonly phone: Phone;
  readonly #wx: WxScript;
  readonly #end: () => Promise<void>;

  constructor(context: Context, end: () => Promise<void>) {
    super(context, []);
    this.mini = context.mini;
    this.phone = new Phone(context);
    this.#wx = new WxScript(context.mini);
    this.#end = end;
  }

  /** Closes all pages and opens this one: `/pages/shop/shop?id=1`. */
  goto(url: string, options?: WaitOptions): Promise<void> {
    return this.#route('reLaunch', url, options);
  }
  navigateTo(url: string, options?: WaitOptions): Promise<void> {
    return this.#route('navigateTo', url, options);
  }
  redirectTo(url: string, options?: WaitOptions): Promise<void> {
    return this.#route('redirectTo', url, options);
  }
  switchTab(url: string, options?: WaitOptions): Promise<void> {
    return this.#route('switchTab', url, options);
  }
  async goBack(delta = 1): Promise<void> {
    checkArgument('goBack: how many pages', delta, FROM_ONE);
    await this.context.log.run('goBack', async () => {
      await this.mini.callWxMethod('navigateBack', { delta });
    });
  }
  /** Of the page in front. */
  async path(): Promise<string> {
    return (await frontPage(this.mini)).path;
  }
  /** The official client's page in front. */
  page(): Promise<Page> {
    return frontPage(this.mini);
  }
  async waitForPath(path: Text, options: WaitOptions = {}): Promise<void> {
    checkArgument('waitForPath: the path', path, PATH);
    checkOptions('waitForPath', options, WAIT);
    const { timeout = this.context.timeout } = options;
    await this.context.log.run(`waitForPath ${path}`, () => this.#untilPath(path, timeout));
  }

  /** A modal, a picker, an action sheet or a page of WeChat's that is open or will be. */
  readonly dialog = {
    /** `text`: into the modal's field; the simulator's alone. */
    accept: async (text?: string): Promise<void> => {
      checkArgument('dialog.accept: the text', text, optional(STRING));
      await this.context.log.run('dialog.accept', async () => {
        if (text === undefined) await this.mini.native().confirmModal();
        else await this.context.extras.ask('answerDialog', { answer: 'confirm', content: text });
      });
    },
    dismiss: (): Promise<void> =>
      this.context.log.run(
        'dialog.dismiss',
        async () => void (await this.mini.native().cancelModal()),
      ),
    /**
     * By text or by place, one for each column; `{ timeout }` may come last. The simulator's; on
     * DevTools mock the method.
     */
    choose: async (...given: readonly (WantedChoice | WaitOptions)[]): Promise<void> => {
      const { choices, options } = readChoices('dialog.choose', given);
      const { timeout = this.context.timeout } = options;
      await this.context.log.run(`dialog.choose ${choices.join(', ')}`, async () => {
        await this.context.extras.ask('choose', { choices, timeout });
      });
    },
    /** What it says; null for none. The simulator's. */
    read: async (): Promise<unknown> => (await this.context.extras.ask('surface')).surface ?? null,
  };

  /** WeChat's sheets: privacy, the phone number, a scope. */
  readonly sheet = {
    allow: (): Promise<void> =>
      this.context.log.run(
        'sheet.allow',
        async () => void (await this.mini.native().authorizeAllow()),
      ),
    reject: (): Promise<void> =>
      this.context.log.run(
        'sheet.reject',
        async () => void (await this.mini.native().authorizeCancel()),
      ),
  };

  /**
   * Answers `wx.request` to these addresses until `unroute`; the last one that fits counts, and what
   * fits none goes on. A text may have `*`.
   */
  route(url: Text, answer: RouteAnswer): Promise<void> {
    return this.#wx.route(url, answer);
  }
  unroute(): Promise<void> {
    return this.#wx.unroute();
  }
  /** What the program has asked while there was a route: `{ url, method, data }`. */
  requests(): Promise<readonly unknown[]> {
    return this.#wx.calls('request');
  }
  /**
   * `wx.<method>` from now on: a result, which with `errMsg: '...:fail ...'` is a failure, or a
   * function that runs in the program and gets the call's arguments and then `args`.
   */
  mock(method: string, answer: unknown, ...args: readonly unknown[]): Promise<void> {
    return this.#wx.mock(method, answer, args);
  }
  unmock(method: string): Promise<void> {
    return this.#wx.unmock(method);
  }
  /** The first argument of each call of a mocked method. */
  calls(method: string): Promise<readonly unknown[]> {
    return this.#wx.calls(method);
  }

  /** Runs in the program; no closures. */
  evaluate(fn: string | ((...args: never[]) => unknown), ...args: unknown[]): Promise<unknown> {
    return this.mini.evaluate(fn, ...args);
  }

  readonly clock = {
    now: async (): Promise<number> => Number((await this.#clock('now')).now),
    /** ms of the phone's clock, in no time; timers fire. */
    advance: async (ms: number): Promise<void> => {
      checkArgument('clock.advance: the time', ms, MS);
      await this.context.log.run(
        `clock.advance ${ms}`,
        async () => void (await this.#clock('advance', ms)),
      );
    },
    /** Time stands still but for `advance`, until `start`. */
    stop: async (): Promise<void> => void (await this.#clock('stop')),
    start: async (): Promise<void> => void (await this.#clock('start')),
  };

  /** Whether the simulator is under it, and not DevTools. */
  get isSimulator(): boolean {
    return this.context.extras.isSimulator;
  }

  /** Leaves the program alone, or closes what `launch` has started. */
  close(): Promise<void> {
    return this.#end();
  }

  override toString(): string {
    return 'program';
  }

  #clock(verb: string, ms = 0): Promise<Record<string, unknown>> {
    return this.context.extras.ask('clock', { verb, ms });
  }

  async #route(method: string, url: string, options: WaitOptions = {}): Promise<void> {
    checkArgument(`${method === 'reLaunch' ? 'goto' : method}: the address`, url, NAME);
    checkOptions(method, options, WAIT);
    const { timeout = this.context.timeout } = options;
    const from = url.startsWith('/') ? url : `/${url}`;
    await this.context.log.run(`${method} ${from}`, async () => {
      // Not the client's own method, which sleeps 3 s.
      await this.mini.callWxMethod(method, { url: from });
      await this.#untilPath(from.slice(1).replace(/\?.*$/, ''), timeout);
    });
  }

  async #untilPath(path: Text, timeout: number): Promise<void> {
    let now = '';
    try {
      await retry(timeout, async () => {
        now = await this.path();
        const fits = typeof path === 'string' ? now === path : now.search(path) >= 0;
        if (!fits) throw new Error(`the page in front is ${now}`);
      });
    } catch (cause) {
      if (cause instanceof Stopped) throw cause;
      const place = await whatIsThere(this.context);
      throw new Error(`waited ${timeout} ms for the page ${path}\n${place}`, { cause });
    }
  }
}

export interface ProgramOptions {
  /** Of every wait, ms; default 5,000, or `SIMULATOR_PATIENCE`. */
  readonly timeout?: number;
}

/** A program that the official client drives already. */
export async function programOf(
  mini: Mini,
  options: ProgramOptions = {},
  end: () => Promise<void> = async () => undefined,
): Promise<Program> {
  checkOptions('programOf', options, WAIT);
  const { timeout = defaultTimeout() } = options;
  const extras = await askExtras(mini);
  const log = new StepLog();
  const errors = new ErrorLog(mini, log);
  await watchProgram({ mini, extras, log, errors });
  return new Program({ mini, extras, log, errors, timeout }, end);
}
