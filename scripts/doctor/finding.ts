import type { Brand } from '../brand/pack/pack';
import type { Tree } from '../deploy/compile/references';
import { say, type Text } from '../messages/say';

/**
 * `error`: an upload, a review or a first login fails. `warning`: it may, or somebody is less safe
 * than they could be. `todo`: right here, and something has to be said to WeChat in words.
 */
export interface Finding {
  readonly level: 'error' | 'warning' | 'todo';
  readonly what: string;
  /** A file, with its line where there is one, or a field of the pack. */
  readonly where: string;
  readonly why: string;
  readonly how: string;
}

/** What is examined: a brand, and the program as it would be sent. */
export interface CompiledBrand {
  readonly brand: Brand;
  readonly files: Tree;
}

export type DoctorCheck = (compiled: CompiledBrand) => readonly Finding[];

/** A finding in the reader's language. */
export function finding(
  level: Finding['level'],
  where: string,
  words: Readonly<Record<'what' | 'why' | 'how', Text>>,
): Finding {
  return { level, what: say(words.what), where, why: say(words.why), how: say(words.how) };
}
