import { changesOf } from '../../contract/changes';
import type { CompiledProgram, ProgramChanges } from '../../contract/program';
import { type ProgramText, programText } from './program-text';

/** Of this program: a phone that was not launched for so many edits has all of it sent again. */
const mostKept = 4;

export interface ProgramVersions {
  /** Written once for all phones that run it. */
  textOf(program: CompiledProgram, origin: string): ProgramText;
  since(version: string, newest: ProgramText): ProgramChanges | null;
}

/** The programs that phones have, so that a phone is sent what has changed since its own. */
export function programVersions(): ProgramVersions {
  const written = new WeakMap<CompiledProgram, ProgramText>();
  const kept = new Map<string, CompiledProgram>();
  return {
    textOf(program, origin) {
      const known = written.get(program);
      if (known) return known;
      const text = programText(program, origin);
      written.set(program, text);
      // At the end, also when it was there before.
      kept.delete(text.version);
      kept.set(text.version, text.program);
      for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
      return text;
    },
    since(version, newest) {
      if (version === newest.version) return { version, changes: null };
      const before = kept.get(version);
      return before
        ? { version: newest.version, changes: changesOf(before, newest.program) }
        : null;
    },
  };
}
