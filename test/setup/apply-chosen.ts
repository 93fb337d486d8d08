import { ensureBrand } from '../../scripts/brand/ensure';
import { root } from '../../scripts/setup/say.mjs';

/**
 * What WeChat DevTools has open is the chosen brand again; a wrong pack is for the next command to
 * tell.
 */
export default async function applyChosen(): Promise<void> {
  await ensureBrand(root);
}
