import { parseSync } from '@swc/core';

/**
 * One import as it is written: static, re-export, `import()`, `require()` (also of `createRequire`
 * and by another name), `require.async()`, `require.resolve()`, `import.meta.resolve()`, the code
 * that `new URL()` names with `import.meta.url`, a type's `import()`, also in a comment, or
 * `/// <reference path>`.
 */
export interface Import {
  readonly specifier: string;
  readonly kind: ImportKind;
}

/**
 * `types`: gone after compilation; `import type`, or nothing but `type` names in the braces.
 * `lazy`: another package's, loaded when it is asked for (`require.async`, `import()`). `value`:
 * the rest.
 */
export type ImportKind = 'value' | 'types' | 'lazy';

/** What the import table needs to know of a file. */
export interface Source {
  readonly imports: readonly Import[];
  /** Whether the global `wx` is used as a value. */
  readonly usesWx: boolean;
}

const known = new Map<string, Source>();

/**
 * Read once for all tests of a file.
 *
 * @param path Tells TSX from TypeScript; also named in a syntax error.
 */
export function readSource(path: string, text: string): Source {
  const key = `${path}\n${text}`;
  const source = known.get(key) ?? read(path, text);
  known.set(key, source);
  return source;
}

function read(path: string, text: string): Source {
  const imports: Import[] = importsInComments(text);
  const tree = parse(path, text);
  const requires = /require/i.test(text) ? namesOfRequire(tree) : new Set<string>();
  let usesWx = false;
  visit(tree, (node, parent) => {
    const found = importOf(node, requires);
    if (found !== null) imports.push(found);
    usesWx ||= isGlobalWx(node, parent);
  });
  return { imports, usesWx };
}

type Node = Readonly<Record<string, unknown>>;

function importsInComments(text: string): Import[] {
  const comments = text.match(/^[ \t]*\/\*\*[\s\S]*?\*\/|^\/\/\/.*$/gm) ?? [];
  return comments.flatMap((comment) =>
    [
      ...comment.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
      ...comment.matchAll(/@import\b[^'"]*\bfrom\s+['"]([^'"]+)['"]/g),
      ...comment.matchAll(/^\/\/\/\s*<reference\s+path=['"]([^'"]+)['"]/g),
    ].map(([, specifier = '']): Import => ({ specifier, kind: 'types' })),
  );
}

/** `require`, and what a file calls another one: `createRequire(...)` or `require` by a new name. */
function namesOfRequire(tree: unknown): ReadonlySet<string> {
  const names = new Set(['require']);
  visit(tree, ({ type, id, init }) => {
    if (type !== 'VariableDeclarator' || !isNode(id) || typeof id.value !== 'string') return;
    if (isNode(init) && isRequire(init, names)) names.add(id.value);
  });
  return names;
}

/** `require`, one of its other names, `module.require` or `createRequire(...)` itself. */
function isRequire(node: Node, names: ReadonlySet<string>): boolean {
  if (node.type === 'Identifier') return names.has(String(node.value));
  if (node.type === 'MemberExpression')
    return isMember(node, 'require') && isNode(node.object) && isIdentifier(node.object, 'module');
  const { callee } = node;
  return node.type === 'CallExpression' && isNode(callee) && isIdentifier(callee, 'createRequire');
}

/** As a value: neither a property's name nor part of a type. */
function isGlobalWx(node: Node, parent: Node | null): boolean {
  if (isMember(node, 'wx') && isNode(node.object)) return isIdentifier(node.object, 'globalThis');
  if (!isIdentifier(node, 'wx') || parent === null) return false;
  const { type, property, key } = parent;
  return property !== node && key !== node && !String(type).startsWith('Ts');
}

function isMember({ type, property }: Node, name: string): boolean {
  return type === 'MemberExpression' && isNode(property) && isIdentifier(property, name);
}

function parse(path: string, text: string): unknown {
  try {
    return parseSync(text, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2022' });
  } catch (error) {
    throw new Error(`${path} can't be parsed`, { cause: error });
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function isIdentifier(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.value === name;
}

function visit(
  value: unknown,
  see: (node: Node, parent: Node | null) => void,
  parent: Node | null = null,
): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see, parent);
  } else if (isNode(value)) {
    if (typeof value.type === 'string') see(value, parent);
    for (const child of Object.values(value))
      visit(child, see, typeof value.type === 'string' ? value : parent);
  }
}

function importOf(node: Node, requires: ReadonlySet<string>): Import | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const specifier = literal(node.source);
      const typeOnly = node.typeOnly === true || onlyTypeNames(node.specifiers);
      return specifier === null ? null : { specifier, kind: typeOnly ? 'types' : 'value' };
    }
    case 'TsImportType': {
      const specifier = literal(node.argument);
      return specifier === null ? null : { specifier, kind: 'types' };
    }
    case 'TsExternalModuleReference': {
      const specifier = literal(node.expression);
      return specifier === null ? null : { specifier, kind: 'value' };
    }
    case 'CallExpression':
      return callImport(node, requires);
    case 'NewExpression':
      return urlImport(node);
    default:
      return null;
  }
}

function callImport(
  { callee, arguments: args }: Node,
  requires: ReadonlySet<string>,
): Import | null {
  if (!isNode(callee)) return null;
  const lazy = callee.type === 'Import' || isRequireAsync(callee);
  if (!lazy && !isRequire(callee, requires) && !isResolve(callee, requires)) return null;
  const specifier = firstLiteral(args);
  // What can't be read can't be checked either; the table refuses it by this name.
  return { specifier: specifier ?? '(computed)', kind: lazy ? 'lazy' : 'value' };
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/async.html */
function isRequireAsync({ type, object, property }: Node): boolean {
  return (
    type === 'MemberExpression' &&
    isNode(object) &&
    isIdentifier(object, 'require') &&
    isNode(property) &&
    isIdentifier(property, 'async')
  );
}

/** `require.resolve` and `import.meta.resolve`: what is found may be loaded in another way. */
function isResolve(node: Node, requires: ReadonlySet<string>): boolean {
  const { object } = node;
  if (!isMember(node, 'resolve') || !isNode(object)) return false;
  return object.type === 'MetaProperty' || isRequire(object, requires);
}

/** `new URL('./work.ts', import.meta.url)`: code that a thread or a process is started with. */
function urlImport({ callee, arguments: args }: Node): Import | null {
  if (!isNode(callee) || !isIdentifier(callee, 'URL')) return null;
  const specifier = firstLiteral(args);
  return specifier !== null && /^\.{1,2}\/.*\.(?:tsx?|m?js)$/.test(specifier)
    ? { specifier, kind: 'value' }
    : null;
}

function firstLiteral(args: unknown): string | null {
  const first: unknown = Array.isArray(args) ? args[0] : null;
  return isNode(first) ? literal(first.expression) : null;
}

/** `import { type A, type B } from ...`; an empty list (`import 'x'`) is run for its effects. */
function onlyTypeNames(specifiers: unknown): boolean {
  return (
    Array.isArray(specifiers) &&
    specifiers.length > 0 &&
    specifiers.every((name) => isNode(name) && name.isTypeOnly === true)
  );
}

function literal(value: unknown): string | null {
  return isNode(value) && value.type === 'StringLiteral' && typeof value.value === 'string'
    ? value.value
    : null;
}
