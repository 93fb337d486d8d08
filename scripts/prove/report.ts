import * as fc from 'fast-check';
import { Violation } from './violation';

/**
 * Where a failing sequence is found again: `path`, and after `@` which of its moves were left out
 * when it was made smaller.
 */
export interface Replay {
  readonly seed: number;
  readonly path: string;
}

export interface ProofReport {
  readonly runs: number;
  readonly violations: 0 | 1;
  readonly seed: number;
  readonly violation: string | null;
  /** The shortest sequence of moves that was found, and how to play it again. */
  readonly moves: string | null;
  readonly replay: Replay | null;
}

export function reportOf<T>(details: fc.RunDetails<T>): ProofReport {
  const { numRuns, seed, failed, counterexamplePath, counterexample, errorInstance } = details;
  if (!failed)
    return { runs: numRuns, violations: 0, seed, violation: null, moves: null, replay: null };
  const moves = fc.stringify(counterexample);
  const replayPath = /replayPath="([^"]*)"/.exec(moves)?.[1];
  const path = counterexamplePath ?? '';
  return {
    runs: numRuns,
    violations: 1,
    seed,
    violation: errorInstance instanceof Violation ? errorInstance.message : String(errorInstance),
    moves,
    replay: { seed, path: replayPath === undefined ? path : `${path}@${replayPath}` },
  };
}

export function splitPath(path: string): { readonly path: string; readonly replayPath?: string } {
  const at = path.indexOf('@');
  return at < 0 ? { path } : { path: path.slice(0, at), replayPath: path.slice(at + 1) };
}
