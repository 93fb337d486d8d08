import { dirname, join, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import postcss, {
  type AtRule,
  type ChildNode,
  type Declaration,
  type Root,
  type Rule,
} from 'postcss';
import selectorParser from 'postcss-selector-parser';
import type { CompileError } from '../../contract/program';
import { wxssValueToCss } from '../../contract/wxss-value';
import { embedIconFont } from './icon-font';
import type { Layout } from './layout';
import type { Sources } from './source-cache';
import { parseWxss } from './wxss-parse';

export interface StyleOutput {
  readonly css: string;
  readonly errors: readonly CompileError[];
}

/**
 * WXSS to CSS: imports inlined, rpx -> px, tags -> `wx-*`, `page` -> `body`, classes prefixed with
 * `scope` as glass-easel writes them to the DOM. What asks for the theme stays: the frame answers
 * it.
 */
export function compileStyle(
  file: string,
  scope: string,
  layout: Layout,
  sources: Sources,
): StyleOutput {
  const errors: CompileError[] = [];
  const root = inlined(file, layout, sources, errors, []);
  embedIconFont(root, layout, sources);
  root.walkRules((rule) => {
    if (!inKeyframes(rule)) rule.selector = scopeSelector(rule, scope, layout, errors);
  });
  root.walkDecls((declaration) => {
    warnOfLocalFile(declaration, layout, errors);
    declaration.value = wxssValueToCss(declaration.value);
  });
  return { css: root.toString(), errors };
}

function inlined(
  file: string,
  layout: Layout,
  sources: Sources,
  errors: CompileError[],
  chain: readonly string[],
): Root {
  const text = sources.read(file);
  if (text === null) return postcss.root();
  const name = layout.name(file);
  const { root, problems } = parseWxss(text, file);
  errors.push(
    ...problems.map((problem): CompileError => ({ kind: 'wxss', file: name, ...problem })),
  );
  if (root === null) return postcss.root();
  root.walkComments((comment) => {
    comment.remove();
  });
  root.walkAtRules('import', (rule) => {
    const target = importedFile(rule, file, layout, sources);
    if (target === null) {
      errors.push({
        kind: 'missing',
        file: name,
        ...lineOfNode(rule),
        message: `@import ${rule.params}: there is no such file`,
      });
      rule.remove();
    } else if (chain.includes(target)) {
      errors.push({
        kind: 'wxss',
        file: name,
        ...lineOfNode(rule),
        message: `@import ${rule.params} imports itself`,
      });
      rule.remove();
    } else {
      rule.replaceWith(inlined(target, layout, sources, errors, [...chain, file]).nodes);
    }
  });
  return root;
}

/** As written, or with the extension that WeChat's compiler adds; null when neither is there. */
function importedFile(rule: AtRule, file: string, layout: Layout, sources: Sources): string | null {
  const reference = /^(?:url\()?\s*(['"])(.+?)\1/.exec(rule.params)?.[2];
  if (reference === undefined) return null;
  const named = namedFile(reference, file, layout);
  return [named, `${named}.wxss`].find((each) => sources.read(each) !== null) ?? null;
}

function namedFile(reference: string, file: string, layout: Layout): string {
  if (reference.startsWith('/')) return layout.file(reference.slice(1));
  const sibling = join(dirname(file), reference);
  // Packages are read where they are installed, so what lies in miniprogram_npm has to be found by
  // its path.
  const path = withSlashes(relative(layout.root, sibling));
  return path.startsWith('miniprogram_npm/') ? layout.file(path) : sibling;
}

function scopeSelector(rule: Rule, scope: string, layout: Layout, errors: CompileError[]): string {
  const prefix = scope === '' ? '' : `${scope}--`;
  const text = selectorText(rule, layout, errors);
  if (LOOSE_COLON.test(text)) {
    const message = `"${text.trim()}": a space after the colon, so that the rule selects nothing`;
    errors.push({ level: 'warning', kind: 'wxss', ...placeOf(rule, layout), message });
    return NOTHING;
  }
  try {
    return selectorParser((selectors) => {
      if (dropRoot(selectors)) {
        const message = 'WXSS has no ":root": write page';
        errors.push({ level: 'warning', kind: 'wxss', ...placeOf(rule, layout), message });
      }
      selectors.walk((node) => {
        if (isOpaque(node)) return;
        if (node.type === 'class') node.value = prefix + node.value;
        else if (node.type === 'tag') rename(node);
        else if (node.type === 'combinator' && node.value.trim() === '>>>') node.value = ' ';
        else if (node.type === 'pseudo' && node.value === ':host') {
          node.replaceWith(
            selectorParser.attribute({
              attribute: 'wx-host',
              operator: '=',
              value: scope,
              quoteMark: '"',
              raws: { value: `"${scope}"` },
            }),
          );
        }
      });
    }).processSync(text);
  } catch (error) {
    errors.push({
      kind: 'wxss',
      ...placeOf(rule, layout),
      message: error instanceof Error ? error.message : String(error),
    });
    return NOTHING;
  }
}

const NOTHING = ':not(*)';

/** WeChat's compiler lets it through, and the browser then leaves the rule out. */
const LOOSE_COLON = /^(?:[^"']|"[^"]*"|'[^']*')*:\s/;

/**
 * WeChat's compiler leaves `:root` out where it stands alone, so that `:root .a` is `.a`, and
 * `:root` selects nothing. Whether there was one. https://github.com/Tencent/kbone/issues/410
 */
function dropRoot(selectors: selectorParser.Root): boolean {
  let isThere = false;
  selectors.each((selector) => {
    selector.each((node) => {
      const [before, after] = [node.prev(), node.next()];
      const isAlone = [before, after].every(
        (sibling) => sibling === undefined || sibling.type === 'combinator',
      );
      if (node.type !== 'pseudo' || node.value !== ':root' || !isAlone) return;
      isThere = true;
      const isLoose = [before, after].every(
        (sibling) => sibling === undefined || sibling.value?.trim() === '',
      );
      if (!isLoose || (before ?? after) === undefined)
        node.replaceWith(selectorParser.pseudo({ value: ':not(*)' }));
      else {
        (after ?? before)?.remove();
        node.remove();
      }
    });
  });
  return isThere;
}

const SELECTOR_NOISE = /("[^"]*"|'[^']*')|\/\*[\s\S]*?\*\/|>>>|\/\//g;

/**
 * As WeChat's compiler reads it: a comment is a space, `//` is nothing, so that what was meant as a
 * comment is a tag.
 */
function selectorText(rule: Rule, layout: Layout, errors: CompileError[]): string {
  return (rule.raws.selector?.raw ?? rule.selector).replace(
    SELECTOR_NOISE,
    (found, quoted: string | undefined) => {
      if (quoted !== undefined || found !== '//') return quoted ?? ' ';
      const message = 'WXSS has no "//" comments: the rule below one selects nothing';
      errors.push({ level: 'warning', kind: 'wxss', ...placeOf(rule, layout), message });
      return '';
    },
  );
}

/**
 * WeChat: "local resources can't be used in WXSS: use network pictures, or base64, or <image>";
 * nothing is drawn.
 */
function warnOfLocalFile(declaration: Declaration, layout: Layout, errors: CompileError[]): void {
  for (const [, , quoted, bare] of declaration.value.matchAll(
    /\burl\(\s*(?:(['"])(.*?)\1|([^'")]+?))\s*\)/g,
  )) {
    const url = quoted ?? bare ?? '';
    if (/^(?:data:|https?:|\/\/|#)/.test(url)) continue;
    errors.push({
      level: 'warning',
      kind: 'wxss',
      ...placeOf(declaration, layout),
      message: `url(${url}): WXSS can't use files of the package`,
    });
  }
}

/**
 * What stands in the argument of such a pseudo-class is a selector; in all others (`odd`, `n+2`,
 * `en`) it is not.
 */
const SELECTOR_ARGUMENTS: ReadonlySet<string> = new Set([':not', ':is', ':where', ':has']);

function isOpaque(node: Pick<selectorParser.Node, 'parent'>): boolean {
  const { parent } = node;
  if (parent === undefined) return false;
  return (
    (parent.type === 'pseudo' && !SELECTOR_ARGUMENTS.has(String(parent.value))) || isOpaque(parent)
  );
}

/**
 * The page's nodes are children of `page` in WeChat; here of a `wx-page` in the body, one for each
 * page of the stack.
 */
function rename(tag: selectorParser.Tag): void {
  if (tag.value !== 'page')
    tag.value = /^(?:\d|from$|to$)/.test(tag.value) ? tag.value : `wx-${tag.value}`;
  else
    tag.value =
      tag.next()?.type === 'combinator' && tag.next()?.toString().trim() === '>'
        ? 'body > wx-page'
        : 'body';
}

function inKeyframes(rule: Rule): boolean {
  return (
    rule.parent?.type === 'atrule' &&
    'name' in rule.parent &&
    /keyframes$/.test(String(rule.parent.name))
  );
}

function placeOf(node: ChildNode, layout: Layout): { file: string; line?: number } {
  return { file: layout.name(node.source?.input.file ?? layout.root), ...lineOfNode(node) };
}

function lineOfNode(node: ChildNode): { line?: number } {
  const line = node.source?.start?.line;
  return line === undefined ? {} : { line };
}
