import { project } from '../../../node/compile/project';

const pickers = {
  selector: 'range="{{ [1, 2, 3] }}"',
  multiSelector: 'range="{{ [[1, 2], [3, 4]] }}"',
  time: '',
  date: '',
  region: '',
};
const opens = ['getPhoneNumber', 'launchApp'];

const style = 'style="position: fixed; width: 2px; height: 2px; left: {{x}}px; top: {{y}}px"';
const template = [
  `<view wx:if="{{ kind === 'call' }}" ${style} bind:tap="call" />`,
  ...opens.map(
    (type) =>
      `<button wx:elif="{{ kind === '${type}' }}" ${style} open-type="${type}" app-parameter="p" bind:getphonenumber="onAnswer" />`,
  ),
  ...Object.entries(pickers).map(
    ([mode, range]) =>
      `<picker wx:elif="{{ kind === '${mode}' }}" ${style} mode="${mode}" ${range} bind:change="onAnswer" bind:cancel="onAnswer"><view style="height: 2px" /></picker>`,
  ),
].join('');

const script = `Page({
  data: { kind: '', x: 0, y: 0, answers: [] },
  onLoad({ kind = '', x, y }) { this.setData({ kind, x, y }) },
  call() {
    const onAnswer = (answer) => this.setData({ answers: [...this.data.answers, answer] });
    wx[this.api]({ ...this.params, success: onAnswer, fail: onAnswer });
  },
  onAnswer({ type, detail }) { this.setData({ answers: [...this.data.answers, [type, detail]] }) },
  opens(api, params) { this.api = api; this.params = params },
})`;
const next = `Page({
  data: { x: 0, y: 0, taps: 0 },
  onLoad({ x, y }) { this.setData({ x, y }) },
  tap() { this.setData({ taps: this.data.taps + 1 }) },
})`;

/** Opens what it is asked for where it was touched, and keeps what it is answered. */
export const gridProgram = () =>
  project({
    'src/app.json': JSON.stringify({
      pages: ['page', 'next', 'other'],
      window: { navigationStyle: 'custom' },
      __usePrivacyCheck__: true,
      tabBar: {
        list: [
          { pagePath: 'page', text: 'page' },
          { pagePath: 'other', text: 'other' },
        ],
      },
    }),
    'src/page.json': '{}',
    'src/page.wxml': template,
    'src/page.js': script,
    'src/next.json': '{ "navigationStyle": "default" }',
    'src/next.wxml': `<view ${style} bind:tap="tap" />`,
    'src/next.js': next,
    'src/other.json': '{}',
    'src/other.wxml': '<view />',
    'src/other.js': 'Page({})',
  });

/** The app behind: it counts what is touched in it. */
export const appPage =
  '<body onclick="parent.inApp = (parent.inApp || 0) + 1" style="height: 100vh">app</body>';
