import { hostOf } from '../glass/glass';
import type { Builtin } from './kit';

/**
 * Class names as they must stand on a node that the built-in component makes itself: with the
 * prefixes of the template around it.
 */
export function scopedClasses(self: Builtin, names: string): string {
  const owner = hostOf(self.component);
  if (!owner) return names;
  const { styleScope, extraStyleScope } = owner.getComponentOptions();
  const manager = owner.getRootBehavior().ownerSpace.styleScopeManager;
  const prefixes = [styleScope, extraStyleScope].flatMap((scope) =>
    scope === null ? [] : [manager.queryName(scope) ?? ''],
  );
  return names
    .split(/\s+/)
    .filter((name) => name !== '')
    .flatMap((name) => prefixes.map((prefix) => (prefix === '' ? name : `${prefix}--${name}`)))
    .join(' ');
}
