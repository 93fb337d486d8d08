import { Command, InvalidArgumentError, Option } from 'commander';
import { brandNumbers } from '../../bench/brand';
import { compileNumbers } from '../../bench/compile';
import { firstPaintNumbers } from '../../bench/first-paint';
import { fleetNumbers } from '../../bench/fleet';
import { journeyNumbers, launchPath } from '../../bench/journey';
import type { Numbers } from '../../bench/numbers';
import { packageNumbers } from '../../bench/package';
import { pageNumbers } from '../../bench/pages';
import { platformNumbers } from '../../bench/platform';
import { providerNumbers } from '../../bench/provider';
import { qaNumbers } from '../../bench/qa';
import { type Measured, type Part, runParts } from '../../bench/run-parts';
import { sandboxNumbers } from '../../bench/sandbox';
import { table } from '../../bench/table';
import { tenantNumbers } from '../../bench/tenant';
import { type Environment, startEnvironment } from '../../environment';

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
  tenant: tenantNumbers,
  provider: providerNumbers,
  platform: platformNumbers,
  sandbox: sandboxNumbers,
};
const inEnvironment: Readonly<Record<string, MeasureInEnvironment>> = {
  page: pageNumbers,
  paint: (environment, path, rounds) => firstPaintNumbers(environment, path, rounds),
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
  .action(async ({ json, rounds, only }: Options) => {
    const { numbers, failed } = await measureAll(rounds, only);
    process.stdout.write(json === true ? `${JSON.stringify(numbers, null, 2)}\n` : table(numbers));
    if (failed.length === 0) return;
    process.stderr.write(`Not measured, because it failed: ${failed.join(', ')}.\n`);
    process.exitCode = 1;
  });

async function measureAll(rounds: number, only: Options['only']): Promise<Measured> {
  let environment: Environment | undefined;
  const parts: readonly Part[] = [
    ...wanted(alone, only).map(([name, measure]) => ({ name, measure: () => measure(rounds) })),
    ...wanted(inEnvironment, only).map(([name, measure]) => ({
      name,
      async measure() {
        environment ??= await startEnvironment();
        return await measure(environment, await launchPath(environment), rounds);
      },
    })),
  ];
  try {
    return await runParts(parts, (text) => process.stderr.write(text));
  } finally {
    await environment?.close();
  }
}

function wanted<T>(
  parts: Readonly<Record<string, T>>,
  only: readonly string[] | undefined,
): readonly [name: string, measure: T][] {
  return Object.entries(parts).filter(([name]) => only === undefined || only.includes(name));
}

function readRounds(text: string): number {
  const rounds = Number(text);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100)
    throw new InvalidArgumentError('a whole number from 1 to 100 is expected.');
  return rounds;
}
