import type { Timing } from './pace';
import type { Provider } from './provider';
import type { WechatApi } from './wechat-api';

/** What all brands of one run have in common. */
export interface PlatformRun {
  readonly api: WechatApi;
  readonly timing: Timing;
  /** Where records and reports are kept. */
  readonly out: string;
  /** Null: nothing is committed; what is approved is released. */
  readonly templateId: number | null;
  readonly description: string;
  /** How far to go. */
  readonly submit: boolean;
  readonly release: boolean;
  /** What is declared before that; null: nothing. */
  readonly setUp: Provider['privacy'];
  /** What the reviewer reads. */
  readonly reviewNotes: string;
  /** ms from a call that was cut until WeChat has certainly decided about it. */
  readonly settle: number;
  /** ms between two questions whether the check is over, and until it is given up. */
  readonly checkEvery: number;
  readonly checkWithin: number;
  /** How many submissions are left this month, of all mini programs; null: not asked yet. */
  readonly quota: { rest: number | null };
}
