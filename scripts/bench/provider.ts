import { openBrowser, type PhoneBrowser } from '@mini-login/simulator';
import { composeProject } from '../brand/compose';
import { ownFolder } from '../brand/program';
import { type Environment, startEnvironment } from '../environment';
import { runJourney } from '../journey/run';
import { root } from '../setup/say.mjs';
import { paint } from './first-paint';
import { launchPath } from './journey';
import { median, type Numbers, timed } from './numbers';

/** What GenAuth is asked to sign somebody in; all before it is before consent. */
const SIGN_IN = '/api/v3/signin-by-mobile';

/** A program that serves many companies against a packaged one, turn by turn in one browser. */
export async function providerNumbers(rounds: number): Promise<Numbers> {
  const open = (name: string) =>
    startEnvironment({ program: composeProject(root, name, ownFolder(root, name)) });
  const [packaged, hosted] = [await open('demo'), await open('gateway')];
  const browser = await openBrowser();
  try {
    const ours = await requestsOf(packaged, browser);
    const theirs = await requestsOf(hosted, browser);
    return {
      'provider.requests.moreBeforeConsent.count': theirs.before - ours.before,
      'provider.requests.moreAfterConsent.count': theirs.after - ours.after,
      ...(await paintNumbers({ packaged, hosted }, browser, rounds)),
      ...(await directoryNumbers(hosted, browser, rounds)),
    };
  } finally {
    await browser.close();
    await Promise.all([packaged.close(), hosted.close()]);
  }
}

async function requestsOf(environment: Environment, browser: PhoneBrowser) {
  const requests = (await logIn(environment, browser)).filter(({ from }) => from === 'program');
  const signIn = requests.findIndex(({ url }) => new URL(url).pathname === SIGN_IN);
  return { before: signIn, after: requests.length - signIn - 1 };
}

async function logIn(environment: Environment, browser: PhoneBrowser) {
  const scenario = { contract: 'session', person: 'existing' } as const;
  const { report, problem } = await runJourney(scenario, environment, { browser });
  if (problem !== null) throw new Error(problem);
  return report.requests;
}

/** Of the first screen, which is painted while the directory is still asked. */
async function paintNumbers(
  { packaged, hosted }: Readonly<Record<'packaged' | 'hosted', Environment>>,
  browser: PhoneBrowser,
  rounds: number,
): Promise<Numbers> {
  const measured: { ours: number; theirs: number }[] = [];
  // The first round warms the browser up.
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await paint(browser, packaged.simulator, await launchPath(packaged));
    const theirs = await paint(browser, hosted.simulator, await launchPath(hosted));
    if (round > 0) measured.push({ ours, theirs });
  }
  const ours = median(measured.map((each) => each.ours));
  const theirs = median(measured.map((each) => each.theirs));
  return {
    'provider.firstPaint.cpu.ms': theirs,
    'provider.firstPaint.ratioToPackaged': theirs / ours,
  };
}

/** Whole logins with ten companies in the directory, and with ten thousand. */
async function directoryNumbers(
  environment: Environment,
  browser: PhoneBrowser,
  rounds: number,
): Promise<Numbers> {
  const few: number[] = [];
  const many: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [companies, times] of [
      [10, few],
      [10_000, many],
    ] as const) {
      environment.sandbox.reset();
      addCompanies(environment, companies);
      times.push((await timed(() => logIn(environment, browser))).ms);
    }
  }
  return {
    'provider.directory.10000.ms': median(many),
    'provider.directory.10000.ratioTo10': median(many) / median(few),
  };
}

/** Before those that log in, so that a search from the front meets them all. */
function addCompanies({ sandbox }: Environment, upTo: number): void {
  const { tenant } = sandbox.genauth;
  const { app, connection } = tenant;
  const known = { apps: [...tenant.apps], connections: [...tenant.connections] };
  tenant.apps.clear();
  tenant.connections.clear();
  for (let index = known.apps.length; index < upTo; index += 1) {
    const number = index.toString(16);
    const id = number.padStart(24, 'c');
    tenant.apps.set(id, { ...app, id, name: `Company ${index}` });
    tenant.connections.set(number.padStart(24, 'e'), {
      ...connection,
      id: number.padStart(24, 'e'),
      identifier: `company-${index}`,
      mobileAppID: `wx${number.padStart(16, '0')}`,
      apps: [id],
    });
  }
  for (const [id, one] of known.apps) tenant.apps.set(id, one);
  for (const [id, one] of known.connections) tenant.connections.set(id, one);
}
