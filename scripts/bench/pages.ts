import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  openBrowser,
  openPhone,
  type PhoneBrowser,
  type Simulator,
  startSimulator,
} from '@mini-login/simulator';
import type { Environment } from '../environment';
import { root } from '../setup/say.mjs';
import { median, type Numbers, timed } from './numbers';

/**
 * The smallest program that WeChat would take: what the login page is compared with. It goes by our
 * project.config.json.
 */
const EMPTY_PROGRAM = {
  'miniprogram/app.json': JSON.stringify({ pages: ['pages/empty/empty'] }),
  'miniprogram/app.js': 'App({});',
  'miniprogram/pages/empty/empty.js': 'Page({});',
  'miniprogram/pages/empty/empty.json': '{}',
  'miniprogram/pages/empty/empty.wxml': '<view></view>',
};

/**
 * Until the login page is ready: after the start of a browser, and against an empty page in the
 * same browser, turn by turn, so that a busy machine slows both.
 */
export async function pageNumbers(
  environment: Environment,
  path: string,
  rounds: number,
): Promise<Numbers> {
  const folder = writeEmptyProgram();
  // With the simulator's own cloud: it is no program of this environment's WeChat.
  const empty = await startSimulator({ project: folder });
  try {
    const starts: number[] = [];
    const login: number[] = [];
    const nothing: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const browser = await timed(openBrowser);
      try {
        const { ms } = await timed(() => open(browser.value, environment.simulator, path));
        starts.push(browser.ms + ms);
        // The browser has warmed up on the first phone; these two start alike.
        nothing.push(await open(browser.value, empty, 'pages/empty/empty'));
        login.push(await open(browser.value, environment.simulator, path));
      } finally {
        // What stays open keeps the command from ending, also when this fails.
        await browser.value.close();
      }
    }
    return {
      'browser.toLoginReady.ms': median(starts),
      'page.ready.ms': median(login),
      'page.empty.ready.ms': median(nothing),
    };
  } finally {
    await empty.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** On a phone of its own. ms from the launch to the ready page. */
async function open(browser: PhoneBrowser, simulator: Simulator, path: string): Promise<number> {
  const phone = await openPhone({ browser, simulator });
  try {
    return (await timed(() => phone.launch({ path }))).ms;
  } finally {
    await phone.close();
  }
}

function writeEmptyProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-empty-'));
  copyFileSync(join(root, 'project.config.json'), join(folder, 'project.config.json'));
  for (const [path, text] of Object.entries(EMPTY_PROGRAM)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
