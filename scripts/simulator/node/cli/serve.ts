import { rmSync, writeFileSync } from 'node:fs';
import { onEndSignal } from '@mini-login/platform/processes';
import { z } from 'zod';
import { startAutomator } from '../automator/server';
import { Watch } from './watch';

/**
 * The process behind `cli auto`: listens first, because the client looks at once and every second;
 * opens the project then, which Tool.getInfo waits for. Ends by itself: see `Watch`.
 */
const options = z
  .object({
    project: z.string(),
    port: z.number(),
    account: z.string().optional(),
    lenient: z.boolean(),
    keep: z.boolean(),
    /** How long to stay for the next client, ms. */
    grace: z.number(),
    /** Process id of whoever called the cli. */
    owner: z.number(),
    /** Where this process is written down while it runs. */
    note: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

let opening: Promise<{ close(): Promise<void> }> | undefined;

async function end(): Promise<void> {
  // Whatever hangs, this process does not.
  setTimeout(() => process.exit(1), 5_000).unref();
  rmSync(options.note, { force: true });
  await automator.close();
  await opening?.then(
    (project) => project.close(),
    () => undefined,
  );
  process.exit(0);
}

const watch = new Watch(options, () => void end());
let open: () => void = () => undefined;
const started = new Promise<void>((resolve) => {
  open = resolve;
});
const phone = started.then(async () => {
  const { openProject } = await import('./project');
  const project = openProject(options.project, options.account);
  opening = project;
  return (await project).phone;
});
phone.catch(() => watch.failed());
/** For the cli, which says it on its stderr. */
const opened = phone.then(
  async (open) => ({ messages: (await open.compileMessages()).map(({ text }) => text) }),
  (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
);

const automator = await startAutomator({
  phone,
  port: options.port,
  lenient: options.lenient,
  onClose: () => void end(),
  onClients: (count) => watch.clients(count),
}).catch((error: unknown) => {
  process.send?.({ error: String(error) });
  process.exit(1);
});
onEndSignal(() => void end());
writeFileSync(
  options.note,
  JSON.stringify({ project: options.project, wsEndpoint: automator.wsEndpoint }),
);
process.send?.({ wsEndpoint: automator.wsEndpoint });
open();
process.send?.(await opened);
