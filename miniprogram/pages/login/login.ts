import { ownMethods } from '../../brand/page';
import type { Program } from '../../compose';
import type { Event } from '../../login/event';
import type { View } from '../../login/screen';
import { changes } from './changes';

/** Which box was tapped, and what it says then. */
interface Box {
  /** Empty: the one that the login needs. */
  readonly id: string;
  readonly agreed: boolean;
}

interface Link {
  readonly kind: 'agreement' | 'privacyContract';
  readonly id: string;
}

/** Each tap brings `mark:screen` of the root along. */
interface Mark {
  readonly screen?: number;
}

type Tapped = WechatMiniprogram.BaseEvent<Mark>;

/** What a tap tells, but for the screen. */
type Tap =
  Extract<Event, { readonly screen: number }> extends infer T
    ? T extends Event
      ? Omit<T, 'screen'>
      : never
    : never;

interface Data {
  view: View | { readonly screen: 'blank' };
  /** Apart from `view.sheet`, so that the sheet keeps its words while it slides away. */
  sheetOpen: boolean;
  /** CSS variables that only the running program knows. */
  style: string;
}

const data: Data = { view: { screen: 'blank' }, sheetOpen: false, style: '' };

/** Very large text leaves no room for two columns, nor for what stands side by side. */
function styleFor(fontScale: number): string {
  return `--scale: ${fontScale}${fontScale > 1.3 ? '; --columns: 1fr; --row: block; --title: normal' : ''}`;
}

/** Wiring only: a tap becomes an event, the view becomes data. */
Page({
  data,
  ...ownMethods,

  onLoad() {
    const { program } = getApp<{ readonly program: Program }>();
    let title = '';
    let bar: View['bar'] = null;
    // Goes with the first view, so that the page is rendered once.
    let first: Partial<Data> = { style: styleFor(program.fontScale) };
    this.end = program.watch((view) => {
      if (view.title !== title) program.setTitle(view.title);
      title = view.title;
      if (view.bar !== bar) program.setBar(view.bar);
      bar = view.bar;
      const changed = { ...first, ...changes(this.data, view) };
      first = {};
      if (Object.keys(changed).length > 0) this.setData(changed);
    });
    program.send({ type: 'pageLoaded' });
  },
  onReady() {
    getApp<{ readonly program: Program }>().program.painted();
  },
  /** The text size may have been changed in WeChat's settings meanwhile. */
  onShow() {
    const style = styleFor(getApp<{ readonly program: Program }>().program.fontScale);
    if (style !== this.data.style) this.setData({ style });
  },
  onUnload() {
    this.end();
  },
  /** Replaced by what ends the watching; a page that never loaded watches nothing. */
  end(): void {
    return;
  },
  send(event: Event) {
    getApp<{ readonly program: Program }>().program.send(event);
  },
  /**
   * A tap, with the number of the screen that was in front of the person: what is drawn may be
   * older than `data`.
   */
  dispatch(tap: Tap, { mark }: Tapped) {
    this.send({ ...tap, screen: mark?.screen ?? Number.NaN });
  },

  onPrimaryTap(event: Tapped) {
    this.dispatch({ type: 'primaryTapped' }, event);
  },
  onPhoneAnswer(event: WechatMiniprogram.CustomEvent) {
    this.send({ type: 'phoneAnswered', detail: event.detail });
  },
  onWithoutPhoneTap(event: Tapped) {
    this.dispatch({ type: 'withoutPhoneTapped' }, event);
  },
  onConsentTap(event: WechatMiniprogram.BaseEvent<Mark, Box>) {
    const { id, agreed } = event.currentTarget.dataset;
    this.dispatch(
      id !== '' ? { type: 'optionToggled', id, agreed } : { type: 'agreementsToggled', agreed },
      event,
    );
  },
  onDeclineTap(event: Tapped) {
    this.dispatch({ type: 'declined' }, event);
  },
  onSheetAgree(event: Tapped) {
    this.dispatch({ type: 'sheetAgreed' }, event);
  },
  onSheetClose(event: Tapped) {
    this.dispatch({ type: 'sheetClosed' }, event);
  },
  /** The page behind the sheet stays where it is. */
  onSheetDrag(): void {
    return;
  },
  onLinkTap(event: WechatMiniprogram.BaseEvent<Mark, Link>) {
    const { kind, id } = event.currentTarget.dataset;
    this.dispatch(
      kind === 'agreement' ? { type: 'agreementOpened', id } : { type: 'privacyContractOpened' },
      event,
    );
  },
  onRetryTap(event: Tapped) {
    this.dispatch({ type: 'retryTapped' }, event);
  },
  onBackToAppTap(event: Tapped) {
    this.dispatch({ type: 'backToAppTapped' }, event);
  },
  onCopyTap(event: Tapped) {
    this.dispatch({ type: 'supportCopied' }, event);
  },
  onReturnTap(event: Tapped) {
    this.dispatch({ type: 'launchAppTapped' }, event);
  },
  onLaunchAppDone(event: WechatMiniprogram.CustomEvent) {
    this.send({ type: 'launchAppAnswered', ok: true, detail: event.detail });
  },
  onLaunchAppError(event: WechatMiniprogram.CustomEvent) {
    this.send({ type: 'launchAppAnswered', ok: false, detail: event.detail });
  },
  onExitTap(event: Tapped) {
    this.dispatch({ type: 'exitTapped' }, event);
  },
});
