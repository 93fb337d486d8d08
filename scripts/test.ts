import { Command, InvalidArgumentError } from 'commander';
import type { Check, Count } from './checks/check';
import { compile } from './checks/compile';
import { jestOnly, journeys, unit } from './checks/jest';
import { lint } from './checks/lint';
import { types } from './checks/types';
import { secondsSince } from './setup/say.mjs';

const CHECKS: readonly Check[] = [types, lint, unit, journeys, compile];
const NAMES = CHECKS.map(({ name }) => name).join(', ');

const command = new Command('npm test --')
  .description(
    `Everything that must hold, in turn: ${NAMES}. All of it runs, also after a failure; the exit code is 1 if anything failed.`,
  )
  .option('--only <names>', `some of it, with commas between: ${NAMES}`, parseNames)
  .argument('[jest...]', "Jest alone, with its own arguments: a pattern for the tests' paths, after another -- also its options")
  .addHelpText(
    'after',
    '\nFor example:\n  npm test -- --only types,lint\n  npm test -- test/login\n  npm test -- -- test/login -t consent',
  )
  .parse();

const chosen = command.opts<{ only?: readonly Check[] }>().only ?? (command.args.length > 0 ? [jestOnly(command.args)] : CHECKS);
process.exitCode = (await runAll(chosen)) ? 0 : 1;

async function runAll(checks: readonly Check[]): Promise<boolean> {
  const lines: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    const startedAt = performance.now();
    print(`\n== ${check.title}\n`);
    const count = await runOne(check);
    passed += count.passed;
    failed += count.failed;
    const line = `${count.failed === 0 ? 'ok  ' : 'FAIL'} ${check.name.padEnd(10)} ${describe(count)} (${secondsSince(startedAt)})`;
    lines.push(line);
    print(`${line}\n`);
  }
  print(`\n== Summary\n${lines.join('\n')}\n\n${describe({ passed, failed })}\n`);
  return failed === 0;
}

async function runOne(check: Check): Promise<Count> {
  try {
    return await check.run(print);
  } catch (error) {
    print(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

/** The last line of a run is this, alone: scripts read it. */
function describe({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}

function parseNames(text: string): readonly Check[] {
  return text.split(',').map((name) => {
    const check = CHECKS.find((candidate) => candidate.name === name.trim());
    if (check === undefined) throw new InvalidArgumentError(`there is no ${name}; there are ${NAMES}.`);
    return check;
  });
}

function print(text: string): void {
  process.stdout.write(text);
}
