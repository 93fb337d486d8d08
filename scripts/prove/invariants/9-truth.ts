import type { View } from '../../../miniprogram/login/screen';
import { hold } from '../violation';
import type { Observed } from '../watcher';
import { type Invariant, isNewVisit } from './invariant';

/**
 * WeChat's yes and the switch belong together only when they come within a few seconds
 * (docs/wechat.md#going-back-ok-proves-nothing).
 */
const togetherMs = 5_000;

/** As a person reads it, sentence by sentence. */
const claims = {
  loggedIn: /登录成功|登入成功|已登录|已登入|logged in|signed in|ログインしました/i,
  notBack: /未能返回|could not go back|戻れませんでした/i,
  refused: /没有提供|沒有提供|you did not share|提供されませんでした/i,
  contractRefused: /隐私保护指引|隱私保護指引|privacy guidelines|プライバシー保護/i,
  /** What stands on the failure screen, and on no other. */
  elsewhere: /下面的|below|下の/i,
} as const;
const notClaimed = /如果|没有登录|沒有登入|\bif\b|\bnot logged|\bnot signed|ない場合|ていません/i;

/**
 * What is told is what is known: the words on the screen against what the app and WeChat did.
 */
export const truth: Invariant = (model) => {
  let received = false;
  let acceptedAt = Number.NEGATIVE_INFINITY;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  /** WeChat said yes, and the program was hidden: as far as can be known, because of it. */
  let switched = false;
  let denied = false;
  let contractRefused = false;

  const forget = () => {
    received = false;
    acceptedAt = Number.NEGATIVE_INFINITY;
    switched = false;
    denied = false;
    contractRefused = false;
  };

  return {
    destroyed: forget,
    received() {
      received = true;
    },
    prompted() {
      denied = false;
      contractRefused = false;
    },
    stepped(step) {
      const { before, state } = step;
      if (isNewVisit(step)) forget();
      note(step);
      if (state === before || !shows(state.name)) return;
      const said = sentences(model().view());
      hold(9, received || switched || !says(said, claims.loggedIn), 'says that it has logged in');
      hold(9, !received || !says(said, claims.notBack), 'says that the app has nothing');
      hold(9, denied || !says(said, claims.refused), 'says that the person has refused');
      hold(
        9,
        contractRefused || !says(said, claims.contractRefused),
        'says that WeChat’s contract was refused',
      );
      hold(9, state.name !== 'asking' || !says(said, claims.elsewhere), 'says what is not there');
    },
  };

  function note({ event, before }: Observed): void {
    const { elapsed, hiddenAt: since } = model();
    if (event.type === 'hidden') {
      hiddenAt = elapsed;
      switched ||= elapsed - acceptedAt <= togetherMs;
    }
    const isOwn = !('attempt' in event) || event.attempt === before.visit.attempt;
    const isYes =
      (event.type === 'goBackAnswered' || event.type === 'launchAppAnswered') && event.ok && isOwn;
    if (isYes) {
      acceptedAt = elapsed;
      switched ||= since !== null && elapsed - hiddenAt <= togetherMs;
    }
    if (event.type !== 'phoneAnswered') return;
    const answer = JSON.stringify(event.detail ?? null);
    denied ||= /user (?:deny|cancel)/.test(answer);
    contractRefused ||= /"errno":10[34]/.test(answer);
  }
};

function shows(name: string): boolean {
  return ['asking', 'returning', 'manualReturn', 'finished'].includes(name);
}

/** What is told of the login; what is asked is held to the screen by the invariant of consent. */
function sentences(view: View): readonly string[] {
  const told =
    view.screen === 'returning'
      ? [view.heading, view.detail, view.announcement]
      : view.screen === 'login'
        ? [view.notice ?? '']
        : [];
  return told.flatMap((text) => text.split(/[.。]/));
}

function says(said: readonly string[], claim: RegExp): boolean {
  return said.some((sentence) => claim.test(sentence) && !notClaimed.test(sentence));
}
