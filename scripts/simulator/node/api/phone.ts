import { writeFile } from 'node:fs/promises';
import type { CDPSession, Page as Tab } from 'playwright-core';
import { PROFILES, type Profile } from '../../contract/profiles';
import { FRAME } from '../../contract/program';
import { startSimulator } from '../server/server';
import { HeadlessBrowser, type LentTab, openBrowser } from './browser';
import { programById } from './by-id';
import { remoteClock } from './clock';
import { AutomatedProgram } from './mini-program';
import { type RemotePhone, remotePhone } from './remote-phone';
import { OpenedSheet } from './sheet';
import { cancelChoice, choose, tapSurface } from './surface';
import { TimelineMirror } from './timeline-mirror';
import { Finger } from './touch';
import type { Phone, PhoneOptions } from './types';
import { patience, waiting } from './waiting';
import { withPlainError } from './with-plain-error';

/**
 * Opens a phone: starts what it was not given (a simulator, a browser) and ends that with the
 * phone.
 *
 * @throws When the simulator does not start, no browser is installed, or WeChat's cloud double
 *   can't be reached.
 */
export async function openPhone(options: PhoneOptions): Promise<Phone> {
  const ends: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const simulator =
      'url' in options.simulator ? options.simulator : await startSimulator(options.simulator);
    if (simulator !== options.simulator) ends.push(() => simulator.close());
    const browser = options.browser ?? (await openBrowser());
    if (!options.browser) ends.push(() => browser.close());
    if (!(browser instanceof HeadlessBrowser))
      throw new TypeError('PhoneOptions.browser must come from openBrowser()');
    const profile = profileOf(options);
    const { screenWidth, screenHeight } = profile.device;
    const lent = await browser.lendTab(
      { width: screenWidth, height: screenHeight },
      options.scale ?? 2,
    );
    ends.push(() => lent.giveBack());
    return await openIn(lent, simulator.phoneUrl, options, profile, close);
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

/** The whole phone in a browser's tab. */
async function openIn(
  lent: LentTab,
  url: string,
  options: PhoneOptions,
  profile: Profile,
  close: () => Promise<void>,
): Promise<Phone> {
  const { tab } = lent;
  // Functions that cross to the page may have been compiled by esbuild, which names them by this
  // helper.
  lent.undo(await tab.addInitScript('globalThis.__name ??= (named) => named'));
  const timeline = await TimelineMirror.attach(lent);
  const query = new URLSearchParams({ motion: 'off', device: JSON.stringify(profile.device) });
  if (options.app) query.set('app', JSON.stringify(options.app));
  if (options.person) query.set('person', options.person);
  await tab.goto(`${url}?${query}`);
  await withPlainError(tab.evaluate(() => window.phone.ready));

  const finger = new Finger(tab);
  const remote = remotePhone(tab);
  const phone: Phone = {
    ...remote,
    clock: remoteClock(lent),
    ...parts(tab),
    ...touches(tab),
    ...watching(lent, timeline, remote),
    miniProgram: new AutomatedProgram(tab, finger),
    byId: programById(lent, finger),
    close,
  };
  if (options.network) await phone.network(options.network);
  if (Object.keys(profile.misbehave).length > 0) await phone.misbehave(profile.misbehave);
  return phone;
}

function parts(tab: Tab): Pick<Phone, 'device'> {
  const getDevice = () => tab.evaluate(() => window.phone.device);
  return {
    device: {
      get: getDevice,
      async set(change) {
        await tab.evaluate((next) => window.phone.setDevice(next), change);
        const { screenWidth, screenHeight } = await getDevice();
        await tab.setViewportSize({ width: screenWidth, height: screenHeight });
      },
    },
  };
}

type Touches = 'closeByCapsule' | 'tapTab' | 'tapInApp' | 'sheet' | 'choose' | 'cancelChoice';

function touches(tab: Tab): Pick<Phone, Touches> {
  const tapWechat = (selector: string) => tapSurface(tab, `.wechat > ${selector}`);
  return {
    closeByCapsule: () => tapWechat('.navigation-bar [data-testid="capsule-close"]'),
    async tapTab(index) {
      await tapWechat(`.tab-bar [data-testid="tab-${index}"]`);
      await tab.evaluate(() => window.phone.process?.idle());
    },
    async tapInApp(selector, { timeout = patience() } = {}) {
      await tab.frameLocator('iframe.app-frame').locator(selector).tap({ timeout });
    },
    choose: (...given) => {
      const choices = given.filter((each) => typeof each !== 'object');
      const { timeout } = given.find((each) => typeof each === 'object') ?? {};
      return choose(tab, choices, timeout);
    },
    cancelChoice: ({ timeout } = {}) => cancelChoice(tab, timeout),
    async sheet({ timeout } = {}) {
      const open = await waiting(
        "one of WeChat's sheets",
        () => tab.evaluate(() => window.phone.sheet),
        timeout,
      );
      return new OpenedSheet(tab, open);
    },
  };
}

type Watching =
  | 'waitForReceived'
  | 'timeline'
  | 'on'
  | 'waitForEntry'
  | 'screenshot'
  | 'snapshot'
  | 'pick'
  | 'heapBytes'
  | 'cpuMs'
  | 'evaluateInFrame';

function watching(
  { tab, undo }: LentTab,
  timeline: TimelineMirror,
  remote: RemotePhone,
): Pick<Phone, Watching> {
  let camera: Promise<CDPSession> | undefined;
  const openCamera = async () => {
    const session = await tab.context().newCDPSession(tab);
    undo({ dispose: () => session.detach() });
    return session;
  };
  return {
    waitForReceived(count = 1, { timeout } = {}) {
      const enough = async () => {
        const received = await remote.received();
        return received.length >= count ? received : null;
      };
      return waiting(`${count} message(s) to the app`, enough, timeout);
    },
    timeline: () => timeline.entries,
    on: (_event, listener) => timeline.subscribe(listener),
    waitForEntry: (matches, { timeout } = {}) =>
      waiting(
        'a matching entry on the timeline',
        async () => timeline.entries.find(matches) ?? null,
        timeout,
      ),
    async screenshot({ path, of = 'phone' } = {}) {
      const picture = of === 'page' ? await pictureOfPage(tab, remote) : await pictureOfPhone(tab);
      if (path !== undefined) await writeFile(path, picture);
      return picture;
    },
    async snapshot() {
      camera ??= openCamera();
      const { data } = await (await camera).send('Page.captureScreenshot', {
        format: 'jpeg',
        quality: 80,
        optimizeForSpeed: true,
      });
      return Buffer.from(data, 'base64');
    },
    async pick(x, y) {
      if (!(await tab.evaluate(() => window.pickLocator !== undefined)))
        await tab.addScriptTag({ url: '/simulator/picker.js' });
      const ask = ([left, top]: readonly [number, number]) =>
        window.pickLocator?.(left, top) ?? null;
      return await withPlainError(tab.evaluate(ask, [x, y] as const));
    },
    async heapBytes() {
      const session = await tab.context().newCDPSession(tab);
      try {
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize } = await session.send('Runtime.getHeapUsage');
        return usedSize;
      } finally {
        await session.detach();
      }
    },
    async cpuMs(work) {
      const session = await tab.context().newCDPSession(tab);
      const taken = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
      };
      try {
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        const before = await taken();
        await work();
        return (await taken()) - before;
      } finally {
        await session.detach();
      }
    },
    async evaluateInFrame(script, ...args) {
      // The driver knows the frames already: to ask the page for the element costs three questions.
      const frame = tab.frames().findLast((each) => each.url().replace(/\?.*/, '').endsWith(FRAME));
      if (!frame) throw new Error('no mini program runs on this phone: launch() first');
      return await frame.evaluate(
        ([source, given]) => {
          const run: unknown = new Function('args', `return (${source})`)(given);
          return typeof run === 'function' ? run(...given) : run;
        },
        [script, args] as const,
      );
    },
  };
}

