import { onSignals } from '@mini-login/platform/processes';
import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import { say } from '../../messages/say';
import { failures, upload as messages } from '../../messages/upload';

export interface BrandWork<T> {
  readonly names: readonly string[];
  /** How many at a time. */
  readonly jobs: number;
  /** Does not throw. */
  work(name: string, onProgress: (words: string) => void): Promise<T>;
  /** In a word or two. */
  outcomeOf(result: T): string;
  /** Why it failed; null: it did not. */
  problemOf(result: T): string | null;
  /** Whether an end by Ctrl-C, and nothing of its own, kept it from beginning. */
  isEnded(result: T): boolean;
  /** In the place of what was not begun. */
  notBegun(name: string): T;
  /** Absent: a run that is cut off says nothing. */
  readonly cutOff?: CutOff<T>;
}

/** For a run that has no time left: after a second Ctrl-C, or when others end it. */
interface CutOff<T> {
  /** In the place of what is under way. */
  underWay(name: string): T;
  /** Says what is known by then. @returns the exit code. */
  leave(results: readonly T[]): number;
}

/**
 * A live table where somebody watches, else a line for each that ends. Ctrl-C starts no more, and
 * lets those under way end; a second one does not.
 */
export async function eachBrand<T>(each: BrandWork<T>): Promise<readonly T[]> {
  const { names, jobs, cutOff } = each;
  const done = new Map<string, T>();
  const running = new Map<string, { title: string | undefined }>();
  let isEnding = false;
  const resultsNow = ({ underWay }: CutOff<T>) =>
    names.map(
      (name) => done.get(name) ?? (running.has(name) ? underWay(name) : each.notBegun(name)),
    );
  const leave = () => process.exit(cutOff === undefined ? 130 : cutOff.leave(resultsNow(cutOff)));
  const end = () => {
    if (isEnding) return leave();
    isEnding = true;
    // What is written next to a live table is shown when the table is done.
    for (const [name, task] of running) task.title = say(messages.lastOne(name));
    process.stderr.write(`\n${say(messages.ending())}\n`);
  };
  const ignore = onSignals({
    interrupt: end,
    end: cutOff === undefined ? undefined : () => leave(),
  });
  const watched = process.stderr.isTTY;
  const tasks = new Listr(
    names.map((name) => ({
      title: name,
      task: async (_: unknown, task: { output: string | undefined; title: string | undefined }) => {
        if (isEnding) throw new Error(say(failures.notBegun()));
        running.set(name, task);
        const result = await each.work(name, (words) => {
          task.output = words;
        });
        running.delete(name);
        if (isEnding && each.isEnded(result)) throw new Error(say(failures.notBegun()));
        done.set(name, result);
        if (!watched) process.stderr.write(`${name}: ${each.outcomeOf(result)}\n`);
        const problem = each.problemOf(result);
        if (problem !== null) throw new Error(`${name}: ${problem}`);
      },
    })),
    {
      concurrent: jobs,
      exitOnError: false,
      collectErrors: false,
      forceTTY: watched,
      silentRendererCondition: !watched,
      registerSignalListeners: false,
      rendererOptions: {
        collapseErrors: false,
        logger: new ListrLogger({
          processOutput: new ProcessOutput(process.stderr, process.stderr),
        }),
      },
    },
  );
  await tasks.run();
  ignore();
  return names.map((name) => done.get(name) ?? each.notBegun(name));
}
