import { type Node, parse, tokenizer } from 'acorn';
import { simple } from 'acorn-walk';
import type { CompileError } from '../../../contract/program';

export interface WxsOutput {
  /** Empty when WeChat's compiler would stop. */
  readonly code: string;
  readonly errors: readonly CompileError[];
}

/**
 * WXS is not JavaScript: its `constructor` is a string, its `getRegExp` takes the text between the
 * slashes as written, it has `getRegExp`/`getDate` where JavaScript has literals and `new`, and
 * what JavaScript reserves may be a variable. glass-easel runs it as JavaScript, so the differences
 * are written out. https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/
 */
export function compileWxs(source: string, file: string, firstLine = 1): WxsOutput {
  const plain = read(source);
  const renamed = plain.tree ? plain : read(freeWords(source));
  if (!renamed.tree)
    return {
      code: '',
      errors: [{ kind: 'wxs', file, ...placeOf(plain.error, firstLine), message: plain.message }],
    };
  const newer = read(renamed.source, 5);
  const message = 'WXS is no newer JavaScript than ES5: WeChat stops here';
  const errors: CompileError[] = newer.tree
    ? []
    : [{ level: 'warning', kind: 'wxs', file, ...placeOf(newer.error, firstLine), message }];
  return { code: rewrite(renamed.source, renamed.tree), errors };
}

interface Read {
  readonly source: string;
  readonly tree: Node | null;
  readonly error: unknown;
  readonly message: string;
}

function read(source: string, ecmaVersion: 5 | 'latest' = 'latest'): Read {
  try {
    return { source, tree: parse(source, { ecmaVersion }), error: null, message: '' };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { source, tree: null, error, message: text.replace(/ \(\d+:\d+\)$/, '') };
  }
}

function placeOf(error: unknown, firstLine: number): { line?: number; column?: number } {
  const { loc }: { loc?: { line: number; column: number } } = Object(error);
  return loc ? { line: loc.line + firstLine - 1, column: loc.column + 1 } : {};
}

/**
 * Reserved by JavaScript and not by WXS.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/02variate.html
 */
const FREE_WORDS: ReadonlySet<string> = new Set(
  'catch class const debugger enum export extends finally import in instanceof new super throw try with'.split(
    ' ',
  ),
);

/** `class` as a variable, with another name. As a member or a key it may stay. */
function freeWords(source: string): string {
  const words: { start: number; end: number }[] = [];
  try {
    const tokens = [...tokenizer(source, { ecmaVersion: 'latest' })];
    tokens.forEach((token, index) => {
      const [before, after] = [tokens[index - 1]?.type.label, tokens[index + 1]?.type.label];
      const isKey = (before === '{' || before === ',') && after === ':';
      if (FREE_WORDS.has(source.slice(token.start, token.end)) && before !== '.' && !isKey)
        words.push(token);
    });
  } catch {
    return source;
  }
  return words.reduceRight(
    (text, { end }) => `${text.slice(0, end)}__wxs${text.slice(end)}`,
    source,
  );
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function rewrite(source: string, tree: Node): string {
  const edits: Edit[] = [];
  const targets = new Set<Node>();
  simple(tree, { AssignmentExpression: ({ left }) => void targets.add(left) });
  simple(tree, {
    MemberExpression(node) {
      const { property, computed } = node;
      const name =
        property.type === 'Identifier' && !computed
          ? property.name
          : property.type === 'Literal'
            ? property.value
            : '';
      if (name !== 'constructor' || targets.has(node)) return;
      const access = source.lastIndexOf(computed ? '[' : '.', property.start);
      edits.push(
        { start: node.start, end: node.start, text: '__wxsType(' },
        { start: access, end: node.end, text: ')' },
      );
    },
    CallExpression({ callee, arguments: [first] }) {
      if (
        callee.type !== 'Identifier' ||
        first?.type !== 'Literal' ||
        typeof first.value !== 'string'
      )
        return;
      const written = source.slice(first.start, first.end);
      const text =
        callee.name === 'getRegExp'
          ? written.replace(/\\(?!\\)/g, '\\\\')
          : callee.name === 'require'
            ? written.replace(/\.wxs(?=.$)/, '')
            : written;
      if (text !== written) edits.push({ start: first.start, end: first.end, text });
    },
  });
  return edits
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce(
      (text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end),
      source,
    );
}

/** References to other WXS files, as written, without `.wxs`. */
export function wxsReferences(source: string): string[] {
  return [...source.matchAll(/\brequire\(\s*(['"])([^'"\n]+?)(?:\.wxs)?\1\s*\)/g)].flatMap(
    (match) => match[2] ?? [],
  );
}
