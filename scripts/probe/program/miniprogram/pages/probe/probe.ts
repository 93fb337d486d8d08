import { askAll } from '../../checks/check';
import { checks } from '../../checks/index';
import { pieces, qrPicture } from '../../codes';
import { followButton, goBack, type Sent } from '../../manual/going-back';
import { watchReturns } from '../../manual/life';
import {
  askPrivacy,
  copy,
  coupledAnswered,
  phoneAnswered,
  watchRemovedButton,
} from '../../manual/phone';
import { record } from '../../recorder';
import { report, reportText } from '../../report';

/** An app's launch loads the page again, in a program that has asked already. */
let isAsked = false;
let show: () => void = () => undefined;
watchReturns(() => show());

let hasAgreed = false;
let isRemovedAnswered = false;
let codeIndex = -1;

Page({
  data: {
    asked: false,
    count: 0,
    rows: [] as readonly { readonly id: string; readonly value: string }[],
    report: '',
    removed: false,
    code: '',
    codeNumber: '',
    set: {},
    specimenValue: 'one',
    wordForNumber: '12',
    broken: 'one\ntwo',
    nothing: null,
    entityWritten: 'a&lt;b',
    entityRead: 'a<b',
  },

  onLoad(query) {
    record('Page.onLoad', query);
    show = () => this.show();
  },
  onShow() {
    record('Page.onShow');
  },
  async onReady() {
    record('Page.onReady');
    if (!isAsked) {
      isAsked = true;
      await askAll(checks, this, () => undefined);
    }
    this.setData({ asked: true });
    this.show();
  },

  show() {
    const { answers } = report();
    const rows = Object.keys(answers).map((id) => {
      const { answer, measured } = answers[id] ?? {};
      return {
        id,
        value:
          JSON.stringify(answer) + (measured === undefined ? '' : ` · ${JSON.stringify(measured)}`),
      };
    });
    this.setData({ rows, count: rows.length, report: reportText() });
  },

  tapPrivacy() {
    askPrivacy(show);
  },
  tapPhone() {
    record('phone tap');
  },
  answerPhone({ detail }: { readonly detail: unknown }) {
    phoneAnswered(detail, show);
  },
  agreed() {
    hasAgreed = true;
  },
  answerCoupled({ detail }: { readonly detail: unknown }) {
    coupledAnswered(detail, hasAgreed, show);
  },
  tapRemoved() {
    this.setData({ removed: true });
    watchRemovedButton(() => isRemovedAnswered, show);
  },
  answerRemoved() {
    isRemovedAnswered = true;
  },
  tapCopy() {
    copy(reportText(), show);
  },
  tapBack({
    currentTarget,
  }: {
    readonly currentTarget: { readonly dataset: { readonly sent?: Sent } };
  }) {
    goBack(currentTarget.dataset.sent ?? 'string', show);
  },
  tapButton() {
    followButton('tap', undefined, show);
  },
  launched({ detail }: { readonly detail: unknown }) {
    followButton('launchapp', detail, show);
  },
  launchFailed({ detail }: { readonly detail: unknown }) {
    followButton('error', detail, show);
  },
  nextCode() {
    const all = pieces(reportText());
    codeIndex = (codeIndex + 1) % all.length;
    this.setData({
      code: qrPicture(all[codeIndex] ?? ''),
      codeNumber: `${codeIndex + 1} of ${all.length}`,
    });
  },
});
