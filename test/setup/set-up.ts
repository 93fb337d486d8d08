import { ensureBrand } from '../../scripts/brand/ensure';
import { root } from '../../scripts/setup/say.mjs';

/**
 * Before all tests. They know the demo brand by its names, whichever brand is chosen here. And they
 * wait for a state for as long as only something that hangs needs: how busy the machine is decides
 * nothing.
 */
export default async function setUp(): Promise<void> {
  process.env.SIMULATOR_PATIENCE ||= '240000';
  const problems = await ensureBrand(root, 'demo');
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
