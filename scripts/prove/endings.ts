import type { View } from '../../miniprogram/login/screen';
import { resume, tap, tapLaunchApp } from './play';
import { hold } from './violation';
import type { World } from './world';

const maxSteps = 12;

/**
 * Nobody answers any more, and the person wants out: by what the screen shows, that must be
 * possible from wherever it is.
 */
export function getOut(world: World): void {
  for (let count = 0; count < maxSteps; count += 1) {
    const { name } = world.state;
    if (world.hiddenAt !== null) resume(world);
    else if (name === 'idle' || name === 'about' || name === 'finished') return;
    else if (name === 'manualReturn' && !world.isAnswered) tapLaunchApp(world, 'switches');
    else if (name === 'manualReturn') tap(world, 'exit');
    else if (name === 'failed') tap(world, 'backToApp');
    else if (name === 'returning') world.wait(2_000);
    // Once by the deadline, once by the way out: both must do.
    else if (count % 2 === 0 && name !== 'asking') world.wait(12_000);
    else tap(world, 'decline');
  }
  hold(4, false, `the person is stuck in ${world.state.name}`);
}

/** A login takes seven taps and answers at most, also after a failure and with old codes. */
const maxTaps = 30;

/**
 * From now on everything answers, and the person keeps tapping the main button: a result reaches
 * the app, or the screen says why not.
 */
export function logIn(world: World): void {
  world.ports = 'answer';
  if (world.hiddenAt !== null) resume(world);
  for (let count = 0; count < maxTaps; count += 1) {
    if (world.prompt !== null) world.answerPhone('both');
    for (let asked = 0; world.pending.length > 0 && asked < maxTaps; asked += 1)
      world.answer(0, 'ok');
    if (world.isAnswered || isOver(world.view())) return;
    tapMain(world);
  }
  hold(4, false, `all answers come, and the login gets no further than ${world.state.name}`);
}

/** Nothing is left to tap but what closes the program: the person has read how it ended. */
function isOver(view: View): boolean {
  switch (view.screen) {
    case 'blank':
    case 'about':
      return true;
    case 'returning':
      return view.exit !== null && view.launchApp === null;
    default:
      return false;
  }
}

function tapMain(world: World): void {
  const view = world.view();
  switch (view.screen) {
    case 'login': {
      const { busy } = view.sheet === null ? view.primary : view.sheet.agree;
      if (busy) world.wait(12_000);
      else tap(world, view.sheet === null ? 'primary' : 'sheetAgree');
      return;
    }
    case 'failure':
      tap(world, view.retry === null ? 'backToApp' : 'retry');
      return;
    case 'returning':
      if (view.launchApp !== null) tapLaunchApp(world, 'switches');
      else if (world.goingBack !== null) world.appReceives(world.goingBack);
      else world.wait(2_000);
      return;
    // A call that was made before, and never answers: the deadline is what goes on.
    default:
      world.wait(12_000);
  }
}
