import { z } from 'zod';

const place = z.object({ x: z.number(), y: z.number() });
const picture = z
  .object({
    type: z.enum(['jpeg', 'png']),
    base64: z.string(),
    origin: place.optional(),
    size: z.object({ width: z.number(), height: z.number() }).optional(),
  })
  .nullable();

const step = z.object({
  ...{ id: z.string(), title: z.string(), source: z.string().nullable(), isOver: z.boolean() },
  ...{ took: z.number(), waited: z.number(), error: z.string().nullable() },
  ...{ finger: place.nullable(), before: picture, after: picture },
  entries: z.array(z.unknown()),
});

const path = z.string();

/** What `jest-runner.mjs` sends. */
const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), path }),
  z.object({ type: z.literal('launching'), at: z.string(), project: z.string() }),
  z.object({ type: z.literal('connected'), at: z.string() }),
  z.object({ type: z.literal('kept'), at: z.string() }),
  z.object({ type: z.literal('wait'), step: z.string(), number: z.number() }),
  z.object({ type: z.literal('step'), path, test: z.string().nullable(), step }),
  z.object({
    ...{ type: z.literal('file'), path },
    tests: z.array(z.object({ id: z.string(), title: z.string(), groups: z.array(z.string()) })),
  }),
  z.object({
    ...{ type: z.literal('test'), path, id: z.string() },
    status: z.enum(['running', 'passed', 'failed', 'skipped', 'flaky']),
    ms: z.number().nullable(),
    error: z.string().nullable(),
  }),
  z.object({ type: z.literal('fileOver'), path, error: z.string().nullable() }),
]);

export type SentPicture = NonNullable<z.output<typeof picture>>;
export type FromTest = z.output<typeof message>;

/** Null: it is none. */
export function readMessage(text: string): FromTest | null {
  try {
    return message.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
