import { errorOf } from '../checks/interfaces';
import type { ProbeJson } from '../json';
import { onMoment } from '../recorder';
import { answer } from '../report';

export type Sent = 'string' | 'object' | 'long' | 'untapped';

const facts: Readonly<Record<Sent, string>> = {
  string: 'going-back-ok-proves-nothing',
  object: 'extradata-is-a-string-on-the-way',
  long: 'size-of-what-goes-back',
  untapped: 'does-ios-want-a-tap-to-go-back',
};
/**
 * What the app should get, and says back by launching the probe with `got`, `gotLength`, `via` and
 * `sent`.
 */
const contents: Readonly<Record<Sent, string | WechatMiniprogram.IAnyObject>> = {
  string: '{"probe":1}',
  object: { probe: 1 },
  long: '0123456789abcdef'.repeat(256),
  untapped: '{"probe":1}',
};
/** ms. WeChat stops a hidden program after 5 s, so what is not over by then is told before. */
const patience = 3_000;
/** ms: the login shows its button when it is still in front after this. */
const alarm = 1_500;

/** Goes back by the call that needs no button, and says in which order WeChat did what. */
export function goBack(sent: Sent, onAnswer: () => void): void {
  const order: string[] = [];
  const measured: Record<string, number> = {};
  let end: { readonly [key: string]: ProbeJson } = {};
  let called = Date.now();
  let open = true;
  const note = (what: string) => {
    if (!open) return;
    order.push(what);
    measured[what] ??= Date.now() - called;
  };
  onMoment(({ name }) => {
    if (name === 'App.onHide' || name === 'App.onShow') note(name);
  });
  const call = () => {
    called = Date.now();
    setTimeout(() => {
      open = false;
      const id = `back.by-call.${sent}`;
      const hideAfter = measured['App.onHide'];
      answer(id, { fact: facts[sent], answer: { order, ...end }, measured });
      answer('back.timing', {
        fact: 'how-long-ok-takes',
        answer: { hiddenInTime: hideAfter !== undefined && hideAfter <= alarm },
        measured,
      });
      onAnswer();
    }, patience);
    if (typeof wx.navigateBackApplication !== 'function') {
      note('absent');
      return;
    }
    wx.navigateBackApplication({
      extraData: contents[sent],
      success: () => note('success'),
      fail(error) {
        note('fail');
        end = errorOf(error);
      },
    });
  };
  // WeChat forgets a tap within seconds.
  if (sent === 'untapped') setTimeout(call, 4_000);
  else call();
}

const taps: string[][] = [];

/**
 * What the button did this time: its events and being hidden, as they came. One list for each tap.
 */
export function followButton(
  event: 'tap' | 'launchapp' | 'error',
  detail: unknown,
  onAnswer: () => void,
): void {
  if (event === 'tap') {
    const tap = ['tap'];
    taps.push(tap);
    onMoment(({ name }) => {
      if (name === 'App.onHide' && taps[taps.length - 1] === tap) tap.push(name);
    });
  } else {
    const { errMsg } = errorOf(detail);
    taps[taps.length - 1]?.push(event === 'error' ? `error ${String(errMsg)}` : event);
  }
  setTimeout(() => {
    answer('back.by-button', {
      fact: 'neither-event-of-the-button-is-final',
      answer: taps.map((tap) => [...tap]),
    });
    onAnswer();
  }, 1_500);
}
