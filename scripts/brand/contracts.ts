import type { Brand } from '../../miniprogram/login/brand';

/** What the first app may ask this brand for, by the names of the demo app; the first is what it starts with. */
export function contractsOf({ apps: [{ returns }], sealed }: Brand): readonly string[] {
  return returns.flatMap((contract) => {
    if (contract !== 'session') return [contract];
    return sealed === 'required' ? ['sealed'] : ['session', 'sealed'];
  });
}
