import { ensureBrand } from '../../scripts/brand/ensure';
import { root } from '../../scripts/setup/say.mjs';

/** Tests know the demo brand by its names, whichever brand is chosen here. */
export default async function applyDemo(): Promise<void> {
  const problems = await ensureBrand(root, 'demo');
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
