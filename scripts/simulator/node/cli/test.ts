import { pickText } from '@mini-login/platform/language';
import { onSignals, openInBrowser } from '@mini-login/platform/processes';
import { z } from 'zod';
import { checkJestArguments, findJest, listTestFiles } from '../ui/jest';
import { serveUi } from '../ui/server';

/** The process behind `cli test --ui`: ends by Ctrl-C, with all that it started. */
const { folder, args, port, open } = z
  .object({
    folder: z.string(),
    args: z.array(z.string()),
    port: z.number(),
    open: z.boolean(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

try {
  checkJestArguments(args);
  const jest = findJest(folder);
  const files = await listTestFiles(jest, args);
  const list = () => listTestFiles(jest, args);
  const server = await serveUi({ jest, args, files, list, port });
  const end = () => {
    // Whatever hangs, this process does not.
    setTimeout(() => process.exit(1), 5_000).unref();
    void server.close().finally(() => process.exit(0));
  };
  // Also when its terminal is closed.
  onSignals({ interrupt: end, end });
  process.stdout.write(`${server.url}\n`);
  if (open) openInBrowser(server.url);
} catch (error) {
  const isTaken = Object(error).code === 'EADDRINUSE';
  process.stderr.write(
    isTaken
      ? `${pickText(`--ui-port ${port} is taken: name another, or leave it out`, `--ui-port ${port} 已被占用：请换一个，或不写`)}\n`
      : `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
