import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { linkFolder } from '@mini-login/platform/files';
import {
  openPhone,
  type Phone,
  type PhoneBrowser,
  type Simulator,
  startSimulator,
} from '@mini-login/simulator';

const root = join(import.meta.dirname, '../..');

/** Of others' components, those that keep timers, observers or listeners. */
const COMPONENTS = [
  ...['button', 'cell', 'count-down', 'notice-bar', 'popup', 'progress', 'rate'],
  ...['slider', 'sticky', 'swipe-cell', 'switch', 'tab', 'tabs'],
];

/** What a program that is not ours leaves in a phone's document: bytes, from launch to launch. */
export async function foreignHeapGrowth(browser: PhoneBrowser, launches: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-foreign-'));
  let simulator: Simulator | undefined;
  try {
    linkFolder(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries(program())) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    simulator = await startSimulator({ project: folder });
    return await heapGrowth(simulator, browser, launches);
  } finally {
    await simulator?.close();
    rmSync(folder, { recursive: true });
  }
}

/**
 * Of one phone's document, bytes, from launch to launch of the same program, once the phone is warm.
 *
 * @param use What is done with the program each time that it was launched.
 */
export async function heapGrowth(
  simulator: Simulator,
  browser: PhoneBrowser,
  launches: number,
  use: (phone: Phone) => Promise<unknown> = async () => undefined,
): Promise<number> {
  const phone = await openPhone({ simulator, browser, scale: 1 });
  const launch = async () => {
    await phone.launch({ scene: 1001 });
    await use(phone);
    const entries = await timelineOf(phone);
    await phone.kill();
    return entries;
  };
  /** Until all that the phone keeps of its timeline is newer than this entry. */
  const launchPast = async (entry: number) => {
    for (;;) {
      const entries = await launch();
      if (entries.oldest > entry) return entries;
    }
  };
  try {
    // The phone keeps the newest entries. Until it drops the first, each launch adds to them; what
    // the browser still compiles is less by the time that they all are new once more.
    const full = await launchPast((await launch()).oldest);
    await launchPast(full.newest);
    const warm = await settledHeap(phone);
    for (let count = 0; count < launches; count += 1) await launch();
    return Math.max(0, (await settledHeap(phone)) - warm);
  } finally {
    await phone.close();
  }
}

/** One collection finds what another has set free. */
async function settledHeap(phone: Phone): Promise<number> {
  for (let least = await phone.heapBytes(); ; ) {
    const bytes = await phone.heapBytes();
    if (bytes >= least) return least;
    least = bytes;
  }
}

/** The numbers of the oldest and the newest entry that the phone itself keeps. */
async function timelineOf(phone: Phone): Promise<{ oldest: number; newest: number }> {
  const ids = await phone.evaluateInFrame(
    '[parent.phone.timeline[0].id, parent.phone.timeline.at(-1).id]',
  );
  const [oldest = Number.NaN, newest = Number.NaN] = Array.isArray(ids) ? ids.map(Number) : [];
  return { oldest, newest };
}

function program(): Readonly<Record<string, string>> {
  const usingComponents = Object.fromEntries(
    COMPONENTS.map((name) => [`van-${name}`, `@vant/weapp/${name}/index`]),
  );
  const alone = COMPONENTS.filter((name) => name !== 'tab' && name !== 'tabs');
  return {
    'project.config.json': '{ "appid": "wx0000000000000001", "miniprogramRoot": "src/" }',
    'src/app.json': '{ "pages": ["page"] }',
    'src/app.js': 'App({})',
    'src/page.json': JSON.stringify({ usingComponents }),
    'src/page.wxml': `${alone
      .map(
        (name) => `<van-${name} title="{{ words }}" text="{{ words }}" time="{{ 60000 }}" show />`,
      )
      .join(
        '',
      )}<van-tabs><van-tab title="one">1</van-tab><van-tab title="two">2</van-tab></van-tabs>`,
    'src/page.js':
      "Page({ data: { words: 'words' }, onLoad() { console.log({ page: this.data, at: new Date() }); } })",
  };
}
