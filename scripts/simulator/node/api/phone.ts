import { writeFile } from 'node:fs/promises';
import type { BrowserContext, Page as Tab } from 'playwright-core';
import type { Misbehaviour } from '../../contract/misbehaviour';
import type { LaunchRequest, NetworkMode, OpenDialog, Person, PhoneState } from '../../contract/phone';
import type { DeviceInfo } from '../../contract/process';
import { PROFILES, type Profile } from '../../contract/profiles';
import type { CompileError } from '../../contract/program';
import type { TimelineEntry } from '../../contract/timeline';
import { startSimulator } from '../server/server';
import { asked } from './asked';
import { HeadlessBrowser, openBrowser } from './browser';
import { programById } from './by-id';
import { AutomatedProgram } from './mini-program';
import { OpenedSheet } from './sheet';
import { TimelineMirror } from './timeline-mirror';
import { Finger } from './touch';
import type { MiniProgram, Phone, PhoneOptions, Sheet } from './types';
import { waiting } from './waiting';

/**
 * Opens a phone: starts what it was not given (a simulator, a browser) and ends that with the phone.
 *
 * @throws When the simulator does not start, no browser is installed, or WeChat's cloud double can't be reached.
 */
export async function openPhone(options: PhoneOptions): Promise<Phone> {
  const ends: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const simulator = 'url' in options.simulator ? options.simulator : await startSimulator(options.simulator);
    if (simulator !== options.simulator) ends.push(() => simulator.close());
    const browser = options.browser ?? (await openBrowser());
    if (!options.browser) ends.push(() => browser.close());
    if (!(browser instanceof HeadlessBrowser)) throw new TypeError('PhoneOptions.browser must come from openBrowser()');
    const profile = profileOf(options);
    const { screenWidth, screenHeight } = profile.device;
    const context = await browser.newContext({ width: screenWidth, height: screenHeight }, options.scale ?? 2);
    ends.push(() => context.close());
    const phone = await BrowserPhone.open(context, simulator.phoneUrl, options, profile, close);
    return phone;
  } catch (error) {
    await close();
    throw error;
  }
}

/** The kind of phone, and what this one has otherwise. */
function profileOf({ profile = 'ios', device, misbehave }: PhoneOptions): Profile {
  const kind: Profile = PROFILES[profile];
  return { device: { ...kind.device, ...device }, misbehave: { ...kind.misbehave, ...misbehave } };
}

class BrowserPhone implements Phone {
  readonly miniProgram: MiniProgram;
  readonly byId: Phone['byId'];
  readonly clock: Phone['clock'];
  readonly device: Phone['device'];
  readonly #tab: Tab;
  readonly #timeline: TimelineMirror;
  readonly #close: () => Promise<void>;

  private constructor(tab: Tab, timeline: TimelineMirror, close: () => Promise<void>) {
    this.#tab = tab;
    this.#timeline = timeline;
    this.#close = close;
    const finger = new Finger(tab);
    this.miniProgram = new AutomatedProgram(tab, finger);
    this.byId = programById(tab, finger);
    this.clock = {
      now: () => tab.evaluate(() => window.phone.clock.now()),
      advance: (ms) => tab.evaluate((by) => window.phone.clock.advance(by), ms),
    };
    this.device = {
      get: () => tab.evaluate(() => window.phone.device),
      set: (change) => this.#setDevice(change),
    };
  }

  static async open(
    context: BrowserContext,
    url: string,
    options: PhoneOptions,
    profile: Profile,
    close: () => Promise<void>,
  ): Promise<BrowserPhone> {
    const tab = await context.newPage();
    // Functions that cross to the page may have been compiled by esbuild, which names them by this helper.
    await tab.addInitScript('globalThis.__name ??= (named) => named');
    const timeline = await TimelineMirror.attach(tab);
    const query = new URLSearchParams({ motion: 'off', device: JSON.stringify(profile.device) });
    if (options.app) query.set('app', JSON.stringify(options.app));
    if (options.person) query.set('person', options.person);
    await tab.goto(`${url}?${query}`);
    await asked(tab.evaluate(() => window.phone.ready));
    const phone = new BrowserPhone(tab, timeline, close);
    if (options.network) await phone.network(options.network);
    if (Object.keys(profile.misbehave).length > 0) await phone.misbehave(profile.misbehave);
    return phone;
  }

