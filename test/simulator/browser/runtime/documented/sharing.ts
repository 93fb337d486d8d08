import type { Chapter } from './chapter';

export const BEHAVIORS: Chapter = {
  page: 'framework/custom-component/behaviors.html',
  behaviours: [
    {
      says: 'of one property or method the own counts, then the later behavior, then the one that brought another',
      files: {
        'page.wxml': '<a />',
        'inner.js':
          "module.exports = Behavior({ properties: { p: { type: Number, value: 1 }, q: { type: Number, value: 1 } }, methods: { m() { return 'inner'; }, k() { return 'inner'; } } });",
        'first.js':
          "module.exports = Behavior({ behaviors: [require('./inner')], properties: { p: { type: Number, value: 2 } }, methods: { m() { return 'first'; }, n() { return 'first'; }, o() { return 'first'; } } });",
        'second.js':
          "module.exports = Behavior({ properties: { r: { type: Number, value: 3 } }, methods: { n() { return 'second'; }, o() { return 'second'; } } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ behaviors: [require('./first'), require('./second')], methods: { o() { return 'own'; } }, attached() { const { p, q, r } = this.data; log(p, q, r, this.k(), this.m(), this.n(), this.o()); } });",
      },
      log: ['2 1 3 inner first second own'],
    },
    {
      says: 'data that are objects are joined, others are taken from the nearest',
      files: {
        'page.wxml': '<a />',
        'first.js':
          "module.exports = Behavior({ data: { o: { a: 1, b: 1 }, l: [1], s: 'first', only: 1 } });",
        'second.js':
          "module.exports = Behavior({ data: { o: { b: 2, c: 2 }, l: [2, 2], s: 'second' } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ behaviors: [require('./first'), require('./second')], data: { o: { c: 3 }, s: 'own' }, attached() { log(this.data); } });",
      },
      log: ['{"o":{"a":1,"b":2,"c":3},"l":[2,2],"s":"own","only":1}'],
    },
    {
      says: 'lifetimes run one after the other: what another brought first, then in order, the own last',
      files: {
        'page.wxml': '<a />',
        'inner.js':
          "module.exports = Behavior({ created() { log('inner created'); }, attached() { log('inner'); } });",
        'first.js':
          "module.exports = Behavior({ behaviors: [require('./inner')], attached() { log('first'); }, ready() { log('first ready'); } });",
        'second.js': "module.exports = Behavior({ lifetimes: { attached() { log('second'); } } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ behaviors: [require('./first'), require('./second')], created() { log('own created'); }, attached() { log('own'); }, ready() { log('own ready'); } });",
      },
      log: [
        'inner created',
        'own created',
        'inner',
        'first',
        'second',
        'own',
        'first ready',
        'own ready',
      ],
    },
    {
      says: 'a page takes behaviors too',
      files: {
        'page.wxml': '<view />',
        'shared.js':
          "module.exports = Behavior({ data: { shared: 1 }, methods: { hello() { return 'hello'; } }, attached() { log('attached'); } });",
        'page.js':
          "Page({ behaviors: [require('./shared')], data: { own: 2 }, onLoad() { log('load', this.data, this.hello()); } });",
      },
      log: ['attached', 'load {"shared":1,"own":2} hello'],
    },
    {
      says: 'form-field gives a component a name and a value, and form-field-group lets the fields inside count',
      files: {
        'page.wxml':
          '<form bindsubmit="sent"><a name="x" value="1" /><g /><button id="b" form-type="submit" style="height: 50px">ok</button></form>',
        'page.js': 'Page({ sent({ detail }) { log(detail.value); } });',
        'a.wxml': '<view />',
        'a.js':
          "Component({ behaviors: ['wx://form-field'], attached() { log(this.data.name, this.data.value); this.setData({ value: 2 }); } });",
        'g.wxml': '<view><input name="y" value="3" /></view>',
        'g.js': "Component({ behaviors: ['wx://form-field-group'] });",
      },
      steps: ['tap #b'],
      log: ['x 1', '{"x":2,"y":"3"}'],
    },
  ],
};

export const EXTENDING: Chapter = {
  page: 'framework/custom-component/extend.html',
  behaviours: [
    {
      says: 'definitionFilter of a behavior may change the definition of whoever takes it, and run the filters before it',
      files: {
        'page.wxml': '<a />',
        'base.js':
          "module.exports = Behavior({ definitionFilter(fields) { fields.data = { from: (fields.data ? fields.data.from : '') + ' base' }; } });",
        'more.js':
          "module.exports = Behavior({ behaviors: [require('./base')], definitionFilter(fields, filters) { filters[0](fields); fields.data.from = fields.data.from + ' more'; } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ behaviors: [require('./more')], data: { from: 'own' }, attached() { log(this.data.from); } });",
      },
      log: ['own base more'],
    },
  ],
};

export const COMPONENT_AS_PAGE: Chapter = {
  page: 'framework/custom-component/component.html',
  behaviours: [
    {
      says: 'a page may be made by Component: its hooks are methods, and it has lifetimes',
      files: {
        'page.wxml': '<view />',
        'page.json': '{ "usingComponents": {} }',
        'page.js':
          "Component({ data: { n: 1 }, methods: { onLoad() { log('onLoad', this.data.n); }, onShow() { log('onShow'); }, onReady() { log('onReady'); }, onUnload() { log('onUnload'); } }, lifetimes: { attached() { log('attached'); }, detached() { log('detached'); } } });",
      },
      steps: ['back'],
      log: ['attached', 'onLoad 1', 'onShow', 'onReady', 'onUnload', 'detached'],
    },
  ],
};

export const PAGES: Chapter = {
  page: 'reference/api/Page.html',
  behaviours: [
    {
      says: 'load, show, ready; hide and show again; unload',
      files: {
        'page.wxml': '<view />',
        'page.js':
          "Page({ onLoad(query) { log('load', query, this.route.split('/').pop(), this.options); }, onShow() { log('show'); }, onReady() { log('ready'); }, onHide() { log('hide'); }, onUnload() { log('unload'); }, away() { wx.navigateTo({ url: '/pages/a/a' }); } });",
      },
      steps: ['away', 'back', 'back'],
      log: ['load {"q":"1"} page {"q":"1"}', 'show', 'ready', 'hide', 'show', 'unload'],
    },
    {
      says: 'getCurrentPages has the first page first and the current one last',
      files: {
        'page.wxml': '<view />',
        'page.js':
          'Page({ go() { const pages = getCurrentPages(); log(pages.length, pages[0].route, pages[pages.length - 1] === this); } });',
      },
      steps: ['go'],
      log: ['2 pages/a/a true'],
    },
    {
      says: 'what else stands in the definition is on the page, each page has data of its own, and getApp is the one app',
      files: {
        'page.wxml': '<view />',
        'page.js':
          'Page({ extra: { n: 1 }, data: { l: [] }, go() { this.data.l.push(1); log(this.extra.n, this.data.l, getApp() === getApp(), Array.isArray(getApp().log)); } });',
      },
      steps: ['go'],
      log: ['1 [1] true true'],
    },
  ],
};
