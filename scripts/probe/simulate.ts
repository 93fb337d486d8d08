import { createClock, startSandbox } from '@mini-login/sandbox';
import { openPhone, type Phone, type PhoneBrowser, type PhoneOptions } from '@mini-login/simulator';
import { buildProbe } from './build';
import { probeQuery } from './program/miniprogram/contract';
import { parseReport, type Report } from './report';

export interface SimulateOptions {
  readonly browser?: PhoneBrowser;
  readonly device?: PhoneOptions['device'];
  /** Where the built program goes; out/probe when left out. */
  readonly folder?: string;
  /** A picture of the page at the end. */
  readonly screenshot?: string;
}

/** The probe's own, and that of the app that opens it: made up, in WeChat's form. */
const appid = 'wx0000000000000bee';
const app = { appId: 'wx0000000000000a99', name: 'Test app' };

/**
 * Builds the probe, opens it in the simulator as an app does, does by hand what a person would, and
 * gives its report.
 */
export async function probeSimulator({
  browser,
  device,
  folder,
  screenshot,
}: SimulateOptions = {}): Promise<Report> {
  const project = await buildProbe({ appid, ...(folder === undefined ? {} : { to: folder }) });
  const sandbox = await startSandbox({ clock: createClock(), tenant: { connection: { appid } } });
  let phone: Phone | undefined;
  try {
    phone = await openPhone({
      simulator: { project, cloud: sandbox.wechat.url, requestDomains: [], hosts: {} },
      app,
      ...(browser === undefined ? {} : { browser }),
      ...(device === undefined ? {} : { device }),
    });
    await phone.launch({ path: `pages/probe/probe?${probeQuery}` });
    await untilAsked(phone);
    await answerManually(phone);
    await goingBack(phone);
    if (screenshot !== undefined) await phone.screenshot({ path: screenshot });
    const page = await phone.miniProgram.currentPage();
    return parseReport(String(await page.data('report')));
  } finally {
    await phone?.close();
    await sandbox.close();
  }
}

async function untilAsked(phone: Phone): Promise<void> {
  // The first: a check opens another page for a moment.
  const [page] = await phone.miniProgram.pageStack();
  // An undeclared host may take its whole time-out.
  await page?.waitFor(async () => (await page.data('asked')) === true, { timeout: 30_000 });
}

async function answerManually(phone: Phone): Promise<void> {
  await tapAndAnswer(phone, '#privacy', 'reject');
  await tapAndAnswer(phone, '#privacy', 'reject');
  await phone.clock.advance(20_000);
  await tapAndAnswer(phone, '#coupled', 'allow');
  await tapAndAnswer(phone, '#phone', 'reject');
  await tapAndAnswer(phone, '#phone', 'reject');
  await phone.clock.advance(20_000);
  await tapAndAnswer(phone, '#phone', 'allow');
  await tapAndAnswer(phone, '#removed', 'allow');
  await phone.clock.advance(13_000);
  await tapAndAnswer(phone, '#copy', 'allow');
  await phone.background();
  await phone.clock.advance(10_000);
  await phone.foreground();
  await phone.clock.advance(2_000);
}

/** Answers whatever WeChat asks after the tap: no sheet, one, or two in a row. */
async function tapAndAnswer(
  phone: Phone,
  selector: string,
  answer: 'allow' | 'reject',
): Promise<void> {
  await tap(phone, selector);
  for (;;) {
    const sheet = await phone.sheet({ timeout: 700 }).catch(() => null);
    if (sheet === null) break;
    await sheet[answer]();
  }
  await phone.clock.advance(2_000);
}

/** As a test app does: it takes what came back and launches the probe with it. */
async function goingBack(phone: Phone): Promise<void> {
  for (const sent of ['string', 'object', 'long', 'untapped', 'button']) {
    const before = (await phone.received()).length;
    await tap(phone, `#back-${sent}`);
    await phone.clock.advance(sent === 'untapped' ? 4_500 : 2_000);
    const [got] = (await phone.waitForReceived(before + 1)).slice(before);
    const text = encodeURIComponent((got ?? '').slice(0, 64));
    await phone.launch({
      path: `pages/probe/probe?probe=1&sent=${sent}&got=${text}&gotLength=${got?.length ?? 0}&via=resp`,
    });
    await phone.clock.advance(4_000);
  }
}

async function tap(phone: Phone, selector: string): Promise<void> {
  const page = await phone.miniProgram.currentPage();
  const element = await page.$(selector);
  if (!element) throw new Error(`the probe has no ${selector}`);
  await element.tap();
}
