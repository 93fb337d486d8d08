import type { Event, EventType } from '../../miniprogram/login/event';
import type { StateName } from '../../miniprogram/login/state';
import type { Visit } from '../../miniprogram/login/visit';
import { numbersOfAVersion } from './agreements';
import { plain } from './brands';
import type { Coverage } from './coverage';
import { everyBrand } from './every-brand';
import { directoryOf } from './hosted';
import { type AppLaunch, key } from './launches';
import { Model } from './model';
import type { AnswerKind, Move, Tap } from './moves';
import { play } from './play';
import type { Subject } from './subject';
import type { Observed } from './watcher';

const launch = (query: AppLaunch['query'] = {}): Move => ({
  do: 'launch',
  launch: { path: 'pages/login/login', query: { v: '1', ...query }, withState: true },
  caller: 'app',
  canGoBack: true,
});
const on: Move = { do: 'resume' };
const toPrompt: readonly Move[] = [
  on,
  on,
  { do: 'tap', what: 'primary' },
  { do: 'tap', what: 'sheetAgree' },
];
const answerBoth: Move = { do: 'answerPhone', how: 'both' };

/** The shortest ways to each state. */
const ways: Readonly<
  Record<StateName, { readonly brand?: number; readonly moves: readonly Move[] }>
> = {
  idle: { moves: [] },
  identifying: { brand: everyBrand.length - 1, moves: [launch()] },
  about: { moves: [{ do: 'openManually', scene: 1001 }] },
  preparing: { brand: 1, moves: [launch()] },
  asking: { moves: [launch(), on, on] },
  renewing: { moves: [launch(), ...toPrompt, { do: 'wait', ms: 240_000 }, answerBoth] },
  signingIn: { moves: [launch(), ...toPrompt, answerBoth] },
  minting: { moves: [launch({ return: 'ticket' }), ...toPrompt, answerBoth] },
  sealing: { moves: [launch({ key }), ...toPrompt, answerBoth, on] },
  failed: {
    moves: [launch(), ...toPrompt, answerBoth, { do: 'answer', which: 0, how: 'refused' }],
  },
  returning: { moves: [launch(), { do: 'tap', what: 'decline' }] },
  manualReturn: { moves: [launch(), { do: 'tap', what: 'decline' }, { do: 'wait', ms: 1_500 }] },
  finished: {
    moves: [
      launch(),
      { do: 'tap', what: 'decline' },
      { do: 'wait', ms: 1_500 },
      { do: 'tapLaunchApp', outcome: 'failsForGood' },
    ],
  },
};

/** A model whose login is in this state. */
export function modelIn(state: StateName, subject: Subject): Model {
  const { brand = 0, moves } = ways[state];
  const model = new Model(subject, everyBrand[brand] ?? plain, {});
  for (const move of moves) play(model, move);
  if (model.state.name !== state)
    throw new Error(`the way to ${state} leads to ${model.state.name}`);
  return model;
}

