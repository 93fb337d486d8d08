import type { View } from '../../miniprogram/login/screen';
import type { Model } from './model';
import { resume, tap, tapLaunchApp } from './play';
import { hold } from './violation';

const maxSteps = 12;

/**
 * Nobody answers any more, and the person wants out: by what the screen shows, that must be
 * possible from wherever it is.
 */
export function getOut(model: Model): void {
  for (let count = 0; count < maxSteps; count += 1) {
    const { name } = model.state;
    if (model.hiddenAt !== null) resume(model);
    else if (name === 'idle' || name === 'about' || name === 'finished') return;
    else if (name === 'manualReturn' && !model.isAnswered) tapLaunchApp(model, 'switches');
    else if (name === 'manualReturn') tap(model, 'exit');
    else if (name === 'failed') tap(model, 'backToApp');
    else if (name === 'returning') model.wait(2_000);
    // Once by the deadline, once by the way out: both must do.
    else if (count % 2 === 0 && name !== 'asking') model.wait(12_000);
    else tap(model, 'decline');
  }
  hold(4, false, `the person is stuck in ${model.state.name}`);
}

/** A login takes seven taps and answers at most, also after a failure and with old codes. */
const maxTaps = 30;

/**
 * From now on everything answers, and the person keeps tapping the main button: a result reaches
 * the app, or the screen says why not.
 */
export function logIn(model: Model): void {
  model.ports = 'answer';
  if (model.hiddenAt !== null) resume(model);
  for (let count = 0; count < maxTaps; count += 1) {
    while (model.prompts.areOpen) model.answerPhone('both');
    for (let asked = 0; model.calls.pending.length > 0 && asked < maxTaps; asked += 1)
      model.answer(0, 'ok');
    if (model.isAnswered || isOver(model.view())) return;
    tapMain(model);
  }
  hold(4, false, `all answers come, and the login gets no further than ${model.state.name}`);
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

function tapMain(model: Model): void {
  const view = model.view();
  switch (view.screen) {
    case 'login': {
      const { busy } = view.sheet === null ? view.primary : view.sheet.agree;
      if (busy) model.wait(12_000);
      else tap(model, view.sheet === null ? 'primary' : 'sheetAgree');
      return;
    }
    case 'failure':
      tap(model, view.retry === null ? 'backToApp' : 'retry');
      return;
    case 'returning':
      if (view.launchApp !== null) tapLaunchApp(model, 'switches');
      else if (model.goingBack !== null) model.appReceives(model.goingBack);
      else model.wait(2_000);
      return;
    // A call that was made before, and never answers: the deadline is what goes on.
    default:
      model.wait(12_000);
  }
}
