import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  openPhone,
  type Page,
  type Phone,
  type Simulator,
  startSimulator,
} from '@mini-login/simulator';
import { type Project, project } from '../../node/compile/project';

/*
 * WeChat's app service is no browser: a program finds no window, no document and nothing of theirs,
 * whichever way a library looks for them.
 */

const WAYS = {
  'a sloppy this': '(function () { return this; })()',
  'a sloppy this in an arrow': '(function () { return (() => this)(); })()',
  'a timer': 'timer',
  'a promise': 'then',
  'a callback of wx': 'callback',
  "Function('return this')()": "Function('return this')()",
  'this of the script': 'script',
  globalThis: 'globalThis',
  global: 'global',
} as const;

/** `MutationObserver` is what promises look for; the others, what the rest does. */
const NAMES = [
  ...['MutationObserver', 'WebKitMutationObserver', 'IntersectionObserver', 'MessageChannel'],
  ...['window', 'self', 'top', 'parent', 'document', 'location', 'navigator', 'performance'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'URL', 'localStorage', 'crypto', 'btoa'],
  ...['setImmediate', 'requestAnimationFrame', 'queueMicrotask', 'structuredClone'],
  ...['addEventListener', 'dispatchEvent', 'postMessage', 'Window', 'EventTarget', 'startProgram'],
];

const script = `
  const names = ${JSON.stringify(NAMES)};
  const script = this;
  made = 'by an assignment';
  const ofBrowser = /Window|HTML|Document|Element|EventTarget|Storage/;
  /** What leads to another document, and what is the browser's. */
  function leaks(value, path, depth, seen, found) {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
    if (seen.has(value) || depth > 6) return;
    seen.add(value);
    const kind = Object.prototype.toString.call(value);
    let end = value;
    while (Object.getPrototypeOf(end)) end = Object.getPrototypeOf(end);
    if (ofBrowser.test(kind)) return void found.push(path + ' is ' + kind);
    if (end !== Object.prototype && Object.hasOwn(end, 'hasOwnProperty'))
      return void found.push(path + ' is of another document');
    for (const name of Reflect.ownKeys(value)) {
      // glass-easel's node behind a page or a component, as WeChat has its own.
      if (name === '_$') continue;
      let inner;
      try { inner = value[name]; } catch { continue; }
      leaks(inner, path + '.' + String(name), depth + 1, seen, found);
    }
    leaks(Object.getPrototypeOf(value), path + '.__proto__', depth + 1, seen, found);
  }
  Page({
    data: { id: 'given' },
    onLoad(query) { this.query = query; },
    ids() {
      const own = (function () { return this; })();
      const before = [typeof view, typeof given, own.view, own.given, typeof made];
      view = 1;
      this.setData({ id: 'made' });
      return [...before, typeof view, own.view, made];
    },
    tapped(event) { this.event = event; },
    async ways() {
      const timer = await new Promise((done) => setTimeout(function () { done(this); }, 0));
      const then = await Promise.resolve().then(function () { return this; });
      const callback = await new Promise((done) => wx.getSystemInfo({ success() { done(this); } }));
      const ways = { ${Object.entries(WAYS)
        .map(([name, way]) => `${JSON.stringify(name)}: ${way}`)
        .join(', ')} };
      return Object.entries(ways).map(([way, object]) => [way, names.filter((name) =>
        object && (object[name] !== undefined || name in object))]);
    },
    constructors() {
      const functions = [setTimeout, setInterval, clearTimeout, clearInterval, Date.now, Date,
        console.log, wx.request, wx.getSystemInfoSync, Page, App, getApp, require, Promise.resolve,
        this.query.constructor, getApp().options.constructor];
      return functions.filter((each) => {
        try { return each.constructor('return 1')() === 1; } catch { return false; }
      }).map(String);
    },
    async graph() {
      const answers = await Promise.all(['login', 'getSystemInfo', 'getSetting', 'getStorageInfo',
        'getClipboardData', 'getNetworkType', 'request'].map((name) =>
          new Promise((done) => wx[name]({ url: 'https://nobody.test', complete: done }))));
      const found = [];
      const seen = new Set();
      const { query, event, data } = this;
      const roots = { ...globalThis, answers, query, event, data, app: getApp(),
        pages: getCurrentPages(), enter: wx.getEnterOptionsSync(), info: wx.getSystemInfoSync(),
        ext: wx.getExtConfigSync(), none: (function () { return this; })() };
      for (const [name, value] of Object.entries(roots)) leaks(value, name, 0, seen, found);
      return found;
    },
    call() { setTimeout(() => this.missing(), 0); },
    caught() { try { this.missing(); } catch (error) { console.log(error); } },
    globals: () => {
      const own = (function () { return this; })();
      (function () { this.set = 'by this'; })();
      return [own.made, 'made' in own, made, set, own.wx === wx, own === script];
    },
  });`;

let program: Project;
let simulator: Simulator;
let phone: Phone;
let page: Page;
beforeAll(async () => {
  program = project({
    'src/app.js': 'App({ onLaunch(options) { this.options = options; } })',
    'src/pages/a/a.wxml':
      '<view id="view" bindtap="tapped">text</view><view id="{{ id }}">named</view>',
    'src/pages/a/a.ts': script,
  });
  simulator = await startSimulator({ project: program.dir });
  phone = await openPhone({ simulator });
  await phone.launch({ path: 'pages/a/a?one=1' });
  page = await phone.miniProgram.currentPage();
  await (await page.$('#view'))?.tap();
});
afterAll(async () => {
  await phone.close();
  await simulator.close();
  program.dispose();
});

test('nothing of the browser is found by any object that a library takes for the global one', async () => {
  expect(await page.callMethod('ways')).toEqual(Object.keys(WAYS).map((way) => [way, []]));
});

test('no function leads to one that runs a text', async () => {
  expect(await page.callMethod('constructors')).toEqual([]);
});

test('nothing that a program is given leads to the browser, or to another document', async () => {
  expect(await page.callMethod('graph')).toEqual([]);
});

test('what a program makes global it finds', async () => {
  expect(await page.callMethod('globals')).toEqual([
    ...['by an assignment', true, 'by an assignment', 'by this', true, true],
  ]);
});

test('a message of the engine says this, as the program does', async () => {
  for (const method of ['call', 'caught']) await page.callMethod(method);
  await phone.clock.advance(1);
  const entries = phone.timeline();
  expect(entries.findLast(({ kind }) => kind === 'error')).toMatchObject({
    message: 'this.missing is not a function',
  });
  expect(entries.findLast(({ kind }) => kind === 'console')).toMatchObject({
    args: ['TypeError: this.missing is not a function'],
  });
});

test('an element is not a global by its id', async () => {
  expect(await page.callMethod('ids')).toEqual([
    ...['undefined', 'undefined', null, null, 'string'],
    ...['number', 1, 'by an assignment'],
  ]);
});
