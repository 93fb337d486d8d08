import type { Button, View } from '../../miniprogram/login/screen';
import { strayEvent } from './answers';
import { suspendsAfterMs } from './held';
import { goodLaunches, type Repeats, repeated } from './launches';
import type { Model } from './model';
import type { LaunchAppOutcome, Move, PhoneAnswerKind, Stray, Tap } from './moves';

/**
 * Plays one move. A hidden program can't be tapped; what is not there to be answered is not
 * answered.
 */
export function play(model: Model, move: Move): void {
  switch (move.do) {
    case 'launch':
      model.launch(move.launch, move.caller, move.canGoBack);
      return;
    case 'launchAgain':
      model.launchAgain();
      return;
    case 'openManually':
      model.hide();
      model.enter(
        { path: 'pages/login/login', query: {}, scene: move.scene, caller: null },
        move.loadsPage ?? true,
      );
      return;
    case 'hide':
      model.hide();
      return;
    case 'comeBack':
      comeBack(model, move.scene, move.repeats);
      return;
    case 'switchToApp':
      if (model.goingBack !== null && model.hiddenAt === null) model.appReceives(model.goingBack);
      return;
    case 'tap':
      if (model.hiddenAt === null) tap(model, move.what);
      return;
    case 'tapLate':
      if (model.hiddenAt === null)
        model.send({ ...taps[move.what], screen: model.state.visit.screen - move.screensAgo });
      return;
    case 'tapLaunchApp':
      if (model.hiddenAt === null) tapLaunchApp(model, move.outcome);
      return;
    case 'answerPhone':
      answerPhone(model, move.how, move.surface ?? 'over');
      return;
    case 'ports':
      model.ports = move.how;
      return;
    case 'phone':
      model.behaviour = move.behaviour;
      return;
    case 'setClockBack':
      model.setClockBack();
      return;
    case 'answer':
      model.answer(move.which, move.how);
      return;
    case 'echo':
      model.echo(move.which);
      return;
    case 'stray':
      stray(model, move.what);
      return;
    case 'wait':
      model.wait(move.ms);
      return;
    case 'settle':
      model.wait(move.ms);
      answerAll(model);
      return;
    case 'away':
      model.hide();
      model.wait(suspendsAfterMs);
      answerAll(model);
      model.wait(move.ms);
      comeBack(model, 1089, 'nothing');
      return;
    case 'resume':
      resume(model);
      return;
  }
}

function answerAll(model: Model): void {
  for (let count = model.calls.pending.length; count > 0; count -= 1) model.answer(0, 'ok');
}

/** Only while the sheet is open does it hide anything. */
function answerPhone(
  model: Model,
  how: PhoneAnswerKind,
  surface: 'over' | 'shownFirst' | 'answerFirst',
): void {
  const covers = surface !== 'over' && model.prompts.areOpen && model.hiddenAt === null;
  if (covers) model.hide();
  if (covers && surface === 'shownFirst') comeBack(model, 1069, 'launch');
  model.answerPhone(how);
  if (covers && surface === 'answerFirst') comeBack(model, 1069, 'launch');
}

/**
 * WeChat repeats the last options when the person was only in another app, or a sheet of its own
 * has hidden the program; from WeChat's own lists it gives the scene of that.
 */
function comeBack(model: Model, scene: number, repeats: Repeats): void {
  if (model.hiddenAt === null) return;
  if (repeats === 'nothing' || model.lastOptions === null)
    model.enter({ path: '', query: {}, scene, caller: null }, false);
  else model.enter(repeated(model.lastOptions, repeats), false);
}

const taps = {
  tick: { type: 'agreementsToggled', agreed: true },
  untick: { type: 'agreementsToggled', agreed: false },
  tickOption: { type: 'optionToggled', id: '9', agreed: true },
  untickOption: { type: 'optionToggled', id: '9', agreed: false },
  primary: { type: 'primaryTapped' },
  sheetAgree: { type: 'sheetAgreed' },
  sheetClose: { type: 'sheetClosed' },
  withoutPhone: { type: 'withoutPhoneTapped' },
  decline: { type: 'declined' },
  retry: { type: 'retryTapped' },
  backToApp: { type: 'backToAppTapped' },
  copy: { type: 'supportCopied' },
  openAgreement: { type: 'agreementOpened', id: 'terms' },
  openUnknownAgreement: { type: 'agreementOpened', id: 'none' },
  openPrivacyContract: { type: 'privacyContractOpened' },
  exit: { type: 'exitTapped' },
} as const satisfies Readonly<Record<Tap, object>>;

