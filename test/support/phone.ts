import { expect } from '@jest/globals';
import { runGit } from '@mini-login/platform/git';
import { withSlashes } from '@mini-login/platform/paths';
import type { Conclusion, LaunchPreferences, ReturnContract } from '@mini-login/server';
import {
  type DeviceInfo,
  type LaunchRequest,
  type Misbehaviour,
  type NetworkMode,
  openPhone,
  type PhoneBrowser,
  type ProfileName,
  startAutomator,
  type TimelineEntry,
} from '@mini-login/simulator';
import { type Program, programOf, type WaitOptions } from '@mini-login/simulator/test';
import getPort from 'get-port';
import automator from 'miniprogram-automator';
import type { Environment } from '../../scripts/environment';
import { appInNode } from '../../scripts/journey/app';
import { startTrace } from '../../scripts/trace/recorder';
import { traceSetting } from './trace-setting';

export type Mini = Awaited<ReturnType<typeof automator.connect>>;
export type TestPage = NonNullable<Awaited<ReturnType<Mini['currentPage']>>>;

/** How the phone is when the test begins. */
export interface PhoneSetting {
  /** An id of the sandbox's people: who holds it. Default: somebody with an account. */
  readonly person?: string;
  readonly profile?: ProfileName;
  readonly device?: Partial<DeviceInfo>;
  readonly misbehave?: Partial<Misbehaviour>;
  readonly network?: NetworkMode;
}

/**
 * A phone with the mini program, for tests: fingers and eyes are the official client's, so they are
 * the same on DevTools. What stands under "the simulator's" rejects on DevTools; a journey says
 * what it needs of it (`abilities.ts`) and is skipped there.
 *
 *     await phone.logIn('session');
 *     await phone.tap('consent-box');
 *     await phone.tap('primary');
 *     await phone.allow();
 *     expect((await phone.conclusion()).ok).toBe(true);
 */
export interface TestPhone {
  /** The unmodified miniprogram-automator. */
  readonly mini: Mini;
  /** Locators, dialogs, routes over it. */
  readonly program: Program;
  /** In front now. */
  page(): Promise<TestPage>;
  /** Waits until a page with this path is in front. */
  onPage(path: string): Promise<void>;
  /** Waits until the program shows this screen (`.screen-<name>`). */
  screen(name: string): Promise<void>;
  /** Taps the handle with this id as soon as it can be tapped. */
  tap(id: string, options?: WaitOptions): Promise<void>;
  /** Waits for the handle with this id, and reads it. */
  text(id: string): Promise<string>;
  /** Whether a handle is there now. */
  shows(id: string): Promise<boolean>;
  /** In WeChat's own sheet. */
  allow(): Promise<void>;
  reject(): Promise<void>;
  /** Opens a page as nobody: no app, no scene that matters. */
  open(path: string): Promise<void>;

  /** The app begins a login and launches the program with it. The simulator's: caller. */
  logIn(contract: ReturnContract, preferences?: LaunchPreferences): Promise<void>;
  /** As any app, or WeChat itself, would. The simulator's: caller. */
  launch(request: LaunchRequest): Promise<void>;
  /**
   * What the app that began the login makes of its answer, once it has one. The simulator's:
   * result.
   */
  conclusion(): Promise<Conclusion>;
  /** All texts that an app has received. The simulator's: result. */
  received(): Promise<readonly string[]>;
  /** Waits for the first of them. */
  answer(): Promise<string>;
  /** Waits until there are so many. */
  answers(count: number): Promise<readonly string[]>;
  /** The simulator's: life. */
  background(): Promise<void>;
  foreground(): Promise<void>;
  back(): Promise<void>;
  kill(): Promise<void>;
  /** ms of the phone's clock, in no time. The simulator's: clock. */
  wait(ms: number): Promise<void>;
  /**
   * Does something while the phone's time stands still, but for `wait`: how long the machine takes
   * for it does not count. The simulator's: clock.
   */
  inNoTime(run: () => Promise<void>): Promise<void>;
  network(mode: NetworkMode): Promise<void>;
  /** A setting of the phone, as its language. The simulator's: life. */
  setDevice(change: Partial<DeviceInfo>): Promise<void>;
  /** How WeChat behaves from now on. The simulator's: servers. */
  misbehave(change: Partial<Misbehaviour>): Promise<void>;
  /** Everything that has happened. The simulator's. */
  timeline(): readonly TimelineEntry[];
  /** Writes everything that happened into one HTML file, `out/my-test.html`. The simulator's. */
  trace(file: string, error?: unknown): Promise<void>;
  close(): Promise<void>;
}

