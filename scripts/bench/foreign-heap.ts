import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { linkFolder } from '@mini-login/platform/files';
import {
  openPhone,
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

/**
 * What a program that is not ours leaves in a phone's document: bytes, from launch to launch, once
 * what is kept once is there.
 */
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

/** So many launches first, so that what is kept once is not counted. */
const WARM_UP = 20;

/** Of one phone's document, bytes, from launch to launch of the same program. */
export async function heapGrowth(
  simulator: Simulator,
  browser: PhoneBrowser,
  launches: number,
): Promise<number> {
  const phone = await openPhone({ simulator, browser, scale: 1 });
  try {
    let warm = 0;
    for (let launch = 1; launch <= WARM_UP + launches; launch += 1) {
      await phone.launch({ scene: 1001 });
      await phone.kill();
      if (launch === WARM_UP) warm = await phone.heapBytes();
    }
    return Math.max(0, (await phone.heapBytes()) - warm);
  } finally {
    await phone.close();
  }
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
