import type { Chapter } from './chapter';

export const OBSERVERS: Chapter = {
  page: 'framework/custom-component/observer.html',
  behaviours: [
    {
      says: 'one for several fields runs once for each setData, with their values, also when none changed',
      files: {
        'page.wxml': '<a id="a" />',
        'page.js':
          "Page({ go() { const a = this.selectComponent('#a'); a.setData({ x: 1, y: 2 }); a.setData({ y: 2 }); a.setData({ z: 1 }); } });",
        'a.wxml': '<view />',
        'a.js': "Component({ observers: { 'x, y'(x, y) { log(x, y); } } });",
      },
      steps: ['go'],
      log: ['1 2', '1 2'],
    },
    {
      says: 'what is set in one is there at once',
      files: {
        'page.wxml': '<a id="a" x="{{ 1 }}" y="{{ 2 }}" />',
        'page.js':
          "Page({ go() { const a = this.selectComponent('#a'); a.setData({ x: 5 }); log(a.data.sum); } });",
        'a.wxml': '<view>{{ sum }}</view>',
        'a.js':
          "Component({ properties: { x: Number, y: Number }, data: { sum: 0 }, observers: { 'x, y'(x, y) { this.setData({ sum: x + y }); } }, attached() { log('attached', this.data.sum); } });",
      },
      steps: ['go'],
      log: ['attached 3', '7'],
    },
    {
      says: 'one for a part runs when the part or the whole is set, not when another part is',
      files: {
        'page.wxml': '<a id="a" />',
        'page.js':
          "Page({ go() { const a = this.selectComponent('#a'); a.setData({ 'some.sub': 1 }); a.setData({ 'some.other': 1 }); a.setData({ some: { sub: 2 } }); a.setData({ 'arr[1]': 3 }); a.setData({ 'arr[0]': 3 }); a.setData({ arr: [4, 5] }); } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ data: { some: {}, arr: [] }, observers: { 'some.sub'(value) { log('sub', value); }, 'arr[1]'(value) { log('arr', value); } } });",
      },
      steps: ['go'],
      log: ['sub 1', 'sub 2', 'arr 3', 'arr 5'],
    },
    {
      says: '** runs for the whole and for whatever is below it, and gets the whole',
      files: {
        'page.wxml': '<a id="a" />',
        'page.js':
          "Page({ go() { const a = this.selectComponent('#a'); a.setData({ 'some.field': { x: 1 } }); a.setData({ 'some.field.y.z': 2 }); a.setData({ some: {} }); a.setData({ 'some.other': 1 }); } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ data: { some: {} }, observers: { 'some.field.**'(field) { log(field === undefined ? 'undefined' : field); } } });",
      },
      steps: ['go'],
      log: ['{"x":1}', '{"x":1,"y":{"z":2}}', 'undefined'],
    },
    {
      says: '** alone runs for every setData',
      files: {
        'page.wxml': '<a id="a" />',
        'page.js':
          "Page({ go() { const a = this.selectComponent('#a'); a.setData({ x: 1 }); a.setData({ 'y.z': 1 }); } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ observers: { '**'(data) { log(Object.keys(data).sort().join('')); } } });",
      },
      steps: ['go'],
      log: ['x', 'xy'],
    },
    {
      says: 'a property that is given from outside counts as set',
      files: {
        'page.wxml': '<a n="{{ n }}" />',
        'page.js': 'Page({ data: { n: 1 }, go() { this.setData({ n: 2 }); } });',
        'a.wxml': '<view />',
        'a.js':
          "Component({ properties: { n: Number }, observers: { n(n) { log('n', n); } }, created() { log('created'); }, attached() { log('attached'); } });",
      },
      steps: ['go'],
      log: ['created', 'n 1', 'attached', 'n 2'],
    },
    {
      says: 'those of behaviors run too, before the own one',
      files: {
        'page.wxml': '<a id="a" />',
        'page.js': "Page({ go() { this.selectComponent('#a').setData({ n: 1 }); } });",
        'shared.js': "module.exports = Behavior({ observers: { n(n) { log('shared', n); } } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ behaviors: [require('./shared')], observers: { n(n) { log('own', n); } } });",
      },
      steps: ['go'],
      log: ['shared 1', 'own 1'],
    },
  ],
};

export const PURE_DATA: Chapter = {
  page: 'framework/custom-component/pure-data.html',
  behaviours: [
    {
      says: 'a field that fits the pattern is not drawn, and is in data; observers are told',
      files: {
        'page.wxml': '<a id="a" _time="5" />',
        'page.js':
          "Page({ go() { const a = this.selectComponent('#a'); a.setData({ _b: 2 }); log(a.data._b, a.data._time); this.createSelectorQuery().select('#a >>> .t').fields({ dataset: true }).exec(([t]) => log(t.dataset)); } });",
        'a.wxml': '<view class="t" data-drawn="{{ b }}{{ _b }}{{ _time }}" />',
        'a.js':
          "Component({ options: { pureDataPattern: /^_/ }, properties: { _time: Number }, data: { b: 1, _b: 1 }, observers: { _b(b) { log('heard', b); } } });",
      },
      steps: ['go'],
      log: ['heard 2', '2 5', '{"drawn":"1"}'],
    },
    {
      says: "the pattern may stand in the component's JSON, and in a page's",
      files: {
        'page.wxml': '<a /><view class="t" data-drawn="{{ a }}{{ _a }}" />',
        'page.json': '{ "pureDataPattern": "^_" }',
        'page.js':
          "Page({ data: { a: 1, _a: 2 }, go() { this.createSelectorQuery().select('.t').fields({ dataset: true }).exec(([t]) => log(t.dataset)); } });",
        'a.wxml': '<view class="u" data-drawn="{{ a }}{{ _a }}" />',
        'a.json': '{ "pureDataPattern": "^_" }',
        'a.js':
          "Component({ data: { a: 3, _a: 4 }, ready() { this.createSelectorQuery().select('.u').fields({ dataset: true }).exec(([u]) => log(u.dataset)); } });",
      },
      steps: ['go'],
      log: ['{"drawn":"3"}', '{"drawn":"1"}'],
    },
  ],
};

export const UPDATES: Chapter = {
  page: 'framework/custom-component/update-perf-stat.html',
  behaviours: [
    {
      says: 'setUpdatePerformanceListener gets each update, with its fields when it asks for them, until it is null',
      files: {
        'page.wxml': '<view>{{ n }}</view>',
        'page.js': `Page({
          onLoad() { this.setUpdatePerformanceListener({ withDataPaths: true }, (res) => log(res.isMergedUpdate, res.dataPaths.length, typeof res.updateProcessId, res.pendingStartTimestamp <= res.updateStartTimestamp && res.updateStartTimestamp <= res.updateEndTimestamp)); },
          go() { this.setData({ n: 1, 'a.b': 2 }); }, stop() { this.setUpdatePerformanceListener({}, null); this.setData({ n: 2 }); },
        });`,
      },
      steps: ['go', 'stop'],
      log: ['false 2 number true'],
    },
  ],
};
