import { errorOf } from '../checks/interfaces';
import { isRecord } from '../json';
import { momentsSince, record } from '../recorder';
import { answer } from '../report';

/** ms. A refusal that follows another within this is told apart. */
const gap = 15_000;
let refusedAt = Number.NEGATIVE_INFINITY;

/** Words, number and the names of what came: never a code or a number itself. */
export function phoneAnswered(detail: unknown, onAnswer: () => void): void {
  record('phone answer');
  const told = { ...errorOf(detail), keys: isRecord(detail) ? Object.keys(detail).sort() : [] };
  const granted =
    isRecord(detail) && (detail.code !== undefined || detail.encryptedData !== undefined);
  if (granted) answer('phone.granted', { fact: 'what-the-phone-button-answers', answer: told });
  else if (Date.now() - refusedAt < gap) {
    answer('phone.refused-again', { fact: 'a-refusal-has-many-wordings', answer: told });
  } else answer('phone.refused', { fact: 'a-refusal-has-many-wordings', answer: told });
  if (!granted) refusedAt = Date.now();
  // The program may be shown after the answer as well as before.
  setTimeout(() => {
    const order = momentsSince('phone tap').map(({ name }) => name);
    answer('phone.surfaces', { fact: 'native-surfaces-hide-and-show-the-program', answer: order });
    onAnswer();
  }, 1_000);
}

export function coupledAnswered(detail: unknown, agreed: boolean, onAnswer: () => void): void {
  answer('privacy.coupled', {
    fact: 'one-button-for-agreeing-and-the-number',
    answer: { ...errorOf(detail), agreed },
  });
  onAnswer();
}

let privacyRefusedAt = Number.NEGATIVE_INFINITY;

/** WeChat's own sheet about the privacy contract, or what it says instead of one. */
export function askPrivacy(onAnswer: () => void): void {
  const report = (result: unknown, isRefused: boolean) => {
    const isAgain = isRefused && Date.now() - privacyRefusedAt < gap;
    if (isRefused) privacyRefusedAt = Date.now();
    if (!isRefused)
      answer('privacy.agreed', {
        fact: 'privacy-interfaces-need-the-persons-yes',
        answer: errorOf(result),
      });
    else if (isAgain) {
      answer('privacy.refused-again', {
        fact: 'after-a-refusal-wechat-asks-again-only-later',
        answer: errorOf(result),
      });
    } else
      answer('privacy.refused', { fact: 'what-the-privacy-errors-say', answer: errorOf(result) });
    onAnswer();
  };
  wx.requirePrivacyAuthorize({
    success: (result) => report(result, false),
    fail: (error) => report(error, true),
  });
}

/** The button was taken away at the tap: does an answer come all the same? */
export function watchRemovedButton(answered: () => boolean, onAnswer: () => void): void {
  setTimeout(() => {
    answer('phone.button-removed', {
      fact: 'the-phone-button-must-stay-until-it-answers',
      answer: { answered: answered() },
    });
    onAnswer();
  }, 12_000);
}

export function copy(data: string, onAnswer: () => void): void {
  const report = (result: unknown) => {
    answer('clipboard.copy', {
      fact: 'the-clipboard-is-a-privacy-interface',
      answer: errorOf(result),
    });
    onAnswer();
  };
  wx.setClipboardData({ data, success: report, fail: report });
}
