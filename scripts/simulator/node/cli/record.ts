import { onEndSignal, openInBrowser } from '@mini-login/platform/processes';
import { z } from 'zod';
import { serveRecorder } from '../recorder/recorder';
import { libraryOf, openEnvironment } from './project';

/** The process behind `cli record`: ends when its page is closed, or by Ctrl-C. */
const { project, out, open } = z
  .object({ project: z.string(), out: z.string(), open: z.boolean() })
  .parse(JSON.parse(process.argv[2] ?? ''));

/** ms: until the page is opened first, and until it is opened again, as by a reload. */
const untilFirst = 10 * 60_000;
const untilNext = 10_000;

let timer: NodeJS.Timeout | undefined;

try {
  const environment = await openEnvironment(project);
  const end = () => {
    // A browser holds its connections open.
    setTimeout(() => process.exit(0), 2_000).unref();
    void environment.close().finally(() => process.exit(0));
  };
  const endIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(end, ms);
  };
  const url = await serveRecorder({
    ...{ simulator: environment.simulator, project, out, app: environment.app },
    device: libraryOf(project).device,
    onPages: (count) => (count === 0 ? endIn(untilNext) : clearTimeout(timer)),
  });
  endIn(untilFirst);
  onEndSignal(end);
  process.stdout.write(`${url}\n`);
  if (open) openInBrowser(url);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
