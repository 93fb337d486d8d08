import { join } from 'node:path';
import { withLock } from '../setup/lock.mjs';
import { chosenBrand } from './choice';
import { isApplied } from './stamp';

/**
 * The same for a command that shows by itself what is wrong: the program is complete, with the demo
 * brand if need be.
 */
export async function ensureAnyBrand(root: string): Promise<void> {
  if ((await ensureBrand(root)).length > 0) await ensureBrand(root, 'demo');
}

/**
 * Applies the brand when its generated files are missing, changed or older than what they are made
 * of. Cheap when they are not.
 *
 * @returns What is wrong with the brand, one line each; empty when all is well.
 */
export async function ensureBrand(
  root: string,
  name = chosenBrand(root),
): Promise<readonly string[]> {
  if (isApplied(root, name)) return [];
  const { applyBrand } = await import('./apply');
  const { BrandError } = await import('./pack/pack');
  try {
    withLock(join(root, 'out', 'brand.lock'), () => applyBrand(root, name));
    return [];
  } catch (error) {
    if (error instanceof BrandError) return error.problems;
    throw error;
  }
}
