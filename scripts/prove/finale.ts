import { hold } from './invariants/invariant';
import { goOn, tap, tapLaunchApp } from './play';
import type { World } from './world';

const maxSteps = 12;

/**
 * Nobody answers any more, and the person wants out: by what the screen shows, that must be
 * possible from wherever it is.
 */
export function finish(world: World): void {
  for (let count = 0; count < maxSteps; count += 1) {
    const { name } = world.state;
    if (world.hiddenAt !== null) goOn(world);
    else if (name === 'idle' || name === 'about' || name === 'finished') return;
    else if (name === 'byHand') tapLaunchApp(world, 'switches');
    else if (name === 'failed') tap(world, 'giveUp');
    else if (name === 'returning') world.wait(2_000);
    // Once by the deadline, once by the way out: both must do.
    else if (count % 2 === 0 && name !== 'asking') world.wait(12_000);
    else tap(world, 'decline');
  }
  hold(4, false, `the person is stuck in ${world.state.name}`);
}
