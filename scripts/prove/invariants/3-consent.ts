import type { Effect } from '../../../miniprogram/login/effect';
import type { SentencePart, View } from '../../../miniprogram/login/screen';
import { hosted } from '../hosted';
import type { Tap } from '../moves';
import { kindOf, SecretFinder } from '../secrets';
import { hold } from '../violation';
import type { Observed } from '../watcher';
import { type Invariant, isNewVisit } from './invariant';
import {
  type LoginView,
  ofAnswer,
  ofEntry,
  ofPack,
  type Readable,
  type Reading,
  read,
} from './reading';
import { checkReceipt } from './receipt';

/**
 * Consent fails closed and belongs to words: read off the screen at the tap, held against each
 * screen after it and against the receipt. No phone prompt and no code out before it, the box never
 * pre-ticked, refusing as easy as agreeing.
 */
export const consent: Invariant = (model) => {
  const secrets = new SecretFinder();
  let yes: { readonly at: number; readonly to: Reading } | null = null;
  /** Words of the optional agreements that the person has ticked. */
  let chosen: readonly string[] = [];
  /** What GenAuth has answered last. */
  let published: readonly Readable[] | null = null;
  /** The name of WeChat's contract, once it has answered what it was `asked` last. */
  let asked = 0;
  let contract: string | null = null;
  let contractRefused = false;
  let screen: View | null = null;

  const forget = () => {
    yes = null;
    chosen = [];
    published = null;
    contract = null;
    contractRefused = false;
  };

  return {
    destroyed: forget,
    tapped: noteTap,
    prompted(tap, action, view) {
      hold(3, yes !== null, 'WeChat asks for the phone before the person has agreed');
      if (!action.includes('agreePrivacyAuthorization')) return;
      const parts =
        view.screen !== 'login' ? [] : ((tap === 'sheet' ? view.sheet : view.consent)?.parts ?? []);
      const isNamed = parts.some(({ kind, text }) => kind === 'privacyContract' && text !== '');
      hold(3, isNamed, 'a tap agrees to a contract that is not named on the screen');
      hold(
        3,
        !contractRefused,
        'a tap that WeChat answers with its privacy error asks for the same once more',
      );
    },
    stepped(step) {
      const { before, event, state, effects } = step;
      if (isNewVisit(step)) forget();
      noteAnswers(step);
      const isMeant = !('screen' in event) || event.screen === before.visit.screen;
      if (!isMeant)
        hold(3, state === before, `${event.type} counts for a screen that it was not meant for`);
      const isNews = state !== before || event.type === 'privacyRead';
      if (isNews && state.name === 'asking') checkScreen(model().view());
      if (before.name === 'asking' && event.type === 'declined' && isMeant)
        hold(
          3,
          state.name === 'returning' || state.name === 'manualReturn',
          'one tap does not refuse',
        );
      for (const effect of effects) checkEffect(effect);
      if (state.name !== before.name && 'result' in state) check(state.result);
    },
  };

  /** What the person does, where the screen offers it. */
  function noteTap(what: Tap, view: View): void {
    if (view.screen !== 'login') return;
    const { consent: box, sheet } = view;
    const at = model().now;
    if (what === 'tick' && !box.agreed) yes = { at, to: reading(view, box.parts) };
    if (what === 'untick') yes = null;
    if (what === 'sheetAgree' && sheet !== null && !sheet.agree.busy)
      yes ??= { at, to: reading(view, sheet.parts) };
    if (what === 'sheetClose' && sheet !== null) yes = null;
    noteOption(what, view);
  }

  function noteOption(what: Tap, { options }: LoginView): void {
    const option = options.find(({ id }) => id === '9');
    if (option === undefined) return;
    const words = option.parts.map(({ text }) => text).join('');
    if (what === 'untickOption') chosen = chosen.filter((one) => one !== words);
    if (what !== 'tickOption') return;
    chosen = [...chosen, words];
    // The receipt names one time: no earlier than any of what it lists was agreed to.
    if (yes !== null) yes = { ...yes, at: model().now };
  }

  function noteAnswers({ before, event, effects }: Observed): void {
    for (const effect of effects) {
      if (effect.type !== 'readPrivacy') continue;
      contract = null;
      asked = effect.attempt;
    }
    // However late: a try later, it is still the contract of this launch.
    if (event.type === 'privacyRead' && event.attempt === asked) contract = event.contractName;
    const isRead = before.name === 'preparing' || before.name === 'identifying';
    if (event.type === 'responded' && event.purpose !== 'signIn' && isRead)
      if (event.attempt === before.visit.attempt)
        published = ofAnswer(event.response.body) ?? ofEntry(event.response.body);
    noteRefusal(before, event);
  }

  /** The person's yes to the rest stands; in no receipt may the contract be. */
  function noteRefusal(before: Observed['before'], event: Observed['event']): void {
    if (event.type !== 'phoneAnswered' || before.name !== 'asking') return;
    if (before.phonePrompt === null) return;
    if (!/"errno":10[34]/.test(JSON.stringify(event.detail ?? null))) return;
    contractRefused = true;
    if (yes !== null) yes = { ...yes, to: { ...yes.to, contract: '' } };
  }

  function reading(view: LoginView, parts: readonly SentencePart[]): Reading {
    return read(view, parts, readable(view.lang));
  }

  /** Everything that can be agreed to at the moment. */
  function readable(lang: View['lang']): readonly Readable[] {
    const { brand } = model();
    if (brand === hosted) return [...(published ?? []), ...ofPack(brand, lang)];
    return brand.agreements.from === 'brand' ? ofPack(brand, lang) : (published ?? []);
  }

  function checkScreen(view: View): void {
    screen = view;
    if (view.screen !== 'login') return;
    const now = reading(view, view.consent.parts);
    checkWords(now, readable(view.lang));
    // WeChat's answer is there: what it names is agreed to here or nowhere.
    const due = contractRefused ? '' : contract;
    hold(3, due === null || due === now.contract, `not the contract on the screen: ${due}`);
    if (view.consent.agreed) {
      hold(3, yes !== null, 'the box shows a yes that the person did not give');
      hold(3, isSame(yes.to, now), 'the box is ticked for words that were not there at the tap');
    } else yes = null;
    for (const { agreed, label } of view.options ?? [])
      hold(3, !agreed || chosen.includes(label), `${label} is ticked, and not by the person`);
  }

  function checkWords({ words: shown, links }: Reading, all: readonly Readable[]): void {
    const needed = all.filter(({ optional }) => !optional);
    hold(3, needed.length > 0, 'the person is asked to agree to nothing');
    for (const { words, links: own, optional } of all) {
      hold(3, optional || shown.includes(words), `${words} is not on the screen`);
      hold(3, !optional || !shown.includes(words), `${words} is under the tick of the others`);
      if (optional) continue;
      for (const link of own) hold(3, links.includes(link), `${link} cannot be opened`);
    }
  }

  function checkEffect(effect: Effect): void {
    if (effect.type === 'seal') check(effect.plaintext);
    if (effect.type !== 'request' && effect.type !== 'goBack') return;
    const leaves = effect.type === 'request' ? effect.request : effect.extraData;
    const spent = secrets
      .in(leaves)
      .some((name) => ['login', 'phone', 'encrypted'].includes(kindOf(name)));
    hold(3, !spent || yes !== null, 'a code of the person leaves before the person has agreed');
  }

  function check(result: string): void {
    if (!result.includes('"consent":')) return;
    hold(3, yes !== null && screen !== null, 'a receipt without a yes');
    checkReceipt(result, yes, { all: readable(screen.lang), chosen });
  }
};

function isSame(a: Reading, b: Reading): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