  launch(request: LaunchRequest = {}): Promise<void> {
    return asked(this.#tab.evaluate((how) => window.phone.launch(how), request));
  }

  background(): Promise<void> {
    return this.#tab.evaluate(() => window.phone.background());
  }

  async closeByCapsule(): Promise<void> {
    await asked(this.#tab.locator('.wechat > .navigation-bar [data-testid="capsule-close"]').tap({ timeout: 2_000 }));
  }

  foreground(options: { readonly scene?: number } = {}): Promise<void> {
    return asked(this.#tab.evaluate((given) => window.phone.foreground(given), options));
  }

  kill(): Promise<void> {
    return this.#tab.evaluate(() => window.phone.kill());
  }

  back(): Promise<void> {
    return this.#tab.evaluate(() => window.phone.back());
  }

  async tapTab(index: number): Promise<void> {
    await asked(this.#tab.locator(`.tab-bar [data-testid="tab-${index}"]`).tap({ timeout: 2_000 }));
    await this.#tab.evaluate(() => window.phone.process?.idle());
  }

  hold(personId: string): Promise<void> {
    return this.#tab.evaluate((id) => window.phone.hold(id), personId);
  }

  people(): Promise<readonly Person[]> {
    return this.#tab.evaluate(() => window.phone.people());
  }

  network(mode: NetworkMode): Promise<void> {
    return this.#tab.evaluate((next) => window.phone.network(next), mode);
  }

  misbehave(change: Partial<Misbehaviour>): Promise<void> {
    return this.#tab.evaluate((next) => window.phone.misbehave(next), change);
  }

  state(): Promise<PhoneState> {
    return this.#tab.evaluate(() => window.phone.state);
  }

  async sheet({ timeout }: { readonly timeout?: number } = {}): Promise<Sheet> {
    const open = await waiting("one of WeChat's sheets", () => this.#tab.evaluate(() => window.phone.sheet), timeout);
    return new OpenedSheet(this.#tab, open);
  }

  dialog(): Promise<OpenDialog | null> {
    return this.#tab.evaluate(() => window.phone.dialog);
  }

  answerDialog(answer: string, content?: string): Promise<void> {
    return this.#tab.evaluate(([said, typed]) => window.phone.answerDialog(said, typed), [answer, content] as const);
  }

  problems(): Promise<readonly CompileError[]> {
    return this.#tab.evaluate(() => window.phone.problems);
  }

  async tapInApp(selector: string, { timeout = 5_000 }: { readonly timeout?: number } = {}): Promise<void> {
    await this.#tab.frameLocator('iframe.app-frame').locator(selector).tap({ timeout });
  }

  received(): Promise<readonly string[]> {
    return this.#tab.evaluate(() => window.phone.received);
  }

  waitForReceived(count = 1, { timeout }: { readonly timeout?: number } = {}): Promise<readonly string[]> {
    return waiting(
      `${count} message(s) to the app`,
      async () => {
        const received = await this.received();
        return received.length >= count ? received : null;
      },
      timeout,
    );
  }

  timeline(): readonly TimelineEntry[] {
    return this.#timeline.entries;
  }

  on(_event: 'timeline', listener: (entry: TimelineEntry) => void): () => void {
    return this.#timeline.subscribe(listener);
  }

  waitForEntry(
    matches: (entry: TimelineEntry) => boolean,
    { timeout }: { readonly timeout?: number } = {},
  ): Promise<TimelineEntry> {
    return waiting('a matching entry on the time line', async () => this.#timeline.entries.find(matches) ?? null, timeout);
  }

  async screenshot({ path, of = 'phone' }: { readonly path?: string; readonly of?: 'phone' | 'page' } = {}): Promise<Buffer> {
    const picture =
      of === 'page' ? await this.#tab.locator('.program').screenshot() : await this.#tab.screenshot({ animations: 'disabled' });
    if (path !== undefined) await writeFile(path, picture);
    return picture;
  }

  async evaluateInFrame(script: string, ...args: readonly unknown[]): Promise<unknown> {
    const frame = await this.#programFrame();
    return await frame.evaluate(
      ([source, given]) => {
        const run: unknown = new Function('args', `return (${source})`)(given);
        return typeof run === 'function' ? run(...given) : run;
      },
      [script, args] as const,
    );
  }

  close(): Promise<void> {
    return this.#close();
  }

  async #programFrame() {
    const element = await this.#tab.$('.program-place iframe');
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('no mini program runs on this phone: launch() first');
    return frame;
  }

  async #setDevice(change: Partial<DeviceInfo>): Promise<void> {
    await this.#tab.evaluate((next) => window.phone.setDevice(next), change);
    const { screenWidth, screenHeight } = await this.device.get();
    await this.#tab.setViewportSize({ width: screenWidth, height: screenHeight });
  }
}