/** A phone of the simulator, of its own: with its own process, storage and clock. */
export async function openTestPhone(
  environment: Environment,
  browser: PhoneBrowser,
  { person = 'existing', ...setting }: PhoneSetting,
  title: string,
): Promise<TestPhone> {
  const phone = await openPhone({
    simulator: environment.simulator,
    browser,
    person,
    scale: 1,
    app: environment.app,
    ...setting,
  });
  const { pictures } = traceSetting();
  const trace = startTrace(phone, { pictures });
  const server = await startAutomator({ phone, onFrame: trace.onFrame });
  const mini = await automator.connect({ wsEndpoint: server.wsEndpoint });
  const program = await programOf(mini);
  const { log } = program.context;
  trace.recordSteps(log);
  let attempt: Awaited<ReturnType<typeof appInNode>> | undefined;

  return {
    ...driverMethodsOf(program),
    open: (path) => log.run(`open ${path}`, () => phone.launch({ path, scene: 1001 })),
    logIn: (contract, preferences = {}) =>
      log.run(`logIn ${contract}`, async () => {
        attempt = await appInNode(phone, environment, { contract }, preferences);
        await attempt.launch();
      }),
    launch: (request) => log.run('launch', () => phone.launch(request)),
    conclusion: () =>
      log.run('conclusion', () => {
        if (!attempt) throw new Error('no login was begun: logIn() first');
        return attempt.conclude();
      }),
    received: () => phone.received(),
    async answer() {
      const [first = ''] = await phone.waitForReceived(1);
      return first;
    },
    answers: (count) => phone.waitForReceived(count),
    background: () => log.run('background', () => phone.background()),
    foreground: () => log.run('foreground', () => phone.foreground()),
    back: () => log.run('back', () => phone.back()),
    kill: () => log.run('kill', () => phone.kill()),
    wait: (ms) => log.run(`wait ${ms}`, () => phone.clock.advance(ms)),
    async inNoTime(run) {
      await phone.clock.stop();
      await run().finally(() => phone.clock.start());
    },
    network: (mode) => log.run(`network ${mode}`, () => phone.network(mode)),
    setDevice: (change) => phone.device.set(change),
    misbehave: (change) => phone.misbehave(change),
    timeline: () => phone.timeline(),
    trace: async (file, error) => {
      const { SDKVersion } = await phone.device.get();
      const around = { library: SDKVersion, person, profile: setting.profile ?? 'ios' };
      await trace.write(file, {
        title,
        environment: { ...whereItRan(title), ...around },
        ...(error === undefined ? {} : { error }),
      });
    },
    async close() {
      mini.disconnect();
      await trace.stop();
      await server.close();
      await phone.close();
    },
  };
}

/** For a trace: what was tested, and the command that does it again, with pictures too. */
function whereItRan(title: string): Readonly<Record<string, string>> {
  const { testPath = '' } = expect.getState();
  const test = withSlashes(testPath)
    .replace(/^.*\/(?=test\/journeys\/)/, '')
    .replace(/\.test\.ts$/, '');
  const { stdout } = runGit(import.meta.dirname, ['rev-parse', '--short', 'HEAD']);
  const again = `npm test -- ${test}`;
  return {
    ...{ test: title, commit: stdout.trim(), again },
    ...(traceSetting().pictures === 'all' ? {} : { 'with pictures': `TRACE=pictures ${again}` }),
  };
}

/** The real DevTools: one window for all tests, opened by its cli. */
export async function openDevTools(cliPath: string, project: string): Promise<TestPhone> {
  // The client's own choice may be taken before DevTools listens there.
  const mini = await automator.launch({
    cliPath,
    projectPath: project,
    port: await getPort({ host: '127.0.0.1' }),
  });
  const cannot = () => {
    throw new Error(
      "DevTools can't do this: name what the journey needs, and it is skipped there (test/support/abilities.ts)",
    );
  };
  return {
    ...driverMethodsOf(await programOf(mini)),
    async open(path) {
      await mini.reLaunch(`/${path.replace(/^\//, '')}`);
    },
    logIn: cannot,
    launch: cannot,
    conclusion: cannot,
    received: cannot,
    answer: cannot,
    answers: cannot,
    background: cannot,
    foreground: cannot,
    back: cannot,
    kill: cannot,
    wait: cannot,
    inNoTime: cannot,
    network: cannot,
    setDevice: cannot,
    misbehave: cannot,
    timeline: () => [],
    // A picture of the last moment is what there is.
    trace: (file) =>
      mini.screenshot({ path: file.replace(/\.html$/, '.png') }).then(() => undefined),
    close: () => mini.close(),
  };
}

type DriverMethods = Pick<
  TestPhone,
  'mini' | 'program' | 'page' | 'onPage' | 'screen' | 'tap' | 'text' | 'shows' | 'allow' | 'reject'
>;

/** The simulator's test API, which the official client is under. */
function driverMethodsOf(program: Program): DriverMethods {
  const handle = (id: string) => program.locator(`#${id}`).first();
  return {
    mini: program.mini,
    program,
    page: () => program.page(),
    onPage: (path) => program.waitForPath(path),
    screen: (name) => program.locator(`.screen-${name}`).waitFor(),
    tap: (id, options) => handle(id).tap(options),
    text: (id) => handle(id).textContent(),
    shows: async (id) => (await program.locator(`#${id}`).count()) > 0,
    allow: () => program.sheet.allow(),
    reject: () => program.sheet.reject(),
  };
}
