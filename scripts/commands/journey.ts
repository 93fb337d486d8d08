import { openBrowser, type PhoneBrowser } from '@mini-login/simulator';
import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import type { Environment } from '../environment';
import { type JourneyCommand, readOptions, UsageError } from '../journey/options';
import { type Journey, runJourney } from '../journey/run';
import { summary } from '../journey/summary';
import { startDemoEnvironment } from '../workbench/demo-environment';

/** `npm run journey`: one login without a window. `--help` says what it can do. */
async function main(): Promise<number> {
  const command = readOptions(process.argv);
  const journey = await withProgress(command);
  const { report, problem } = journey;
  if (command.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else process.stdout.write(summary(journey, process.stdout.isTTY));
  if (command.json && problem !== null) process.stderr.write(`${problem}\n`);
  return report.ok ? 0 : 1;
}

/** Progress on stderr, and only where somebody can watch it: stdout is the result's. */
async function withProgress(command: JourneyCommand): Promise<Journey> {
  let environment: Environment | undefined;
  let browser: PhoneBrowser | undefined;
  let journey: Journey | undefined;
  const watched = process.stderr.isTTY;
  const steps = new Listr(
    [
      {
        title: "Start WeChat's and GenAuth's doubles, the simulator and a browser",
        task: async () => {
          const starting = [
            // First: it starts in a process of its own, while this one is busy with the environment.
            openBrowser().then((opened) => {
              browser = opened;
            }),
            startDemoEnvironment().then((started) => {
              environment = started;
            }),
          ];
          // Also when one of them fails: what has started has to be ended.
          await Promise.allSettled(starting);
          await Promise.all(starting);
        },
      },
      {
        title: `Log in as ${command.scenario.person}, by ${command.scenario.contract}`,
        task: async (_, task) => {
          if (environment === undefined || browser === undefined)
            throw new Error('the environment did not start');
          journey = await runJourney(command.scenario, environment, {
            ...settings(command),
            browser,
            app: 'phone',
            onMoment: (moment) => (task.output = moment),
          });
        },
      },
    ],
    {
      renderer: 'default',
      silentRendererCondition: !watched,
      forceTTY: watched,
      rendererOptions: {
        logger: new ListrLogger({
          processOutput: new ProcessOutput(process.stderr, process.stderr),
        }),
      },
    },
  );
  try {
    await steps.run();
  } finally {
    await Promise.all([browser?.close(), environment?.close()]);
  }
  if (journey === undefined) throw new Error('the journey did not end');
  return journey;
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

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      process.exitCode = error.exitCode;
      return;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
