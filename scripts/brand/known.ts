import { brand as messages } from '../messages/brand';
import { pack } from '../messages/pack';
import { listed, say } from '../messages/say';
import { nearest } from '../setup/nearest.mjs';
import { listBrands } from './choice';

/**
 * What to say of names that no brand has, with the nearest of those that there are; null: each is a
 * brand.
 *
 * @param words Others that a person may have meant.
 */
export function unknownBrands(
  root: string,
  names: readonly string[],
  words: readonly string[] = [],
): string | null {
  const brands = listBrands(root);
  const unknown = names.filter((name) => !brands.includes(name));
  if (unknown.length === 0) return null;
  return unknown
    .map((name) => {
      const meant = nearest(name, [...brands, ...words]);
      const hint = meant === null ? '' : `\n${say(messages.meant(meant))}`;
      return `brands/${name}/brand.json: ${say(pack.notFound(listed(brands)))}${hint}`;
    })
    .join('\n');
}
