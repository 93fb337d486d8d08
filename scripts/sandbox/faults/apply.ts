import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Env } from '../base/http';
import type { Fault } from '../contract/fault';
import { rawSocketOf } from '../tls/raw-sockets';
import { CODE_LIFE_MS } from '../wechat/cloud';
import type { SkewedClock } from './skew';

export interface FaultContext {
  readonly clock: SkewedClock;
  /** The server's own way to say no; undefined when it has none for this fault on this path. */
  refuse(fault: Fault, c: Context<Env>): Response | undefined;
  /** Answers as if there were no fault; the answer is then in `c.res`. */
  proceed(): Promise<void>;
}

/** Answers a request that meets a fault. */
export async function applyFault(
  fault: Fault,
  c: Context<Env>,
  { clock, refuse, proceed }: FaultContext,
): Promise<Response> {
  const { socket } = c.env.incoming;
  switch (fault.kind) {
    case 'slow':
      await clock.wait(fault.ms);
      return answered(c, proceed);
    case 'hang':
      await new Promise<void>((resolve) =>
        socket.destroyed ? resolve() : socket.once('close', () => resolve()),
      );
      return RESPONSE_ALREADY_SENT;
    case 'reset':
      rawSocketOf(socket).resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    case 'tls':
      // Alert, TLS 1.2, two bytes: fatal, handshake_failure. Below TLS too, where there is TLS: as
      // data inside of it no client would take it for an alert.
      rawSocketOf(socket).end(Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]));
      return RESPONSE_ALREADY_SENT;
    case 'html':
      return respond(GATEWAY_PAGE, fault.status, 'text/html; charset=utf-8');
    case 'empty':
      return new Response(null, { headers: { 'content-type': 'application/json' } });
    case 'truncated':
      return changed(c, proceed, (text) => text.slice(0, Math.floor(text.length / 2)));
    case 'wrong-types':
      return changed(c, proceed, (text) => JSON.stringify(swapTypes(JSON.parse(text))));
    case 'wrong-status-code':
      return changed(c, proceed, (text) =>
        JSON.stringify(replaceStatusCode(JSON.parse(text), fault.statusCode)),
      );
    case 'status':
      return respond('{"message":"Internal Server Error"}', fault.status, 'application/json');
    case 'answer':
      return Response.json(fault.body);
    case 'errMsg':
      return Response.json({
        errMsg: fault.errMsg,
        ...(fault.errno === undefined ? {} : { errno: fault.errno }),
      });
    case 'api-code':
    case 'status-code':
    case 'errcode':
    case 'used-code':
      // A wx API has no refusal for a used code: it gives one, see `client-side.ts`.
      return refuse(fault, c) ?? answered(c, proceed);
    case 'expired-code':
      return refuse(fault, c) ?? clock.skew(-CODE_LIFE_MS, () => answered(c, proceed));
    case 'skew':
      return clock.skew(fault.ms, () => answered(c, proceed));
  }
}

const GATEWAY_PAGE = '<!doctype html><title>Gateway</title><h1>Please sign in to the Wi-Fi</h1>';

/** These statuses have no body. https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1 */
const BODILESS = new Set([204, 205, 304]);

function respond(text: string, status: number, type: string): Response {
  if (BODILESS.has(status)) return new Response(null, { status });
  return new Response(text, { status, headers: { 'content-type': type } });
}

async function answered(c: Context<Env>, proceed: () => Promise<void>): Promise<Response> {
  await proceed();
  return c.res;
}

async function changed(
  c: Context<Env>,
  proceed: () => Promise<void>,
  change: (text: string) => string,
): Promise<Response> {
  const right = await answered(c, proceed);
  const { status, headers } = right;
  const text = await right.text();
  headers.delete('content-length');
  return new Response(change(text), { status, headers });
}

function swapTypes(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.map(swapTypes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, swapTypes(entry)]));
}

function replaceStatusCode(value: unknown, statusCode: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const key = ['statusCode', 'code', 'errcode'].find((name) => name in value) ?? 'statusCode';
  return { ...value, [key]: statusCode };
}
