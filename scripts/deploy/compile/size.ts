import type { Tree } from './references';

/** Bytes of the compiled files, before WeChat's compression: what its limits count. */
export interface PackageSizes {
  /** What a person waits for at the first start. */
  readonly main: number;
  /** By root, as app.json names them: `seal/`. */
  readonly subpackages: Readonly<Record<string, number>>;
  readonly total: number;
}

/**
 * @param roots Of the subpackages, from app.json.
 */
export function packageSizes(files: Tree, roots: readonly string[]): PackageSizes {
  let main = 0;
  let total = 0;
  const subpackages: Record<string, number> = Object.fromEntries(roots.map((root) => [root, 0]));
  for (const [path, { byteLength: bytes }] of files) {
    total += bytes;
    const root = roots.find((candidate) => path.startsWith(`${candidate.replace(/\/$/, '')}/`));
    if (root === undefined) main += bytes;
    else subpackages[root] = (subpackages[root] ?? 0) + bytes;
  }
  return { main, subpackages, total };
}
