import { type Node, parse } from 'acorn';
import { simple } from 'acorn-walk';
import type { Tree } from './references';

/**
 * Something that the engines of the minimum base library can't read: a white page, and no way back
 * to the app.
 */
export interface NewerSyntax {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

/**
 * What base library 3.6.0 has to run: iOS 14 and Chrome 86
 * (docs/wechat.md#syntax-that-each-base-library-runs).
 */
const edition = 2020;

/**
 * Syntax above the floor in compiled scripts, and what is within ES2020 but not good there: native
 * `async`, which iOS 15 and older mix badly with WeChat's Promise
 * (docs/wechat.md#promises-are-timers-on-old-iphones), and a look-behind, which Safari reads since
 * 16.4.
 */
export function newerSyntax(tree: Tree): NewerSyntax[] {
  return [...tree]
    .filter(([path]) => path.endsWith('.js'))
    .flatMap(([file, content]) => {
      const known = checked.get(content) ?? checkScript(file, content.toString());
      checked.set(content, known);
      return known.map((one) => ({ ...one, file }));
    });
}

/**
 * The same bytes are asked about again: by the compiler and the doctor, and for each brand of a
 * fleet.
 */
const checked = new WeakMap<Buffer, readonly NewerSyntax[]>();

function checkScript(file: string, code: string): NewerSyntax[] {
  const found: NewerSyntax[] = [];
  const lineAt = (offset: number) => code.slice(0, offset).split('\n').length;
  const add = ({ start }: Node, what: string) => found.push({ file, line: lineAt(start), what });
  const checkFunction = (node: Node & { readonly async: boolean }) => {
    if (node.async) add(node, 'an async function');
  };
  try {
    simple(parse(code, { ecmaVersion: edition, allowReturnOutsideFunction: true }), {
      FunctionDeclaration: checkFunction,
      FunctionExpression: checkFunction,
      ArrowFunctionExpression: checkFunction,
      Literal(node) {
        if (node.regex && /\(\?<[=!]/.test(node.regex.pattern))
          add(node, 'a regular expression that looks behind');
      },
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const place: unknown = Reflect.get(error, 'pos');
    found.push({
      file,
      line: lineAt(typeof place === 'number' ? place : 0),
      what: `no ES${edition}: ${error.message}`,
    });
  }
  return found;
}
