import { z } from 'zod';

/**
 * What the upload's process is to do, over Node's IPC: a key must not stand among a process's
 * arguments.
 */
export const order = z.object({
  kind: z.enum(['upload', 'preview']),
  /** A project of compiled files. */
  project: z.string(),
  appId: z.string(),
  /** PEM. */
  privateKey: z.string(),
  version: z.string(),
  description: z.string(),
  robot: z.number(),
  /** `http://host:port`; null: the environment's. */
  proxy: z.string().nullable(),
  /** Where a preview starts: `pages/login/login`, and its query. */
  launch: z.object({ path: z.string(), query: z.string() }).nullable(),
  /** Where the picture of a preview's QR code goes. */
  qrFile: z.string(),
  /** Made by the process that sends: whoever makes it first sends, and nobody else does. */
  record: z.string(),
  /** ms from a question until the server counts as silent. */
  timeout: z.number(),
  /** ms until the process is ended, whatever it does. */
  limit: z.number(),
});

export type Order = z.infer<typeof order>;
