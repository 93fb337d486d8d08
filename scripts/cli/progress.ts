import { Listr, ListrLogger, ProcessOutput } from 'listr2';

/** Says on stderr what is being done, while it is: stdout belongs to the result. */
export type Say = (what: string) => void;

/**
 * Runs what takes long enough to be wondered about: a line that turns in a terminal, one plain line
 * where nobody watches.
 */
export async function step<T>(title: string, work: (say: Say) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) {
    process.stderr.write(`${title}\n`);
    return await work(() => undefined);
  }
  let result: { readonly value: T } | undefined;
  const list = new Listr(
    [
      {
        title,
        task: async (_, task) => {
          result = {
            value: await work((what) => {
              task.output = what;
            }),
          };
        },
      },
    ],
    {
      renderer: 'default',
      forceTTY: true,
      rendererOptions: {
        logger: new ListrLogger({
          processOutput: new ProcessOutput(process.stderr, process.stderr),
        }),
      },
    },
  );
  await list.run();
  if (result === undefined) throw new Error(`"${title}" did not end`);
  return result.value;
}
