import type { VectorDelivery } from './delivery';
import { type Rule, rules } from './rules';

/** What an app goes on with (`read`), or why it doesn't. */
export interface OlderVector extends Rule {
  readonly name: string;
  readonly contract: 'codes' | 'ticket';
  readonly by: VectorDelivery['by'];
  readonly text: string;
  readonly verdict:
    | { readonly ok: true; readonly read: Readonly<Record<string, string | null>> }
    | { readonly ok: false; readonly code: string; readonly pending: boolean };
}

const resp = 'WXLaunchMiniProgram.Resp';
const req = 'ShowMessageFromWX.Req';
const denied = { ok: false, code: 'denied', pending: false } as const;
const noTicket = { ok: false, code: 'malformed', pending: true } as const;
const unproven = { ok: false, code: 'unproven_delivery', pending: true } as const;

const vectors: readonly Omit<OlderVector, keyof Rule>[] = [
  {
    name: 'both codes',
    contract: 'codes',
    by: resp,
    text: '{"code":"0a-Login","phoneInfoCode":"0b-Phone"}',
    verdict: { ok: true, read: { code: '0a-Login', phoneInfoCode: '0b-Phone' } },
  },
  {
    name: 'no phone number',
    contract: 'codes',
    by: resp,
    text: '{"code":"0a-Login"}',
    verdict: { ok: true, read: { code: '0a-Login', phoneInfoCode: '' } },
  },
  { name: 'a refusal', contract: 'codes', by: resp, text: '', verdict: denied },
  {
    name: 'codes as ShowMessageFromWX.Req',
    contract: 'codes',
    by: req,
    text: '{"code":"0a-Login"}',
    verdict: unproven,
  },
  {
    name: 'a ticket',
    contract: 'ticket',
    by: resp,
    text: 'code=200&message=授权成功&ticket=tK3-t_9',
    verdict: { ok: true, read: { ticket: 'tK3-t_9' } },
  },
  {
    name: 'a refused ticket',
    contract: 'ticket',
    by: resp,
    text: 'code=400&message=用户取消授权',
    verdict: denied,
  },
  {
    name: 'success without a ticket',
    contract: 'ticket',
    by: resp,
    text: 'code=200&message=授权成功',
    verdict: denied,
  },
  { name: 'nothing', contract: 'ticket', by: resp, text: '', verdict: noTicket },
  {
    name: 'a session where a ticket is expected',
    contract: 'ticket',
    by: resp,
    text: '{"v":1,"status":"ok"}',
    verdict: noTicket,
  },
  {
    name: 'a ticket without a code',
    contract: 'ticket',
    by: resp,
    text: 'ticket=tK3-t_9',
    verdict: noTicket,
  },
  {
    name: 'a ticket as ShowMessageFromWX.Req',
    contract: 'ticket',
    by: req,
    text: 'code=200&message=授权成功&ticket=tK3-t_9',
    verdict: unproven,
  },
];

/** The contracts without a state. */
export const olderVectors: readonly OlderVector[] = vectors.map(({ name, ...rest }) => ({
  name,
  ...rules[rest.verdict === unproven ? 'unproven' : rest.contract],
  ...rest,
}));
