import type * as Later from '../packages/later/later';
import type { ProbeCheck } from './check';

/** The seal of a result is brought this way, in the login. */
export const subpackageChecks: readonly ProbeCheck[] = [
  {
    id: 'subpackage.without-pages',
    fact: 'a-subpackage-of-scripts-alone',
    async ask() {
      const load = (): Promise<typeof Later> => require.async('../packages/later/later');
      const first = await load();
      return { mark: first.mark, sameTheSecondTime: first === (await load()) };
    },
  },
];
