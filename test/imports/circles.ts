import { type Files, fileOf } from './resolve';
import { readSource } from './source';

/**
 * The circles of imports, types included: each as the files on it, from the first by name. A type
 * that two files share belongs below both.
 */
export function circles(files: Files): string[][] {
  const targets = new Map(
    [...files]
      .filter(([path]) => /\.(ts|tsx|mjs|js)$/.test(path))
      .map(([path, text]) => [path, targetsOf(files, path, text)] as const),
  );
  return components(targets).filter((component) => component.length > 1);
}

function targetsOf(files: Files, path: string, text: string): string[] {
  return readSource(path, text).imports.flatMap(
    ({ specifier }) => fileOf(files, path, specifier) ?? [],
  );
}

/** Strongly connected components, by Tarjan. */
function components(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];

  const visit = (path: string): number => {
    const at = order.size;
    order.set(path, at);
    low.set(path, at);
    open.push(path);
    for (const target of targets.get(path) ?? []) {
      if (!order.has(target)) low.set(path, Math.min(low.get(path) ?? at, visit(target)));
      else if (open.includes(target))
        low.set(path, Math.min(low.get(path) ?? at, order.get(target) ?? at));
    }
    const lowest = low.get(path) ?? at;
    if (lowest === at) found.push(open.splice(open.indexOf(path)).sort());
    return lowest;
  };

  for (const path of targets.keys()) if (!order.has(path)) visit(path);
  return found;
}
