import { z } from 'zod';

/** What the compiler's process says when it is done, over Node's IPC. */
export const workerAnswer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /**
     * npm packages made for mini programs; the compiler counts none, without a word, when it looks
     * in the wrong place.
     */
    npmPackages: z.number(),
  }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

export type WorkerAnswer = z.infer<typeof workerAnswer>;
