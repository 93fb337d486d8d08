import type { BrowserContext, Browser as Chromium, Page as Tab } from 'playwright-core';
import { openChromium } from '../chromium/chromium';
import type { PhoneBrowser } from './types';
import { patience } from './waiting';

/**
 * A headless Chromium for any number of phones: the shared one where there is one, else its own.
 *
 * @throws When no browser is installed; the message says what to install.
 */
export async function openBrowser(): Promise<PhoneBrowser> {
  return new HeadlessBrowser(await openChromium());
}

/** A tab that one phone has for as long as it is open. */
export interface LentTab {
  readonly tab: Tab;
  /**
   * What this phone put into the tab (bindings, scripts), to be undone before the next phone gets
   * it.
   */
  undo(each: { dispose(): Promise<void> }): void;
  /** After it, whatever still holds `tab` finds it closed. */
  giveBack(): Promise<void>;
}

/**
 * A phone has a context of its own, and so cookies and storage of its own, while it is open. The
 * next phone gets the tab emptied: its renderer has the phone's and the program's scripts compiled,
 * which makes a launch three times as cheap.
 */
export class HeadlessBrowser implements PhoneBrowser {
  readonly #chromium: Chromium;
  readonly #idle = new Map<number, Tab[]>();

  constructor(chromium: Chromium) {
    this.#chromium = chromium;
  }

  /** @param scale Pixels per CSS px; a tab keeps it for life. */
  async lendTab(screen: { width: number; height: number }, scale: number): Promise<LentTab> {
    const tab = this.#idle.get(scale)?.pop() ?? (await this.#newTab(screen, scale));
    await tab.setViewportSize(screen);
    const toUndo: { dispose(): Promise<void> }[] = [];
    const { lent, end } = whileOpen(tab);
    return {
      tab: lent,
      undo: (each) => void toUndo.push(each),
      giveBack: async () => {
        end();
        await this.#takeBack(tab, scale, toUndo);
      },
    };
  }

  async #newTab(
    viewport: { width: number; height: number },
    deviceScaleFactor: number,
  ): Promise<Tab> {
    const context = await this.#chromium.newContext({
      viewport,
      deviceScaleFactor,
      hasTouch: true,
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(patience());
    return await context.newPage();
  }

  async #takeBack(
    tab: Tab,
    scale: number,
    toUndo: readonly { dispose(): Promise<void> }[],
  ): Promise<void> {
    const context = tab.context();
    try {
      await empty(tab, context);
      await Promise.all(toUndo.map((each) => each.dispose()));
      this.#idle.set(scale, [...(this.#idle.get(scale) ?? []), tab]);
    } catch {
      // Hung or crashed, or the browser is closing: nobody gets this one.
      await context.close().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.#chromium.close();
  }
}

/**
 * How long a tab may take to become empty, ms of real time. A program that loops for ever never lets
 * go of its tab, and takes a whole processor until the tab is closed. Patience is no help here: a
 * healthy tab that is late costs the next phone a new one, and nothing else.
 */
const emptyWithin = 5_000;

async function empty(tab: Tab, context: BrowserContext): Promise<void> {
  const { origin } = new URL(tab.url());
  await tab.goto('about:blank', { timeout: emptyWithin });
  const session = await context.newCDPSession(tab);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
  await context.clearCookies();
}

/** The tab, for somebody who must not touch it any more when another phone is in it. */
function whileOpen(tab: Tab): { lent: Tab; end(): void } {
  let open = true;
  const lent = new Proxy(tab, {
    get(target, name) {
      if (!open) throw new Error('this phone is closed');
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    lent,
    end() {
      open = false;
    },
  };
}
