import { Pace, type Timing } from './pace';
import type { Provider } from './provider';
import type { PlatformRun } from './run';
import { Secrets } from './secrets';
import { PlatformTokens } from './tokens';
import { WechatApi } from './wechat-api';

const MINUTE_MS = 60_000;

export interface RunOptions
  extends Pick<PlatformRun, 'timing' | 'out' | 'templateId' | 'description' | 'submit' | 'release'>,
    Partial<Pick<PlatformRun, 'settle' | 'checkEvery' | 'checkWithin' | 'setUp'>> {
  readonly provider: Provider;
  readonly api: WechatApi;
}

/** Everything that asks WeChat, for one run: one pace, and tokens that nobody else sees. */
export function openApi(
  provider: Provider,
  { timing, timeout, key }: { timing: Timing; timeout: number; key: string | undefined },
): WechatApi {
  const secrets = new Secrets();
  const tokens = new PlatformTokens({ provider, secrets, key, now: () => timing.now() });
  const pace = new Pace(timing, provider.callsPerMinute);
  return new WechatApi({ provider, tokens, pace, secrets, timeout });
}

export function openRun({ provider, ...options }: RunOptions): PlatformRun {
  return {
    reviewNotes: provider.reviewNotes,
    settle: 10_000,
    // "Try again in a minute", says WeChat.
    checkEvery: 20_000,
    checkWithin: 10 * MINUTE_MS,
    quota: { rest: null },
    setUp: null,
    ...options,
  };
}
