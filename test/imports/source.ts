import { parseSync } from '@swc/core';

/**
 * One import as it is written: static, re-export, `import()`, `require()`, `require.async()` or a
 * type's `import('...')`.
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

/** @param path Tells TSX from TypeScript; also named in a syntax error. */
export function readSource(path: string, text: string): Source {
  const imports: Import[] = [];
  let usesWx = false;
  visit(parse(path, text), (node) => {
    const found = importOf(node);
    if (found !== null) imports.push(found);
    usesWx ||=
      node.type === 'MemberExpression' && isNode(node.object) && isIdentifier(node.object, 'wx');
  });
  return { imports, usesWx };
}

type Node = Readonly<Record<string, unknown>>;

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

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (isNode(value)) {
    if (typeof value.type === 'string') see(value);
    for (const child of Object.values(value)) visit(child, see);
  }
}

function importOf(node: Node): Import | null {
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
      return callImport(node);
    default:
      return null;
  }
}

function callImport({ callee, arguments: args }: Node): Import | null {
  if (!isNode(callee)) return null;
  const lazy = callee.type === 'Import' || isRequireAsync(callee);
  if (!lazy && !isIdentifier(callee, 'require')) return null;
  const first: unknown = Array.isArray(args) ? args[0] : null;
  const specifier = isNode(first) ? literal(first.expression) : null;
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
