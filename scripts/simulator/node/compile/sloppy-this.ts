import { type Function as AnyFunction, type Node, parse } from 'acorn';
import { recursive, type WalkerCallback } from 'acorn-walk';
import { KEPT_THIS, OWN_THIS } from '../../contract/own-this';

/** Not worth a look at the rest. */
const USE_STRICT = /^\s*(["'])use strict\1/;

/**
 * In sloppy code `this` of a function that was called without an object is the browser's window
 * here, and there is none in WeChat's app service: libraries look there for `MutationObserver`,
 * `document` or `setImmediate`. Such functions ask the runtime which object theirs is.
 *
 * @param code As esbuild prints it: nothing stands behind a function's `{` on its line.
 */
export function withOwnThis(code: string): string {
  if (USE_STRICT.test(code) || !/\bthis\b/.test(code) || code.includes(KEPT_THIS)) return code;
  const tree = read(code);
  return tree === null ? code : applied(code, editsOf(tree));
}

function read(code: string): Node | null {
  try {
    return parse(code, { ecmaVersion: 'latest', allowReturnOutsideFunction: true });
  } catch {
    // Newer syntax than acorn's: as it is.
    return null;
  }
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Scope {
  readonly isStrict: boolean;
  /** Called with each `this` of a sloppy function; null where `this` is never the window. */
  readonly found: ((node: Node) => void) | null;
}

const STRICT: Scope = { isStrict: true, found: null };

function editsOf(tree: Node): readonly Edit[] {
  const edits: Edit[] = [];
  const inFunction = (node: AnyFunction, outer: Scope, walk: WalkerCallback<Scope>) => {
    const isStrict = outer.isStrict || isStrictBody(node.body);
    const isOwn = node.type !== 'ArrowFunctionExpression';
    const asked = ({ start, end }: Node) => edits.push({ start, end, text: `${OWN_THIS}(this)` });
    for (const each of node.params)
      walk(each, isOwn ? { isStrict, found: isStrict ? null : asked } : { ...outer, isStrict });
    let count = 0;
    const renamed = ({ start, end }: Node) => {
      count += 1;
      edits.push({ start, end, text: KEPT_THIS });
    };
    walk(
      node.body,
      isOwn ? { isStrict, found: isStrict ? null : renamed } : { ...outer, isStrict },
    );
    const at = bodyStart(node.body);
    if (count > 0) edits.push({ start: at, end: at, text: `var ${KEPT_THIS}=${OWN_THIS}(this);` });
  };
  recursive<Scope>(
    tree,
    { isStrict: isStrictBody(tree), found: null },
    {
      ThisExpression: (node, { found }) => found?.(node),
      Function: inFunction,
      Class({ superClass, body }, scope, walk) {
        const strict = { ...scope, isStrict: true };
        if (superClass) walk(superClass, strict);
        walk(body, strict);
      },
      PropertyDefinition({ key, value, computed }, scope, walk) {
        if (computed) walk(key, scope);
        if (value) walk(value, STRICT);
      },
      StaticBlock({ body }, _scope, walk) {
        for (const each of body) walk(each, STRICT);
      },
    },
  );
  return edits;
}

function directivesOf(body: Node): readonly { readonly end: number; readonly directive: string }[] {
  const { body: statements }: { body?: unknown } = Object(body);
  if (!Array.isArray(statements)) return [];
  const first = statements.findIndex(({ directive }) => directive === undefined);
  return first === -1 ? statements : statements.slice(0, first);
}

function isStrictBody(body: Node): boolean {
  return directivesOf(body).some(({ directive }) => directive === 'use strict');
}

/** Behind what would be no directive any more with something in front of it. */
function bodyStart(body: Node): number {
  return directivesOf(body).at(-1)?.end ?? body.start + 1;
}

function applied(code: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { start, end, text } of [...edits].sort((one, other) => one.start - other.start)) {
    parts.push(code.slice(at, start), text);
    at = end;
  }
  return parts.join('') + code.slice(at);
}
