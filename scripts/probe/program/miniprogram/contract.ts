import type { ProbeJson } from './json';

/**
 * The query that the probe is launched with; the values are those that parsers disagree about. Sent
 * as it stands here.
 */
export const probeQuery =
  'probe=1&raw=3==q&encoded=%E4%B8%AD&plus=a+b&twice=1&twice=2&empty=&bare&unpadded=YQ&question=a?b';

export interface Answered {
  /** The fact it asks about: an address in docs/wechat.md. */
  readonly fact: string;
  /** What is compared. */
  readonly answer: ProbeJson;
  /** What no two phones have alike, such as times in ms. Printed, never compared. */
  readonly measured?: ProbeJson;
}

/**
 * What the probe prints, shows and is compared by: the same on a phone, in DevTools and in the
 * simulator.
 */
export interface Report {
  readonly probe: 1;
  readonly where: Readonly<Record<string, ProbeJson>>;
  readonly answers: Readonly<Record<string, Answered>>;
}