/** One of each event, of this try and this screen. */
export function eventOf(type: EventType, { attempt, screen }: Visit): Event {
  const samples: { readonly [T in EventType]: Extract<Event, { type: T }> } = {
    entered: {
      type: 'entered',
      options: { path: '', query: {}, scene: 1069, caller: null },
      language: 'zh_CN',
      canGoBack: true,
    },
    pageLoaded: { type: 'pageLoaded' },
    hidden: { type: 'hidden' },
    agreementsToggled: { type: 'agreementsToggled', agreed: true, screen },
    optionToggled: { type: 'optionToggled', id: '8', agreed: true, screen },
    primaryTapped: { type: 'primaryTapped', screen },
    sheetAgreed: { type: 'sheetAgreed', screen },
    sheetClosed: { type: 'sheetClosed', screen },
    withoutPhoneTapped: { type: 'withoutPhoneTapped', screen },
    phoneAnswered: { type: 'phoneAnswered', detail: { errMsg: 'getPhoneNumber:ok', code: 'c' } },
    declined: { type: 'declined', screen },
    retryTapped: { type: 'retryTapped', screen },
    backToAppTapped: { type: 'backToAppTapped', screen },
    supportCopied: { type: 'supportCopied', screen },
    agreementOpened: { type: 'agreementOpened', id: 'terms', screen },
    privacyContractOpened: { type: 'privacyContractOpened', screen },
    launchAppTapped: { type: 'launchAppTapped', screen },
    launchAppAnswered: { type: 'launchAppAnswered', ok: true, detail: {} },
    exitTapped: { type: 'exitTapped', screen },
    loginCodeArrived: { type: 'loginCodeArrived', attempt, code: 'c' },
    loginCodeFailed: {
      type: 'loginCodeFailed',
      attempt,
      failure: { code: 'network', message: 'no' },
    },
    privacyRead: { type: 'privacyRead', attempt, needsAuthorization: true, contractName: '' },
    responded: {
      type: 'responded',
      attempt,
      purpose: 'signIn',
      response: { status: 200, body: null },
    },
    requestFailed: { type: 'requestFailed', attempt, purpose: 'signIn', reason: 'network' },
    sealed: { type: 'sealed', attempt, jwe: 'a..b.c.d' },
    openFailed: { type: 'openFailed', attempt },
    sealFailed: { type: 'sealFailed', attempt },
    goBackAnswered: { type: 'goBackAnswered', attempt, ok: true },
    alarmRang: { type: 'alarmRang' },
  };
  return samples[type];
}

const settle: Move = { do: 'settle', ms: 0 };
const wait: Move = { do: 'wait', ms: 900_000 };
const tap = (what: Tap): Move => ({ do: 'tap', what });
const answer = (which: number, how: AnswerKind): Move => ({ do: 'answer', which, how });
const toManualReturn: readonly Move[] = [tap('decline'), { do: 'wait', ms: 1_500 }];

/**
 * Ways through cells that act only on more than the event: an answer to what was really asked, an
 * alarm at its time, a box that is there. `version`: which of the tenant's agreements is met.
 */
const deeper: readonly {
  readonly brand?: number;
  readonly version?: number;
  readonly moves: readonly Move[];
}[] = [
  ...everyBrand.flatMap((_, brand) => [
    { brand, moves: [launch(), settle] },
    ...[0, 1, 2].map((which) => ({ brand, moves: [launch(), answer(which, 'fails')] })),
    { brand, moves: [launch(), wait] },
    { brand, moves: [{ do: 'openManually', scene: 1001 } as const, settle] },
  ]),
  { brand: 1, version: 3, moves: [launch(), on, on, on, tap('tickOption'), tap('untickOption')] },
  { moves: [launch(), on, on, tap('primary'), tap('sheetClose')] },
  { brand: 2, moves: [launch({ phone: 'optional' }), on, on, tap('tick'), tap('withoutPhone')] },
  { moves: [...ways.signingIn.moves, settle, { do: 'wait', ms: 1_500 }, wait] },
  ...Object.values(ways).map(({ brand, moves }) => ({
    ...(brand && { brand }),
    moves: [...moves, wait],
  })),
  ...(['ok', 'fails'] as const).map((how) => ({ moves: [...ways.minting.moves, answer(0, how)] })),
  ...(['fails', 'failsForGood', 'switches'] as const).map((outcome) => ({
    moves: [launch(), on, on, ...toManualReturn, { do: 'tapLaunchApp', outcome } as const, wait],
  })),
];

/** Sends each event to each state, and plays the deeper ways, whatever chance has left out. */
export function walkGrid(
  subject: Subject,
  cells: readonly { readonly state: StateName; readonly event: EventType }[],
  coverage: Coverage,
): void {
  for (const { state, event } of cells) {
    const model = modelIn(state, subject);
    const sample = eventOf(event, model.state.visit);
    const { brand, now } = model;
    const { readAgreements } = subject;
    const context = { brand, directory: directoryOf(brand), readAgreements, now };
    coverage.add({
      before: model.state,
      event: sample,
      ...subject.step(model.state, sample, context),
    });
  }
  for (const { brand = 0, version = 0, moves } of deeper) {
    const stepped = (step: Observed) => coverage.add(step);
    const count = version * numbersOfAVersion;
    const model = new Model(subject, everyBrand[brand] ?? plain, { stepped }, new Map(), count);
    for (const move of moves) play(model, move);
  }
}
