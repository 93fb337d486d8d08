import type { ProbeJson } from '../json';
import { momentsSince, record } from '../recorder';
import { answer } from '../report';

/* Which comes first after a suspension: timers, waiting answers or App.onShow. */

/** WeChat stops the program's JavaScript 5 s after it was hidden: the one just before that asks. */
const asksAfterMs = 4_900;
const ringsAfterMs = 6_000;

/** Leaves a timer and an answer behind that both come due in the background. */
export function keepBusy(): void {
  setTimeout(() => record('late timer'), ringsAfterMs);
  setTimeout(() => {
    wx.login({ complete: () => record('late answer') });
  }, asksAfterMs);
}

/** Only after a real suspension is there an order to report. */
export function reportOrder(): void {
  const since = momentsSince('App.onHide');
  const names = since.map(({ name }) => name);
  const [hidden] = since;
  const shown = since.find(({ name }) => name === 'App.onShow');
  if (!hidden || !shown || shown.at - hidden.at < ringsAfterMs) return;
  const order: ProbeJson = names.filter((name) =>
    ['late timer', 'late answer', 'App.onShow'].includes(name),
  );
  answer('life.timers-or-answers', { fact: 'timers-or-answers-first', answer: { order } });
}
