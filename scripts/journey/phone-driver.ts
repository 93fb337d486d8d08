import type { Element, Phone, TimelineEntry } from '@mini-login/simulator';

/** The next thing that happens on the phone and that a person reacts to. */
export type PhoneChange =
  | { readonly kind: 'screen'; readonly screen: string }
  | { readonly kind: 'sheet'; readonly sheet: string }
  /** The app is back in front and has this. */
  | { readonly kind: 'extMsg'; readonly extMsg: string };

/** All that a walk needs of a phone. */
export interface PhoneDriver {
  /** The app's button "Log in with WeChat". */
  launch(path: string): Promise<void>;
  /**
   * What happens next; each thing is seen once. Rejects with what is on the screen when nothing
   * happens for `timeout` ms.
   */
  next(): Promise<PhoneChange>;
  /** Taps the element with this id as soon as it can be tapped. */
  tap(id: string): Promise<void>;
  /** Waits until an element with this id is to be seen, at rest and inside the screen. */
  find(id: string): Promise<void>;
  answerSheet(answer: 'allow' | 'reject'): Promise<void>;
}

/** ms of real time: for a machine that is busy otherwise. */
export const timeout = Math.max(60_000, Number(process.env.SIMULATOR_PATIENCE) || 0);

/** The driver on a phone of the simulator. */
export function drivePhone(phone: Phone): PhoneDriver {
  let seen = 0;
  const pageInFront = () => phone.miniProgram.currentPage();
  return {
    launch: (path) => phone.launch({ path }),
    async next() {
      const unseen = (entry: TimelineEntry) =>
        entry.id > seen && changeOf(entry) !== null && !isShownAgain(entry, phone.timeline());
      const entry = await phone.waitForEntry(unseen, { timeout }).catch((cause: unknown) => {
        throw new Error(
          `nothing happened for ${timeout} ms; the last on the phone: ${lately(phone.timeline())}`,
          { cause },
        );
      });
      seen = entry.id;
      const change = changeOf(entry);
      if (change === null) throw new Error(`entry ${entry.id} changed while it was looked at`);
      return change;
    },
    async tap(id) {
      const page = await pageInFront();
      let problem: unknown;
      // It may still be waiting for something, or sliding in: a person tries again too.
      const tapped = async () => {
        const element = await page.$(`#${id}`);
        if (element === null) return false;
        try {
          // The page may draw itself again meanwhile: then this element is gone, and the next try
          // finds its successor.
          if ((await element.property('disabled')) === true) return false;
          await element.tap();
          return true;
        } catch (error) {
          problem = error;
          return false;
        }
      };
      await page.waitFor(tapped, { timeout }).catch((cause: unknown) => {
        const why = problem instanceof Error ? problem.message : 'it is not there, or disabled';
        throw new Error(`${id} could not be tapped in ${timeout} ms: ${why}`, { cause });
      });
    },
    async find(id) {
      const page = await pageInFront();
      const screenHeight = Number(await phone.evaluateInFrame('innerHeight'));
      let lastTop = Number.NaN;
      const rests = async () => {
        const element = await page.$(`#${id}`);
        const place = element === null ? null : await placeOf(element);
        if (place === null) return false;
        const { top, height } = place;
        const rested = top === lastTop;
        lastTop = top;
        return rested && height > 0 && top + height <= screenHeight;
      };
      await page.waitFor(rests, { timeout });
    },
    async answerSheet(answer) {
      const sheet = await phone.sheet({ timeout });
      await (answer === 'allow' ? sheet.allow() : sheet.reject());
    },
  };
}

/** Null when the page has drawn itself again meanwhile, and the element is gone. */
async function placeOf(
  element: Element,
): Promise<{ readonly top: number; readonly height: number } | null> {
  try {
    const { top } = await element.offset();
    const { height } = await element.size();
    return { top, height };
  } catch {
    return null;
  }
}

function changeOf(entry: TimelineEntry): PhoneChange | null {
  switch (entry.kind) {
    case 'screen':
      return entry.screen === undefined ? null : { kind: 'screen', screen: entry.screen };
    case 'sheet':
      return { kind: 'sheet', sheet: entry.sheet };
    case 'extMsg':
      return { kind: 'extMsg', extMsg: entry.extMsg };
    default:
      return null;
  }
}

/**
 * WeChat's own sheet hid the program and is gone, or the person left and came back: the same screen
 * as before is nothing new to them.
 */
function isShownAgain(entry: TimelineEntry, timeline: readonly TimelineEntry[]): boolean {
  if (entry.kind !== 'screen') return false;
  const before = timeline.slice(0, timeline.indexOf(entry));
  const last = before.findLastIndex(({ kind }) => kind === 'screen');
  const previous = before[last];
  const between = before.slice(last);
  const cameBack =
    between.some(
      (each) => each.kind === 'phone' && (each.what === 'uncovered' || each.what === 'foreground'),
    ) && !between.some(({ kind }) => kind === 'launch');
  return cameBack && previous?.kind === 'screen' && previous.screen === entry.screen;
}

/** The last few entries, for an error's words: kinds and names, no values. */
function lately(timeline: readonly TimelineEntry[]): string {
  const words = timeline.slice(-6).map((entry) => {
    switch (entry.kind) {
      case 'screen':
        return `screen ${entry.screen ?? entry.page}`;
      case 'sheet':
        return `sheet ${entry.sheet}`;
      case 'wx':
        return `wx.${entry.api} ${entry.outcome ?? 'under way'}`;
      case 'tap':
        return `tap on ${entry.target}`;
      case 'error':
        return `error: ${entry.message}`;
      default:
        return entry.kind;
    }
  });
  return words.join(', ');
}
