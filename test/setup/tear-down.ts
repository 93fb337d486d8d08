import { ensureBrand } from '../../scripts/brand/ensure';
import { root } from '../../scripts/setup/say.mjs';

/**
 * What WeChat DevTools has open is the chosen brand again; a wrong pack is for the next command to
 * say.
 */
export default async function tearDown(): Promise<void> {
  await ensureBrand(root);
}
