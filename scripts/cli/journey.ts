import { inWords, thereAre } from '@mini-login/platform/lists';
import { openBrowser, type PhoneBrowser } from '@mini-login/simulator';
import type { SearchResult } from '@mini-login/simulator/test';
import { contractsOf } from '../brand/contracts';
import { hostedProgram } from '../brand/program';
import type { Environment } from '../environment';
import { type JourneyCommand, journeyCommand } from '../journey/options';
import { type Journey, runJourney } from '../journey/run';
import type { Scenario } from '../journey/scenario';
import { summary } from '../journey/summary';
import { root } from '../setup/say.mjs';
import { startDemoEnvironment } from '../workbench/demo-environment';
import { step } from './progress';

/** One login without a window. */
export const command = journeyCommand(async (asked) => {
  const { chaos } = asked;
  if (chaos) {
    const result = await inEnvironment(asked, (there) => disturb(asked, chaos, there));
    process.stdout.write(
      asked.json ? `${JSON.stringify(result, null, 2)}\n` : await chaosSummary(result),
    );
    process.exitCode = result.difference === null ? 0 : 1;
    return;
  }
  const journey = await inEnvironment(asked, (there) => logIn(asked, there));
  const { report, problem } = journey;
  if (asked.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else process.stdout.write(summary(journey, process.stdout.isTTY));
  if (asked.json && problem !== null) process.stderr.write(`${problem}\n`);
  process.exitCode = report.ok ? 0 : 1;
});

interface Place {
  readonly environment: Environment;
  readonly browser: PhoneBrowser;
}

async function inEnvironment<T>(
  asked: JourneyCommand,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const program = asked.hosted ? hostedProgram(root) : undefined;
  let environment: Environment | undefined;
  let browser: PhoneBrowser | undefined;
  try {
    await step("Start WeChat's and GenAuth's doubles, the simulator and a browser", async () => {
      const starting = [
        // First: it starts in a process of its own, while this one is busy with the environment.
        openBrowser().then((opened) => {
          browser = opened;
        }),
        startDemoEnvironment(program && { program }).then((started) => {
          environment = started;
        }),
      ];
      // Also when one of them fails: what has started has to be ended.
      await Promise.allSettled(starting);
      await Promise.all(starting);
    });
    return await work({
      environment: appOf(asked, there(environment)),
      browser: there(browser),
    });
  } finally {
    await Promise.all([browser?.close(), environment?.close()]);
  }
}

/** Of a hosted program: the app of the company that was asked for. */
function appOf({ app }: JourneyCommand, environment: Environment): Environment {
  if (app === undefined) return environment;
  const { apps, connections } = environment.sandbox.genauth.tenant;
  const all = [...connections.values()].map(({ mobileAppID, apps: ids }) => ({
    mobileAppID,
    names: ids.map((id) => apps.get(id)?.name ?? id),
  }));
  const found = all.find(({ mobileAppID, names }) => mobileAppID === app || names.includes(app));
  if (found) return environment.asApp(found.mobileAppID);
  const known = all.map(({ mobileAppID, names }) => `${inWords(names)} (${mobileAppID})`);
  return command.error(`error: no company's app is called ${app}; ${thereAre(known)}`, {
    exitCode: 2,
  });
}

async function logIn(asked: JourneyCommand, { environment, browser }: Place): Promise<Journey> {
  const scenario = scenarioOf(asked, environment);
  return await step(`Log in as ${scenario.person}, by ${scenario.contract}`, (say) =>
    runJourney(scenario, environment, { ...settings(asked), browser, onMoment: say }),
  );
}

async function disturb(
  asked: JourneyCommand,
  search: NonNullable<JourneyCommand['chaos']>,
  { environment, browser }: Place,
): Promise<SearchResult> {
  const [{ disturbJourney }, { nameOf }] = await Promise.all([
    import('../journey/chaos'),
    import('@mini-login/simulator/test'),
  ]);
  const scenario = scenarioOf(asked, environment);
  return await step(`Log in as ${scenario.person}, by ${scenario.contract}, disturbed`, (say) =>
    disturbJourney(
      scenario,
      environment,
      { ...settings(asked), browser },
      { ...search, onRun: (disturbance) => say(nameOf(disturbance)) },
    ),
  );
}

async function chaosSummary(result: SearchResult): Promise<string> {
  const { describeDifference } = await import('@mini-login/simulator/test');
  const { seed, steps, runs, difference } = result;
  const found = describeDifference(result);
  if (found === null || difference === null)
    return `✓ ${runs} disturbed logins of ${steps.length} steps end as the calm one does (seed ${seed})\n`;
  return `✕ ${found}\n  again:      npm run journey -- --chaos --only "${difference.disturbance}" --trace out/chaos.html\n`;
}

function scenarioOf({ contract, scenario }: JourneyCommand, { brand }: Environment): Scenario {
  return { ...scenario, contract: contract ?? contractsOf(brand)[0] ?? 'session' };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the environment did not start');
  return value;
}

function settings({ app, lang, dark, lib, width, screenshots, trace }: JourneyCommand) {
  return {
    // The demo app with a screen is of the first company alone.
    app: app === undefined ? ('phone' as const) : ('node' as const),
    device: {
      theme: dark ? ('dark' as const) : ('light' as const),
      ...(width === undefined ? {} : { screenWidth: width }),
      ...(lib === undefined ? {} : { SDKVersion: lib }),
    },
    ...(lang === undefined ? {} : { lang }),
    ...(screenshots === undefined ? {} : { screenshots }),
    ...(trace === undefined ? {} : { trace }),
  };
}
