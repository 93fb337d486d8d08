import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { createHostApp, mapOrigins } from '@mini-login/server';
import {
  openBrowser,
  openPhone,
  type Phone,
  type PhoneBrowser,
  startAutomator,
} from '@mini-login/simulator';
import automator from 'miniprogram-automator';
import type { Environment } from '../environment';
import { foreignHeapGrowth, heapGrowth } from './foreign-heap';
import { largeProgramNumbers } from './large-program';
import { type Numbers, timed } from './numbers';

const root = join(import.meta.dirname, '../..');

/** What a machine with two cores runs side by side. */
const lanes = 2;
const journeys = 100;

/**
 * What QA waits for, through the official client. Its own sleeps are a number of their own: nothing
 * here can shorten them.
 */
export async function qaNumbers(environment: Environment): Promise<Numbers> {
  const browser = await openBrowser();
  try {
    const connect = await timed(() => onPhone(environment, browser, async () => undefined));
    const warm = await timed(() => onPhone(environment, browser, logIn));
    const hundred = await timed(() => inLanes(() => onPhone(environment, browser, logIn)));
    const command = await timed(() => journeyCommand());
    // Their children outlive them by 15 s of the client's: see below.
    const instant = await timed(() => launchAndClose(join(import.meta.dirname, 'instant-cli.mjs')));
    const launched = await timed(() => launchAndClose(join(root, 'scripts/simulator/cli')));
    return {
      'qa.connectAndFirstPage.ms': connect.ms,
      'qa.journey.ms': warm.ms,
      'qa.journeys100.ms': hundred.ms,
      'qa.journeysPerMinute.count': (journeys / hundred.ms) * 60_000,
      'qa.command.ms': command.ms,
      // launch and close, against a tool that answers at once.
      'qa.clientSleeps.ms': instant.ms,
      // What the same takes longer here.
      'qa.launchOwn.ms': Math.max(0, launched.ms - instant.ms),
      'qa.heapGrowth40Launches.bytes': await heapGrowth(environment.simulator, browser, 40),
      // Others' components, Vant's here.
      'qa.heapGrowth40ForeignLaunches.bytes': await foreignHeapGrowth(browser, 40),
      ...(await largeProgramNumbers(browser)),
    };
  } finally {
    await browser.close();
  }
}

type Mini = Awaited<ReturnType<typeof automator.connect>>;
type Story = (mini: Mini, phone: Phone) => Promise<void>;

async function onPhone(
  environment: Environment,
  browser: PhoneBrowser,
  story: Story,
): Promise<void> {
  const app = createHostApp(environment.registration, {
    fetch: mapOrigins(environment.origins, fetch),
    now: environment.clock.now,
  });
  const { path } = await app.begin('session');
  const { mobileAppID: appId } = environment.sandbox.genauth.tenant.connection;
  const phone = await openPhone({
    simulator: environment.simulator,
    browser,
    person: 'existing',
    scale: 1,
    app: { appId, name: 'Harbor' },
  });
  const server = await startAutomator({ phone });
  try {
    await phone.launch({ path });
    const mini = await automator.connect({ wsEndpoint: server.wsEndpoint });
    await story(mini, phone);
    mini.disconnect();
  } finally {
    await server.close();
    await phone.close();
  }
}

async function logIn(mini: Mini, phone: Phone): Promise<void> {
  for (const id of ['consent-box', 'primary']) {
    const page = await mini.currentPage();
    const element = await page?.$(`#${id}`);
    if (!element) throw new Error(`there is no #${id}`);
    await element.tap();
  }
  await mini.native().authorizeAllow();
  await phone.waitForReceived(1, { timeout: 30_000 });
}

async function inLanes(run: () => Promise<void>): Promise<void> {
  let left = journeys;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await run();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function launchAndClose(cliPath: string): Promise<void> {
  const mini = await automator.launch({ cliPath, projectPath: root });
  await mini.close();
}

function journeyCommand(): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['scripts/cli/run.mjs', 'journey', '--json'],
      { cwd: root },
      (error) => (error ? reject(error) : resolve()),
    );
  });
}
