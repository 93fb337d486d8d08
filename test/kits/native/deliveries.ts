import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const folder = join(import.meta.dirname, '../../../kits/vectors');

/** A long text comes in parts. kits/vectors/README.md */
const part = z.union([z.string(), z.object({ repeat: z.string(), times: z.int() })]);
const userinfo = z.record(z.string(), z.object({ status: z.int(), body: z.unknown() }));
const jwks = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
const verdict = z.object({
  ok: z.boolean(),
  sub: z.string().optional(),
  code: z.string().optional(),
  pending: z.boolean().optional(),
  read: z.record(z.string(), z.string()).optional(),
});
const delivery = z.object({
  at: z.iso.datetime(),
  by: z.enum(['WXLaunchMiniProgram.Resp', 'ShowMessageFromWX.Req']),
  text: z.string().optional(),
  parts: z.array(part).optional(),
  value: z.unknown().optional(),
  absent: z.boolean().optional(),
  genauth: z.object({ jwks: jwks.optional(), userinfo: userinfo.optional() }).optional(),
  verdict,
});
const answers = z.object({
  genauth: z.object({ issuer: z.string(), audience: z.string(), jwks, userinfo }),
  key: z.object({ x: z.string(), y: z.string(), d: z.string() }).optional(),
  vectors: z.array(
    z.object({
      name: z.string(),
      launch: z.object({
        contract: z.enum(['session', 'sealed']),
        state: z.string(),
        nonce: z.string(),
        at: z.iso.datetime(),
      }),
      deliveries: z.array(delivery),
    }),
  ),
});
const older = z.object({
  vectors: z.array(
    z.object({
      name: z.string(),
      contract: z.enum(['codes', 'ticket']),
      by: delivery.shape.by,
      text: z.string(),
      verdict,
    }),
  ),
});

export type AnswerFile = z.infer<typeof answers>;
export type ParsedDelivery = z.infer<typeof delivery>;

const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

export const answerFiles = ['answers.json', 'sealed.json'].map(
  (file) => [file, answers.parse(read(file))] as const,
);
export const olderVectors = older.parse(read('older.json')).vectors;

/** The text of a delivery; undefined where it is something else. */
export function textOf({ text, parts }: ParsedDelivery): string | undefined {
  return parts === undefined
    ? text
    : parts
        .map((each) => (typeof each === 'string' ? each : each.repeat.repeat(each.times)))
        .join('');
}
