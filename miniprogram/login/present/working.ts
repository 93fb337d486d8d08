import type { WorkingScreen, WorkingStep } from '../screen';
import type { Identifying, Preparing, Working } from '../state';
import type { WordKey } from '../words/index';
import type { Translate } from './translate';

export function presentWorking(state: Working, translate: Translate): WorkingScreen {
  const preparing = state.name === 'preparing' || state.name === 'identifying';
  return {
    screen: 'working',
    heading: translate(preparing ? 'working.preparing' : 'working.heading'),
    detail: translate(preparing ? 'working.preparing.detail' : 'working.detail'),
    steps: preparing ? [] : steps(state, translate),
    cancel: { label: translate('working.cancel') },
  };
}

/** The stations of this login; only those that it really passes. */
function steps(
  state: Exclude<Working, Identifying | Preparing>,
  translate: Translate,
): WorkingStep[] {
  const stations: { id: string; key: WordKey; during: Working['name'][] }[] = [
    { id: 'consent', key: 'working.consent', during: [] },
    { id: 'wechat', key: 'working.wechat', during: ['renewing'] },
  ];
  const { contract, key } = state.visit.launch;
  if (contract !== 'codes')
    stations.push({ id: 'account', key: 'working.account', during: ['signingIn', 'minting'] });
  if (key !== null) stations.push({ id: 'seal', key: 'working.result', during: ['sealing'] });
  stations.push({ id: 'return', key: 'failure.back', during: [] });
  const active = stations.findIndex(({ during }) => during.includes(state.name));
  return stations.map(({ id, key }, index) => {
    const status = index < active ? 'done' : index === active ? 'active' : 'waiting';
    return { id, label: translate(key), status, statusLabel: translate(`step.${status}`) };
  });
}
