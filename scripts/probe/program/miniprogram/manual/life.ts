import { launchQuery } from '../checks/launch';
import { isRecord, toJson } from '../json';
import { momentsSince, onMoment } from '../recorder';
import { answer } from '../report';
import { reportOrder } from './away';

const facts: Readonly<Record<string, string>> = {
  object: 'extradata-is-a-string-on-the-way',
  long: 'size-of-what-goes-back',
  button: 'the-buttons-text-arrives-as-another-message-on-android',
};

/**
 * Answers by itself when the program comes to the front again: by Home and back, or by an app that
 * says what it received.
 */
export function watchReturns(onAnswer: () => void): void {
  onMoment(({ name }) => {
    if (name !== 'App.onShow') return;
    // A page that is loaded for it comes just after.
    setTimeout(() => {
      const returned = afterReturn();
      if (returned) onAnswer();
    }, 1_000);
  });
}

function afterReturn(): boolean {
  const shown = momentsSince('App.onHide').map(({ name }) => name);
  if (!shown.includes('App.onHide')) return false;
  reportOrder();
  const query = launchQuery();
  if (query?.got !== undefined) {
    const sent = String(query.sent);
    answer(`app.received.${sent}`, {
      fact: facts[sent] ?? 'what-the-app-receives',
      answer: { text: toJson(query.got), length: toJson(query.gotLength), via: toJson(query.via) },
    });
    const launches = momentsSince().filter(({ name }) => name === 'App.onLaunch').length;
    answer('life.hot-launch', { fact: 'onshow-or-onload-first', answer: { order: shown } });
    answer('life.survives-going-back', {
      fact: 'going-back-does-not-close-the-program',
      answer: { launches },
    });
    return true;
  }
  const [last, before] = momentsSince()
    .filter(({ name }) => name === 'App.onShow')
    .map(({ detail }) => (isRecord(detail) ? detail : {}))
    .reverse();
  answer('life.home-and-back', {
    fact: 'a-return-repeats-the-last-launch',
    answer: {
      order: shown,
      sameScene: last?.scene === before?.scene,
      sameQuery: JSON.stringify(toJson(last?.query)) === JSON.stringify(toJson(before?.query)),
      samePath: last?.path === before?.path,
      callerBefore: callerOf(before),
      callerAfter: callerOf(last),
      sameLanguage: last?.language === before?.language,
      sameTextSize: last?.fontSizeScaleFactor === before?.fontSizeScaleFactor,
    },
  });
  return true;
}

/** Whether WeChat names it, and not whose it is. */
function callerOf(options: Readonly<Record<string, unknown>> | undefined): string {
  const { referrerInfo } = options ?? {};
  if (!isRecord(referrerInfo)) return 'no referrerInfo';
  return typeof referrerInfo.appId === 'string' && referrerInfo.appId !== '' ? 'named' : 'no appId';
}
