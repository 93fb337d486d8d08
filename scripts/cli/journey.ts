import { openBrowser, type PhoneBrowser } from '@mini-login/simulator';
import { contractsOf } from '../brand/contracts';
import { hostedProgram } from '../brand/program';
import type { Environment } from '../environment';
import { type JourneyCommand, journeyCommand } from '../journey/options';
import { type Journey, runJourney } from '../journey/run';
import { summary } from '../journey/summary';
import { root } from '../setup/say.mjs';
import { startDemoEnvironment } from '../workbench/demo-environment';
import { step } from './progress';

/** One login without a window. */
export const command = journeyCommand(async (asked) => {
  const journey = await withProgress(asked);
  const { report, problem } = journey;
  if (asked.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else process.stdout.write(summary(journey, process.stdout.isTTY));
  if (asked.json && problem !== null) process.stderr.write(`${problem}\n`);
  process.exitCode = report.ok ? 0 : 1;
});

async function withProgress(asked: JourneyCommand): Promise<Journey> {
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
    return await logIn(asked, appOf(asked, there(environment)), there(browser));
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
  const known = all.map(({ mobileAppID, names }) => `${names.join(', ')} (${mobileAppID})`);
  return command.error(`error: no company's app is called ${app}; there are ${known.join('; ')}`, {
    exitCode: 2,
  });
}

async function logIn(
  asked: JourneyCommand,
  environment: Environment,
  browser: PhoneBrowser,
): Promise<Journey> {
  const contract = asked.contract ?? contractsOf(environment.brand)[0] ?? 'session';
  const scenario = { ...asked.scenario, contract };
  return await step(`Log in as ${scenario.person}, by ${contract}`, (say) =>
    runJourney(scenario, environment, {
      ...settings(asked),
      browser,
      // The demo app with a screen is of the first company alone.
      app: asked.app === undefined ? 'phone' : 'node',
      onMoment: say,
    }),
  );
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the environment did not start');
  return value;
}

function settings({ lang, dark, lib, width, screenshots, trace }: JourneyCommand) {
  return {
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
