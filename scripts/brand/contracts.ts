import type { Brand } from '../../miniprogram/login/brand';

type Contract = Brand['apps'][0]['returns'][number] | 'sealed';

/**
 * What the first app may ask this brand for, by the names of the demo app; the first is what it
 * starts with.
 */
export function contractsOf({ apps: [{ returns }], sealed }: Brand): readonly Contract[] {
  return returns.flatMap((contract): readonly Contract[] => {
    if (contract !== 'session') return [contract];
    return sealed === 'required' ? ['sealed'] : ['session', 'sealed'];
  });
}
