import type { Program } from '../../compose';
import type { Event } from '../../login/event';
import type { View } from '../../login/screen';
import { changes } from './changes';

interface Link {
  readonly kind: 'agreement' | 'privacyContract';
  readonly id: string;
}

interface Data {
  view: View | { readonly screen: 'blank' };
  /** Apart from `view.sheet`, so that the sheet keeps its words while it slides away. */
  sheetOpen: boolean;
  /** CSS variables that only the running program knows. */
  style: string;
}

const data: Data = { view: { screen: 'blank' }, sheetOpen: false, style: '' };

/** Very large text leaves no room for two columns. */
function styleFor(fontScale: number): string {
  return `--scale: ${fontScale}; --columns: ${fontScale > 1.3 ? '1fr' : 'auto 1fr'}`;
}

/** Wiring only: a tap becomes an event, the view becomes data. */
Page({
  data,

  onLoad() {
    const { program } = getApp<{ readonly program: Program }>();
    let title = '';
    // Goes with the first view, so that the page is rendered once.
    let first: Partial<Data> = { style: styleFor(program.fontScale) };
    this.end = program.watch((view) => {
      if (view.title !== title) program.setTitle(view.title);
      title = view.title;
      const changed = { ...first, ...changes(this.data, view) };
      first = {};
      if (Object.keys(changed).length > 0) this.setData(changed);
    });
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

  onPrimaryTap() {
    this.send({ type: 'primaryTapped' });
  },
  onPhoneAnswer(event: WechatMiniprogram.CustomEvent) {
    this.send({ type: 'phoneAnswered', detail: event.detail });
  },
  onWithoutPhoneTap() {
    this.send({ type: 'withoutPhoneTapped' });
  },
  onConsentTap() {
    const { view } = this.data;
    if (view.screen === 'login') this.send({ type: 'agreementsToggled', agreed: !view.consent.agreed });
  },
  onDeclineTap() {
    this.send({ type: 'declined' });
  },
  onSheetAgree() {
    this.send({ type: 'sheetAgreed' });
  },
  onSheetClose() {
    this.send({ type: 'sheetClosed' });
  },
  onLinkTap(event: WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, Link>) {
    const { kind, id } = event.currentTarget.dataset;
    this.send(kind === 'agreement' ? { type: 'agreementOpened', id } : { type: 'privacyContractOpened' });
  },
  onRetryTap() {
    this.send({ type: 'retryTapped' });
  },
  onGiveUpTap() {
    this.send({ type: 'gaveUp' });
  },
  onCopyTap() {
    this.send({ type: 'supportCopied' });
  },
  onReturnTap() {
    this.send({ type: 'launchAppTapped' });
  },
  onLaunchAppDone() {
    this.send({ type: 'launchAppAnswered', ok: true });
  },
  onLaunchAppError() {
    this.send({ type: 'launchAppAnswered', ok: false });
  },
  onExitTap() {
    this.send({ type: 'exitTapped' });
  },
});
