import { Command, InvalidArgumentError } from 'commander';
import { brandNumbers } from '../bench/brand';
import { compileNumbers } from '../bench/compile';
import { firstPaintNumbers } from '../bench/first-paint';
import { journeyNumbers, launchPath } from '../bench/journey';
import type { Numbers } from '../bench/numbers';
import { packageNumbers } from '../bench/package';
import { pageNumbers } from '../bench/pages';
import { qaNumbers } from '../bench/qa';
import { sandboxNumbers } from '../bench/sandbox';
import { table } from '../bench/table';
import { secondsSince } from '../setup/say.mjs';
import { startWorld } from '../world';

const command = new Command('npm run bench --')
  .description(
    'Measures package, start-up, brands, simulator and login. Numbers are medians of several rounds; ratios come from the same run.',
  )
  .option('--json', 'one flat JSON object on stdout, and nothing else; keys are only ever added')
  .option('--rounds <n>', 'how often each thing is measured', readRounds, 5)
  .parse();
const options = command.opts<{ json?: boolean; rounds: number }>();

const numbers = await measureAll(options.rounds);
process.stdout.write(options.json === true ? `${JSON.stringify(numbers, null, 2)}\n` : table(numbers));

async function measureAll(rounds: number): Promise<Numbers> {
  const packed = await step('package and start-up', () => packageNumbers(rounds));
  const compiled = await step("the simulator's compiler", () => compileNumbers(rounds));
  const brands = await step('brands', () => brandNumbers(rounds));
  const sandbox = await step('the sandbox under load', () => sandboxNumbers(rounds));
  const world = await startWorld();
  try {
    const path = await launchPath(world);
    const pages = await step('pages', () => pageNumbers(world, path, rounds));
    const paints = await step('the first paint', () => firstPaintNumbers(world, path, rounds));
    const journeys = await step('journeys', () => journeyNumbers(world, rounds));
    const qa = await step('what testers wait for', () => qaNumbers(world));
    return { ...packed, ...compiled, ...brands, ...sandbox, ...pages, ...paints, ...journeys, ...qa };
  } finally {
    await world.close();
  }
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
