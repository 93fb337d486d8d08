import postcss, { CssSyntaxError, type Root } from 'postcss';
import type { CompileError } from '../../contract/program';

type Problem = Pick<CompileError, 'level' | 'line' | 'column' | 'message'>;

export interface ParsedStyle {
  /** Null when WeChat's compiler would stop. */
  readonly root: Root | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads WXSS, and passes over what WeChat's compiler leaves to the browser, which passes over it
 * too: what is no declaration inside a rule, and a comment without an end.
 */
export function parseWxss(source: string, file: string): ParsedStyle {
  const problems: Problem[] = [];
  for (let text = source; ; ) {
    try {
      return { root: postcss.parse(text, { from: file }), problems };
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error;
      const { line = 1, column = 1, reason } = error;
      const passed = passOver(text, error);
      problems.push({
        ...(passed === null ? {} : { level: 'warning' }),
        line,
        column,
        message: reason,
      });
      if (passed === null) return { root: null, problems };
      text = passed;
    }
  }
}

/**
 * The text without what stopped the parser, its lines where they were; null when that stops WeChat
 * too.
 */
function passOver(text: string, { reason, line = 1, column = 1 }: CssSyntaxError): string | null {
  if (reason === 'Unclosed comment') return `${text}*/`;
  if (!/^Unknown word [\w-]/.test(reason)) return null;
  const lines = text.split('\n');
  const at = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
  const start = Math.max(...['{', '}', ';'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
  const end = at + text.slice(at).search(/[;}]/);
  const isInRule = start > 0 && text[start - 1] !== '}' && end >= at;
  return isInRule
    ? text.slice(0, start) + text.slice(start, end).replace(/\S/g, ' ') + text.slice(end)
    : null;
}
