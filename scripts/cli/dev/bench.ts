import { Command, InvalidArgumentError, Option } from 'commander';
import { brandNumbers } from '../../bench/brand';
import { compileNumbers } from '../../bench/compile';
import { firstPaintNumbers } from '../../bench/first-paint';
import { fleetNumbers } from '../../bench/fleet';
import { journeyNumbers, launchPath } from '../../bench/journey';
import type { Numbers } from '../../bench/numbers';
import { packageNumbers } from '../../bench/package';
import { pageNumbers } from '../../bench/pages';
import { qaNumbers } from '../../bench/qa';
import { sandboxNumbers } from '../../bench/sandbox';
import { table } from '../../bench/table';
import { type Environment, startEnvironment } from '../../environment';
import { secondsSince } from '../../setup/say.mjs';

type Measure = (rounds: number) => Promise<Numbers>;
type MeasureInEnvironment = (
  environment: Environment,
  path: string,
  rounds: number,
) => Promise<Numbers>;

const alone: Readonly<Record<string, Measure>> = {
  package: packageNumbers,
  simulator: compileNumbers,
  brand: brandNumbers,
  fleet: fleetNumbers,
  sandbox: sandboxNumbers,
};
const inEnvironment: Readonly<Record<string, MeasureInEnvironment>> = {
  page: pageNumbers,
  paint: firstPaintNumbers,
  journey: (environment, _, rounds) => journeyNumbers(environment, rounds),
  qa: (environment) => qaNumbers(environment),
};

interface Options {
  readonly json?: boolean;
  readonly rounds: number;
  readonly only?: readonly string[];
}

export const command = new Command('bench')
  .description(
    'Measures package, start-up, brands, a fleet, simulator and login. Numbers are medians of several rounds; ratios come from the same run.',
  )
  .option('--json', 'one flat JSON object on stdout, and nothing else; keys are only ever added')
  .option('--rounds <n>', 'how often each thing is measured', readRounds, 5)
  .addOption(
    new Option('--only <what...>', 'a part of it').choices([
      ...Object.keys(alone),
      ...Object.keys(inEnvironment),
    ]),
  )
  .action(async (options: Options) => {
    const numbers = await measureAll(options);
    process.stdout.write(
      options.json === true ? `${JSON.stringify(numbers, null, 2)}\n` : table(numbers),
    );
  });

async function measureAll({ rounds, only }: Options): Promise<Numbers> {
  let all: Numbers = {};
  for (const [name, measure] of wanted(alone, only))
    all = { ...all, ...(await step(name, () => measure(rounds))) };
  if (wanted(inEnvironment, only).length === 0) return all;
  const environment = await startEnvironment();
  try {
    const path = await launchPath(environment);
    for (const [name, measure] of wanted(inEnvironment, only))
      all = { ...all, ...(await step(name, () => measure(environment, path, rounds))) };
    return all;
  } finally {
    await environment.close();
  }
}

function wanted<T>(
  parts: Readonly<Record<string, T>>,
  only: readonly string[] | undefined,
): readonly [name: string, measure: T][] {
  return Object.entries(parts).filter(([name]) => only === undefined || only.includes(name));
}

async function step(name: string, measure: () => Promise<Numbers>): Promise<Numbers> {
  process.stderr.write(`measuring ${name}...`);
  const startedAt = performance.now();
  const numbers = await measure();
  process.stderr.write(` ${secondsSince(startedAt)}\n`);
  return numbers;
}

function readRounds(text: string): number {
  const rounds = Number(text);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100)
    throw new InvalidArgumentError('a whole number from 1 to 100 is expected.');
  return rounds;
}