/** WeChat looks at the button's open type when it is tapped, and reports the tap to the program. */
export function tap(model: Model, what: Tap): void {
  const view = model.view();
  model.noteTap(what, view);
  const send = () => model.send({ ...taps[what], screen: view.number });
  const button = phoneButton(view, what);
  if (button && opensSheet(button))
    model.openPrompt(what === 'primary' ? 'primary' : 'sheet', button.action, view, send);
  else send();
}

/** Which of the two buttons that may ask WeChat for the phone is tapped. */
function phoneButton(view: View, what: Tap): Button | null {
  if (view.screen !== 'login') return null;
  if (what === 'primary') return view.primary;
  return what === 'sheetAgree' ? (view.sheet?.agree ?? null) : null;
}

function opensSheet({ action, busy }: Button): boolean {
  return !busy && action.includes('getPhoneNumber');
}

/** The button carries the result; whether WeChat says what came of the tap, and when, differs. */
export function tapLaunchApp(model: Model, outcome: LaunchAppOutcome): void {
  const seen = model.view();
  const text = seen.screen === 'returning' ? (seen.launchApp?.appParameter ?? null) : null;
  const answer = (ok: boolean, errMsg: string) =>
    model.send({ type: 'launchAppAnswered', ok, detail: { errMsg } });
  model.send({ type: 'launchAppTapped', screen: model.state.visit.screen });
  switch (outcome) {
    case 'switches':
    case 'switchesSilently':
      if (text !== null) model.appReceives(text);
      if (outcome === 'switches') answer(true, 'launchApp:ok');
      return;
    // Success, though the person has chosen to stay.
    case 'cancelled':
      answer(true, 'launchApp:ok');
      return;
    case 'fails':
      answer(false, 'launchApp:fail:check fail');
      return;
    case 'failsForGood':
      answer(false, 'launchApp:fail:invalid scene');
      return;
    case 'nothing':
      return;
  }
}

/**
 * Only where it is a stray: an answer that is waited for comes from the model, with its true age.
 */
function stray(model: Model, what: Stray): void {
  const { name, visit } = model.state;
  const waitedFor: Readonly<Record<Stray, readonly string[]>> = {
    loginCode: ['identifying', 'preparing', 'asking', 'renewing'],
    noLoginCode: ['identifying', 'preparing', 'asking', 'renewing'],
    notOpened: [],
    response: ['identifying', 'preparing', 'signingIn', 'minting', 'about'],
    noResponse: ['identifying', 'preparing', 'signingIn', 'minting', 'about'],
    jwe: ['sealing'],
    noJwe: ['sealing'],
    wentBack: ['returning', 'manualReturn'],
    ring: [],
  };
  if (!waitedFor[what].includes(name))
    model.send(strayEvent(what, visit.attempt, model.nextNumber()));
}

/** The next thing that happens when nothing goes wrong. */
export function resume(model: Model): void {
  const { state } = model;
  const { pending } = model.calls;
  const last = pending.length - 1;
  if (model.hiddenAt !== null) comeBack(model, 1089, 'nothing');
  else if (model.prompts.areOpen) model.answerPhone('both');
  else if (isSwitching(model) && model.goingBack !== null) model.appReceives(model.goingBack);
  else if (state.name === 'manualReturn') tapLaunchApp(model, 'switches');
  else if (last >= 0) model.answer(last, 'ok');
  else if (state.name === 'asking') tap(model, state.sheet === null ? 'primary' : 'sheetAgree');
  else if (state.name === 'failed') tap(model, 'retry');
  else launchAnything(model);
}

/** WeChat has answered that it goes back; now it does. */
function isSwitching({ state, goingBack, calls }: Model): boolean {
  return (
    state.name === 'returning' &&
    goingBack !== null &&
    calls.pending.every(({ asked }) => asked.type !== 'goBack')
  );
}

function launchAnything(model: Model): void {
  const launch = goodLaunches[model.nextNumber() % goodLaunches.length];
  if (launch) model.launch(launch, 'app', model.canGoBack);
}
