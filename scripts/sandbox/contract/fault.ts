import { z } from 'zod';
import { API_CODES } from './api-codes';
import { platformErrors } from './platform-errors';
import { wechatErrors } from './wechat-errors';

const httpStatus = z.int().min(200).max(599);
const ms = z.number().min(0).max(3600_000);
const errcodes = new Set<number>(
  [...Object.values(wechatErrors), ...Object.values(platformErrors)].map(({ errcode }) => errcode),
);

/** What can go wrong with one request. */
export const fault = z.discriminatedUnion('kind', [
  /** The right answer, `ms` late on the sandbox's clock. */
  z.strictObject({ kind: z.literal('slow'), ms }),
  /** The connection stays open and nothing comes. */
  z.strictObject({ kind: z.literal('hang') }),
  /** The connection is reset: what an unreachable server looks like. */
  z.strictObject({ kind: z.literal('reset') }),
  /** A TLS alert where an answer was expected. */
  z.strictObject({ kind: z.literal('tls') }),
  /** A gateway's or hotel Wi-Fi's page where JSON was expected. */
  z.strictObject({ kind: z.literal('html'), status: httpStatus.default(200) }),
  /** HTTP 200 without a body. */
  z.strictObject({ kind: z.literal('empty') }),
  /** The first half of the right answer. */
  z.strictObject({ kind: z.literal('truncated') }),
  /** The right answer with numbers as strings, strings as numbers. */
  z.strictObject({ kind: z.literal('wrong-types') }),
  /** The right answer with this in the place of `statusCode`, `code` or `errcode`. */
  z.strictObject({ kind: z.literal('wrong-status-code'), statusCode: z.json().default(299) }),
  /** An HTTP error with a JSON body. */
  z.strictObject({ kind: z.literal('status'), status: httpStatus }),
  /** HTTP 200 with this body, whatever it says. */
  z.strictObject({ kind: z.literal('answer'), body: z.json() }),
  /** GenAuth refuses with this documented apiCode. */
  z.strictObject({
    kind: z.literal('api-code'),
    apiCode: z.int().refine((code) => code in API_CODES, 'is not documented'),
  }),
  /** GenAuth refuses with this `statusCode` and no apiCode. */
  z.strictObject({ kind: z.literal('status-code'), statusCode: z.int().min(400).max(699) }),
  /** WeChat's server refuses with this documented `errcode`. */
  z.strictObject({
    kind: z.literal('errcode'),
    errcode: z.int().refine((code) => errcodes.has(code), 'is not documented'),
  }),
  /** WeChat's client fails the wx API with these words. */
  z.strictObject({ kind: z.literal('errMsg'), errMsg: z.string(), errno: z.int().optional() }),
  /**
   * At a wx API: the code that it gives is 5 minutes old. Elsewhere: the refusal that such a code
   * meets.
   */
  z.strictObject({ kind: z.literal('expired-code') }),
  /**
   * At a wx API: the code that it gives has been used. Elsewhere: the refusal that such a code
   * meets.
   */
  z.strictObject({ kind: z.literal('used-code') }),
  /** The server's clock is `ms` ahead (behind when negative) while it answers. */
  z.strictObject({
    kind: z.literal('skew'),
    ms: z
      .number()
      .min(-366 * 86_400_000)
      .max(366 * 86_400_000),
  }),
]);

export type Fault = z.infer<typeof fault>;

/** The wx APIs that ask WeChat's servers, each with the path on which the phone asks for it. */
export const WX_APIS = {
  'wx.login': '/client/login',
  getPhoneNumber: '/client/phone-number',
  'wx.getPrivacySetting': '/client/privacy',
} as const;

/** Which requests meet a fault: those to one path (exact, or up to a final `*`), or one wx API. */
const where = {
  path: z.string().startsWith('/').exactOptional(),
  api: z.enum(['wx.login', 'getPhoneNumber', 'wx.getPrivacySetting']).exactOptional(),
};

const schedule = {
  fault,
  /** How many requests meet it; 1 unless told. */
  times: z.union([z.int().positive(), z.literal('always')]).default(1),
  /** The first request that meets it, counted from now; 1 unless told. */
  nth: z.int().positive().default(1),
};

export const faultRule = z
  .strictObject({ ...where, ...schedule })
  .refine(
    ({ path, api }) => (path === undefined) !== (api === undefined),
    'needs a path or an api, and not both',
  );

/** One rule, or a list of them. */
export const faultRules = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  z.array(faultRule).max(1000),
);

export type FaultRule = z.input<typeof faultRule>;

/**
 * The header by which one request asks for its own fault: a kind that needs nothing more, or JSON.
 */
export const FAULT_HEADER = 'x-sandbox-fault';

/** @throws z.ZodError when there is no such fault. */
export function faultOfHeader(text: string): Fault {
  return fault.parse(text.startsWith('{') ? safeJson(text) : { kind: text });
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
