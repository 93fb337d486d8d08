import type { Event } from '../../../miniprogram/login/event';
import type { State } from '../../../miniprogram/login/state';
import { hold, type Invariant } from './invariant';

/** From every state there is a visible way back to the app or out; every waiting state has a deadline. */
export const wayOut: Invariant = (world) => ({
  stepped({ before, state }) {
    if (isWaiting(state)) {
      hold(4, world().nextRing(state.attempt) - world().now <= 12_000, `${state.name} waits without a deadline`);
    }
    const way = visibleWay[state.name];
    // Only in asking does the way out depend on more than the state's name.
    if (way === null || (state.name === before.name && state.name !== 'asking') || state === before) return;
    const { subject, brand, now } = world();
    const { state: next, effects } = subject.step(state, way, { brand, now });
    const left = next.name === 'returning' || next.name === 'byHand' || effects.some(({ type }) => type === 'exit');
    hold(4, left, `${way.type} is no way out of ${state.name}`);
  },
});

/** The control that each screen shows for it. Null: not for a person to leave (idle lasts no frame, returning 1.5 s, then there is one). */
const visibleWay: Readonly<Record<State['name'], Event | null>> = {
  idle: null,
  about: { type: 'exitTapped' },
  preparing: { type: 'declined' },
  asking: { type: 'declined' },
  renewing: { type: 'declined' },
  signingIn: { type: 'declined' },
  minting: { type: 'declined' },
  sealing: { type: 'declined' },
  failed: { type: 'gaveUp' },
  returning: null,
  byHand: { type: 'exitTapped' },
  finished: { type: 'exitTapped' },
};

function isWaiting(state: State): boolean {
  switch (state.name) {
    case 'preparing':
    case 'renewing':
    case 'signingIn':
    case 'minting':
    case 'sealing':
    case 'returning':
      return true;
    case 'asking':
      return state.loginCode.status === 'fetching';
    default:
      return false;
  }
}
