import type { CompileError } from './program';
import type { TimelineEvent } from './timeline';

/** What keeps a page from starting: of the whole program, and of what the page reaches. */
export function fatalFor(
  errors: readonly CompileError[],
  page: string,
  strict: boolean,
): readonly CompileError[] {
  if (strict) return errors;
  return errors.filter(
    ({ level, pages }) => level === undefined && (pages === undefined || pages.includes(page)),
  );
}

/** What belongs to the pages that reach it, and to no others. */
export function ofPage(errors: readonly CompileError[], page: string): readonly CompileError[] {
  return errors.filter(({ pages }) => pages?.includes(page) === true);
}

export function ofProgram(errors: readonly CompileError[]): readonly CompileError[] {
  return errors.filter(({ pages }) => pages === undefined);
}

/** `src/page.wxml:3: what is wrong` */
export function errorText({ file, line, message }: CompileError): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
}

/** What the compiler found, on the timeline. */
export function compileEvent(error: CompileError): TimelineEvent {
  const message = errorText(error);
  if (error.level === 'warning') return { kind: 'warning', message };
  return { kind: 'error', message, ...(error.kind === 'missing' ? { missing: true } : {}) };
}
