import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import { say } from '../../messages/say';
import { failures, upload as messages } from '../../messages/upload';
import { appIdIn } from './choose';
import { type Fleet, refusalOf, type Shipment, shipBrand } from './run';
import { outcomeOf } from './summary';

/**
 * A live table where somebody watches, else a line for each that ends. Ctrl-C starts no more, and
 * lets those under way end.
 */
export async function shipAll(
  fleet: Fleet,
  names: readonly string[],
  jobs: number,
): Promise<readonly Shipment[]> {
  const done = new Map<string, Shipment>();
  const running = new Map<string, { title: string | undefined }>();
  let isEnding = false;
  const end = () => {
    if (isEnding) process.exit(130);
    isEnding = true;
    // What is written next to a live table is shown when the table is done.
    for (const [name, task] of running) task.title = say(messages.lastOne(name));
    process.stderr.write(`\n${say(messages.ending())}\n`);
  };
  process.on('SIGINT', end);
  const watched = process.stderr.isTTY;
  const tasks = new Listr(
    names.map((name) => ({
      title: name,
      task: async (_: unknown, task: { output: string | undefined; title: string | undefined }) => {
        if (isEnding) throw new Error(say(failures.notBegun()));
        running.set(name, task);
        const shipment = await shipBrand(fleet, name, (words) => {
          task.output = words;
        });
        running.delete(name);
        // Ctrl-C in a terminal ends esbuild's process as well, and with it whatever had not come as
        // far as being sent.
        if (isEnding && !shipment.ok && shipment.reason === 'error')
          throw new Error(say(failures.notBegun()));
        done.set(name, shipment);
        if (!watched) process.stderr.write(`${name}: ${outcomeOf(shipment)}\n`);
        if (!shipment.ok) throw new Error(`${name}: ${shipment.problems[0] ?? shipment.reason}`);
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
  process.off('SIGINT', end);
  return names.map((brand) => {
    const refuse = refusalOf(brand, appIdIn(fleet.settings.root, brand));
    return done.get(brand) ?? refuse('ended', [say(failures.notBegun())], say(failures.runAgain()));
  });
}