/** @throws When the program is not in front: the browser would wait for it. */
async function pictureOfPage(tab: Tab, remote: RemotePhone): Promise<Buffer> {
  const { front, program } = await remote.state();
  if (program === 'none') throw new Error('no mini program runs on this phone: launch() first');
  if (front !== 'program')
    throw new Error('the program is in the background: there is no page in front');
  return await tab.locator('.program').screenshot();
}

/** As Playwright's without animations, but what goes with a scroll stays where that is. */
async function pictureOfPhone(tab: Tab): Promise<Buffer> {
  const stills = await Promise.all(tab.frames().map((frame) => frame.evaluateHandle(standStill)));
  const picture = await tab.screenshot();
  // A frame that is gone by now has nothing to go on.
  for (const resume of stills) await resume.evaluate((go) => go()).catch(() => undefined);
  return picture;
}

/**
 * In a frame of the browser: what moves is at its end, also what begins meanwhile; without an end it
 * is as if it had not begun. Returns the way to go on.
 */
function standStill(): () => void {
  const endless = new Set<Animation>();
  const end = () => {
    for (const animation of document.getAnimations()) {
      if (!(animation.timeline instanceof DocumentTimeline)) continue;
      const until = animation.effect?.getComputedTiming().endTime;
      if (until !== Number.POSITIVE_INFINITY) animation.finish();
      else if (animation.playState === 'running') {
        animation.cancel();
        endless.add(animation);
      }
    }
  };
  end();
  const begun = ['transitionrun', 'animationstart'];
  for (const kind of begun) document.addEventListener(kind, end, true);
  return () => {
    for (const kind of begun) document.removeEventListener(kind, end, true);
    for (const animation of endless) animation.play();
  };
}
