/** One thing that WeChat called, or that a person did. */
export interface Moment {
  readonly name: string;
  /** ms since 1970. */
  readonly at: number;
  readonly detail: unknown;
}

const moments: Moment[] = [];
const listeners: ((moment: Moment) => void)[] = [];

export function record(name: string, detail?: unknown): void {
  const moment = { name, at: Date.now(), detail };
  moments.push(moment);
  for (const listener of listeners) listener(moment);
}

export function onMoment(listener: (moment: Moment) => void): void {
  listeners.push(listener);
}

/** Everything so far, or what came after the last moment of that name, itself included. */
export function momentsSince(name?: string): readonly Moment[] {
  if (name === undefined) return moments;
  const names = moments.map((moment) => moment.name);
  return moments.slice(Math.max(0, names.lastIndexOf(name)));
}

export function lastDetail(name: string): unknown {
  return [...moments].reverse().find((moment) => moment.name === name)?.detail;
}
