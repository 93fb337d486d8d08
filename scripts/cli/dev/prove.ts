import { Command, InvalidArgumentError } from 'commander';
import * as fc from 'fast-check';
import { allCells, unreachedCells } from '../../prove/cells';
import { Coverage } from '../../prove/coverage';
import { fuzzes } from '../../prove/fuzz';
import { flowProperty } from '../../prove/property';
import { type ProofReport, reportOf, splitPath } from '../../prove/report';
import { login } from '../../prove/subject';

interface Options {
  readonly runs: number;
  readonly seed?: number;
  readonly path?: string;
  readonly fuzz?: number;
}

/** Runs are done in portions, so that there is something to say meanwhile. */
const portion = 5_000;

export const command = new Command('prove')
  .description(
    'Drives the login through random sequences of everything that a person, WeChat, the network and the clock can do, and checks the nine invariants after every step; at the end the person leaves, or the login has to get there.',
  )
  .option('--runs <number>', 'how many sequences', wholeNumber, 20_000)
  .option('--seed <number>', 'start from this seed, as a failure printed it', integer)
  .option('--path <path>', 'with --seed: play only the sequence that failed')
  .option(
    '--fuzz <inputs>',
    'instead: this many launches, GenAuth answers and phone details, right, wrong and nonsense',
    wholeNumber,
  )
  .addHelpText(
    'after',
    '\nExit code 0: no violation; 1: a violation, printed with what it takes to play it again.',
  )
  .action(prove);

function prove(options: Options): void {
  if (options.fuzz !== undefined) {
    fuzzAll(options.fuzz, options.seed);
    return;
  }
  const coverage = new Coverage();
  const started = Date.now();
  const report = options.path === undefined ? run(options, coverage) : replay(options, coverage);
  const seconds = ((Date.now() - started) / 1_000).toFixed(1);
  console.log(
    `runs ${report.runs}, steps ${coverage.steps}, violations ${report.violations}, seed ${report.seed}, ${seconds} s`,
  );
  const unreached = unreachedCells(coverage);
  const all = allCells().length;
  console.log(`cells of the table: ${all - unreached.length} of ${all} reached`);
  for (const cell of unreached) console.log(`  not reached: ${cell}`);
  if (report.violations === 0) return;
  console.log(`\n${report.violation}\n${report.moves}`);
  if (report.replay)
    console.log(
      `\nPlay it again: npm run dev -- prove --seed ${report.replay.seed} --path '${report.replay.path}'`,
    );
  process.exitCode = 1;
}

function run({ runs, seed = Date.now() % 0x7fffffff }: Options, coverage: Coverage): ProofReport {
  let done = 0;
  let report: ProofReport = {
    runs: 0,
    violations: 0,
    seed,
    violation: null,
    moves: null,
    replay: null,
  };
  while (done < runs && report.violations === 0) {
    // Each portion has a seed of its own, which is the one to play it again.
    const parameters = { numRuns: Math.min(portion, runs - done), seed: (seed + done) | 0 };
    report = reportOf(fc.check(flowProperty(login, coverage), parameters));
    done += report.runs;
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${runs}`);
    else process.stderr.write(`${done} of ${runs}\n`);
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  return { ...report, runs: done, seed: report.violations === 0 ? seed : report.seed };
}

function replay({ seed, path = '' }: Options, coverage: Coverage): ProofReport {
  if (seed === undefined) return command.error('--path needs the --seed that was printed with it');
  const { path: where, replayPath } = splitPath(path);
  return reportOf(
    fc.check(flowProperty(login, coverage, replayPath), { seed, path: where, endOnFailure: true }),
  );
}

function fuzzAll(inputs: number, seed?: number): void {
  const started = Date.now();
  const each = Math.ceil(inputs / fuzzes.length);
  for (const { name, run: runFuzz } of fuzzes) {
    process.stderr.write(`${name} ...\n`);
    const outcomes = [...runFuzz(each, seed)].sort(([, a], [, b]) => b - a);
    console.log(
      `${name}: ${each} inputs, ${outcomes.map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`,
    );
  }
  console.log(
    `none threw, each has a named outcome; ${((Date.now() - started) / 1_000).toFixed(1)} s`,
  );
}

function wholeNumber(text: string): number {
  const value = integer(text);
  if (value < 1) throw new InvalidArgumentError('must be at least 1');
  return value;
}

function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('must be a whole number');
  return value;
}
