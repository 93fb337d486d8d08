import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { provider as messages } from '../../messages/platform';
import { say } from '../../messages/say';

/** An address that a token may travel to: https, or this machine. */
const address = z.string().refine((url) => {
  const filled = url.replaceAll('{appId}', 'wx');
  if (!URL.canParse(filled)) return false;
  const { protocol, hostname, username } = new URL(filled);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && isHere));
}, 'must be https');

const shape = z.strictObject({
  /** The third-party platform's own AppID. */
  componentAppId: z.string().regex(/^wx[0-9a-f]{16}$/),
  tokens: z.union([
    /** Run with the AppID as its last argument. */
    z.strictObject({ command: z.array(z.string().min(1)).min(1) }),
    /** `{appId}` is filled in. PLATFORM_TOKENS_KEY goes along as a bearer token. */
    z.strictObject({
      // Without it, all mini programs would get the token of one.
      endpoint: address.refine((url) => url.includes('{appId}'), 'must contain {appId}'),
    }),
  ]),
  /** Null: the one of the template's version. */
  templateId: z.int().min(0).nullable().default(null),
  /** What the reviewer reads: how to try the login. */
  reviewNotes: z.string().max(500).default(''),
  /** For `--set-up`: the privacy guide, which WeChat shows before it gives the number. */
  privacy: z
    .strictObject({
      /** How people learn of a change of it, in words. */
      notice: z.string().min(1).max(200),
      /** By WeChat's `privacy_key`: what it is asked for. The login's own are there. */
      purposes: z.record(z.string(), z.string().min(1).max(200)).default({}),
      /** Where a brand's own contact is neither an address nor a number. */
      contactEmail: z.email().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** Of one endpoint; WeChat documents no number, and says itself when it is too often. */
  callsPerMinute: z.int().min(1).max(100_000).default(300),
  api: address.default('https://api.weixin.qq.com'),
});

/** What a service provider has said about its platform: no secret is in it. */
export type Provider = z.output<typeof shape>;

/** @returns a sentence where the file is missing or wrong. */
export function readProvider(file: string): Provider | string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return say(messages.noFile(file));
  }
  try {
    const read = shape.safeParse(JSON.parse(text.replace(/^\ufeff/, '')));
    return read.success ? read.data : say(messages.badFile(file, z.prettifyError(read.error)));
  } catch (error) {
    return say(messages.badFile(file, error instanceof Error ? error.message : String(error)));
  }
}
