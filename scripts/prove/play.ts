import type { Button } from '../../miniprogram/login/screen';
import { strayEvent } from './answers';
import { goodLaunches, type Repeats, repeated } from './launches';
import type { LaunchAppOutcome, Move, PhoneAnswerKind, Stray, Tap } from './moves';
import { suspendsAfterMs, type World } from './world';

/**
 * Plays one move. A hidden program can't be tapped; what is not there to be answered is not
 * answered.
 */
export function play(world: World, move: Move): void {
  switch (move.do) {
    case 'launch':
      world.launch(move.launch, move.caller, move.canGoBack);
      return;
    case 'launchAgain':
      world.launchAgain();
      return;
    case 'openManually':
      world.hide();
      world.enter({ path: 'pages/login/login', query: {}, scene: move.scene, caller: null }, true);
      return;
    case 'hide':
      world.hide();
      return;
    case 'comeBack':
      comeBack(world, move.scene, move.repeats);
      return;
    case 'switchToApp':
      if (world.goingBack !== null && world.hiddenAt === null) world.appReceives(world.goingBack);
      return;
    case 'tap':
      if (world.hiddenAt === null) tap(world, move.what);
      return;
    case 'tapLate':
      if (world.hiddenAt === null)
        world.send({ ...taps[move.what], screen: world.state.visit.screen - move.screensAgo });
      return;
    case 'tapLaunchApp':
      if (world.hiddenAt === null) tapLaunchApp(world, move.outcome);
      return;
    case 'answerPhone':
      answerPhone(world, move.how, move.surface ?? 'over');
      return;
    case 'ports':
      world.ports = move.how;
      return;
    case 'phone':
      world.behaviour = move.behaviour;
      return;
    case 'setClockBack':
      world.setClockBack();
      return;
    case 'answer':
      world.answer(move.which, move.how);
      return;
    case 'echo':
      world.echo(move.which);
      return;
    case 'stray':
      stray(world, move.what);
      return;
    case 'wait':
      world.wait(move.ms);
      return;
    case 'settle':
      world.wait(move.ms);
      answerAll(world);
      return;
    case 'away':
      world.hide();
      world.wait(suspendsAfterMs);
      answerAll(world);
      world.wait(move.ms);
      comeBack(world, 1089, 'nothing');
      return;
    case 'resume':
      resume(world);
      return;
  }
}

function answerAll(world: World): void {
  for (let count = world.pending.length; count > 0; count -= 1) world.answer(0, 'ok');
}

/** Only while the sheet is open does it hide anything. */
function answerPhone(
  world: World,
  how: PhoneAnswerKind,
  surface: 'over' | 'shownFirst' | 'answerFirst',
): void {
  const covers = surface !== 'over' && world.prompt !== null && world.hiddenAt === null;
  if (covers) world.hide();
  if (covers && surface === 'shownFirst') comeBack(world, 1069, 'launch');
  world.answerPhone(how);
  if (covers && surface === 'answerFirst') comeBack(world, 1069, 'launch');
}

/**
 * WeChat repeats the last options when the person was only in another app, or a sheet of its own
 * has hidden the program; from WeChat's own lists it gives the scene of that.
 */
function comeBack(world: World, scene: number, repeats: Repeats): void {
  if (world.hiddenAt === null) return;
  if (repeats === 'nothing' || world.lastOptions === null)
    world.enter({ path: '', query: {}, scene, caller: null }, false);
  else world.enter(repeated(world.lastOptions, repeats), false);
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
export function tap(world: World, what: Tap): void {
  const view = world.view();
  world.noteTap(what, view);
  if (view.screen === 'login' && what === 'primary' && opensSheet(view.primary))
    world.openPrompt('primary', view.primary.action, view);
  if (
    view.screen === 'login' &&
    what === 'sheetAgree' &&
    view.sheet &&
    opensSheet(view.sheet.agree)
  )
    world.openPrompt('sheet', view.sheet.agree.action, view);
  world.send({ ...taps[what], screen: view.number });
}

function opensSheet({ action, busy }: Button): boolean {
  return !busy && action.includes('getPhoneNumber');
}

/** The button carries the result; whether WeChat says what came of the tap, and when, differs. */
export function tapLaunchApp(world: World, outcome: LaunchAppOutcome): void {
  const seen = world.view();
  const text = seen.screen === 'returning' ? (seen.launchApp?.appParameter ?? null) : null;
  const answer = (ok: boolean, errMsg: string) =>
    world.send({ type: 'launchAppAnswered', ok, detail: { errMsg } });
  world.send({ type: 'launchAppTapped', screen: world.state.visit.screen });
  switch (outcome) {
    case 'switches':
    case 'switchesSilently':
      if (text !== null) world.appReceives(text);
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
 * Only where it is a stray: an answer that is waited for comes from the world, with its true age.
 */
function stray(world: World, what: Stray): void {
  const { name, visit } = world.state;
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
    world.send(strayEvent(what, visit.attempt, world.nextNumber()));
}

/** The next thing that happens when nothing goes wrong. */
export function resume(world: World): void {
  const { state, pending } = world;
  const last = pending.length - 1;
  if (world.hiddenAt !== null) comeBack(world, 1089, 'nothing');
  else if (world.prompt !== null) world.answerPhone('both');
  else if (isSwitching(world) && world.goingBack !== null) world.appReceives(world.goingBack);
  else if (state.name === 'manualReturn') tapLaunchApp(world, 'switches');
  else if (last >= 0) world.answer(last, 'ok');
  else if (state.name === 'asking') tap(world, state.sheet === null ? 'primary' : 'sheetAgree');
  else if (state.name === 'failed') tap(world, 'retry');
  else launchAnything(world);
}

/** WeChat has answered that it goes back; now it does. */
function isSwitching({ state, goingBack, pending }: World): boolean {
  return (
    state.name === 'returning' &&
    goingBack !== null &&
    pending.every(({ asked }) => asked.type !== 'goBack')
  );
}

function launchAnything(world: World): void {
  const launch = goodLaunches[world.nextNumber() % goodLaunches.length];
  if (launch) world.launch(launch, 'app', world.canGoBack);
}
