import { posix } from 'node:path';

/** Compiled files: path -> content. */
export type Tree = ReadonlyMap<string, Buffer>;

/**
 * Something that a compiled file names and the package lacks. WeChat's compiler doesn't look, so it
 * would fail on the phone only.
 */
export interface MissingReference {
  readonly file: string;
  readonly reference: string;
}

const SCRIPT = /\brequire(?:\.async)?\(\s*["'`]([^"'`]+)["'`]\s*[,)]/g;
const TEMPLATE = /<(?:import|include|wxs|image)\b[^>]*?\bsrc\s*=\s*["']([^"'{}]+)["']/g;
const STYLE = /@import\s+(?:url\()?["']([^"']+)["']/g;

export function missingReferences(tree: Tree): MissingReference[] {
  const missing: MissingReference[] = [];
  for (const [file, content] of tree) {
    for (const reference of referencesOf(file, content)) {
      if (!candidates(file, reference).some((path) => tree.has(path)))
        missing.push({ file, reference });
    }
  }
  return missing;
}

function referencesOf(file: string, content: Buffer): string[] {
  switch (posix.extname(file)) {
    case '.js':
    case '.wxs':
      return matches(SCRIPT, content);
    case '.wxml':
      return matches(TEMPLATE, content).filter((src) => !/^(https?|data|wxfile):/.test(src));
    case '.wxss':
      return matches(STYLE, content);
    default:
      return [];
  }
}

function matches(pattern: RegExp, content: Buffer): string[] {
  return [...content.toString().matchAll(pattern)].flatMap(([, found]) => found ?? []);
}

/**
 * Where WeChat would look: absolute from the package's root, relative, or in a miniprogram_npm of
 * this folder or one above it.
 */
function candidates(file: string, reference: string): string[] {
  const folder = posix.dirname(file);
  const direct = reference.startsWith('/') ? reference.slice(1) : posix.join(folder, reference);
  const bases = [
    direct,
    ...(reference.startsWith('.') || reference.startsWith('/')
      ? []
      : npmFolders(folder, reference)),
  ];
  const extensions = ['', posix.extname(file), `/index${posix.extname(file)}`, '.json'];
  return bases.flatMap((base) => extensions.map((extension) => base + extension));
}

function npmFolders(folder: string, reference: string): string[] {
  const above = folder === '.' ? [] : folder.split('/');
  return [...above.keys(), above.length].map((depth) =>
    posix.join(...above.slice(0, depth), 'miniprogram_npm', reference),
  );
}
