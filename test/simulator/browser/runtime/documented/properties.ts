import type { Chapter } from './chapter';

const TYPES = `{ s: String, n: Number, b: Boolean, l: Array, o: Object, x: null }`;
const TYPED = `Component({ properties: ${TYPES}, attached() { const { s, n, b, l, o, x } = this.data; log(s, n, b, l, o, x); } });`;

export const PROPERTIES: Chapter = {
  page: 'reference/api/Component.html',
  behaviours: [
    {
      says: 'a type says what a property begins with',
      files: { 'page.wxml': '<a />', 'a.wxml': '<view />', 'a.js': TYPED },
      log: [' 0 false [] null null'],
    },
    {
      says: 'what is given is made fit for the type',
      files: {
        'page.wxml':
          '<a s="{{ 1 }}" n="5" b="x" l="{{ [1] }}" o="{{ {k: 1} }}" x="{{ 0 }}" /><a s="{{ true }}" n="{{ \'7\' }}" b="" />',
        'a.wxml': '<view />',
        'a.js': TYPED,
      },
      log: ['1 5 true [1] {"k":1} 0', 'true 7 false [] null null'],
    },
    {
      says: 'value is the beginning, optionalTypes are taken as they are',
      files: {
        'page.wxml': '<a /><a v="{{ 1 }}" /><a v="{{ true }}" />',
        'a.wxml': '<view />',
        'a.js':
          "Component({ properties: { v: { type: String, optionalTypes: [Number], value: 'first' } }, attached() { log(this.data.v); } });",
      },
      log: ['first', '1', 'true'],
    },
    {
      says: 'a name with dashes is the property in camel case; properties is data',
      files: {
        'page.wxml': '<a my-long-name="x" />',
        'a.wxml': '<view />',
        'a.js':
          'Component({ properties: { myLongName: String }, attached() { log(this.data.myLongName, this.properties.myLongName); } });',
      },
      log: ['x x'],
    },
    {
      says: "a property's observer gets the new and the old value, and is quiet when nothing changes",
      files: {
        'page.wxml': '<a id="a" n="{{ n }}" m="{{ n }}" />',
        'page.js':
          'Page({ data: { n: 1 }, change() { this.setData({ n: 2 }); }, own() { this.selectComponent("#a").setData({ n: 3 }); } });',
        'a.wxml': '<view />',
        'a.js':
          "Component({ properties: { n: { type: Number, observer(now, old) { log('n', now, old); } }, m: { type: Number, observer: 'changed' } }, methods: { changed(now, old) { log('m', now, old); } } });",
      },
      steps: ['change', 'change', 'own', 'own'],
      log: ['n 1 0', 'm 1 0', 'n 2 1', 'm 2 1', 'n 3 2'],
    },
    {
      says: 'an object is given as a copy',
      files: {
        'page.wxml': '<a id="a" o="{{ o }}" />',
        'page.js':
          "Page({ data: { o: { k: 1 } }, go() { this.selectComponent('#a').data.o.k = 2; log(this.data.o.k); } });",
        'a.wxml': '<view />',
        'a.js': 'Component({ properties: { o: Object } });',
      },
      steps: ['go'],
      log: ['1'],
    },
    {
      says: 'setData takes paths, calls back after it is drawn, and is done when it returns',
      files: {
        'page.wxml': '<view />',
        'page.js':
          "Page({ data: { a: [{ b: 1 }, { b: 2 }], c: {} }, go() { this.setData({ 'a[1].b': 3, 'c.d.e': 4 }, () => log('drawn')); log(this.data); } });",
      },
      steps: ['go'],
      log: ['{"a":[{"b":1},{"b":3}],"c":{"d":{"e":4}}}', 'drawn'],
    },
    {
      says: 'what is changed in data without setData is not drawn',
      files: {
        'page.wxml': '<view class="t" data-n="{{ n }}{{ o.k }}" />',
        'page.js':
          "Page({ data: { n: 1, o: { k: 1 } }, go() { this.data.n = 2; this.data.o.k = 2; this.setData({ other: 1 }); this.createSelectorQuery().select('.t').fields({ dataset: true }).exec(([t]) => log(t.dataset)); } });",
      },
      steps: ['go'],
      log: ['{"n":"11"}'],
    },
    {
      says: 'a query of a component looks into the component alone, and one of wx with in() too',
      files: {
        'page.wxml': '<view class="t" id="page" /><a id="a" />',
        'page.js':
          "Page({ go() { const ids = (who, query) => query.selectAll('.t').fields({ id: true }).exec(([all]) => log(who, all.map(({ id }) => id).join())); const a = this.selectComponent('#a'); ids('page', this.createSelectorQuery()); ids('a', a.createSelectorQuery()); ids('in a', wx.createSelectorQuery().in(a)); ids('wx', wx.createSelectorQuery()); } });",
        'a.wxml': '<view class="t" id="inside" />',
      },
      steps: ['go'],
      log: ['page page', 'a inside', 'in a inside', 'wx page'],
    },
    {
      says: 'groupSetData calls at once, and draws what several setData set when they all have',
      files: {
        'page.wxml': '<view class="t" data-n="{{ n }}" />',
        'page.js':
          "Page({ data: { n: 1 }, go() { this.groupSetData(() => { this.setData({ n: 2 }); this.setData({ n: 3 }); log('inside', this.data.n); }); log('after'); this.createSelectorQuery().select('.t').fields({ dataset: true }).exec(([t]) => log(t.dataset)); } });",
      },
      steps: ['go'],
      log: ['inside 3', 'after', '{"n":3}'],
    },
    {
      says: 'is, id and dataset say where it stands',
      files: {
        'page.wxml': '<a id="here" data-my-kind="k" />',
        'a.wxml': '<view />',
        'a.js':
          "Component({ attached() { log(this.is.split('/').pop(), this.id, this.dataset); } });",
      },
      log: ['a here {"myKind":"k"}'],
    },
    {
      says: 'methods may call each other, and hasBehavior asks for a behavior, also for one that another brought',
      files: {
        'page.wxml': '<a />',
        'inner.js': 'module.exports = Behavior({});',
        'outer.js': "module.exports = Behavior({ behaviors: [require('./inner')] });",
        'other.js': 'module.exports = Behavior({});',
        'a.wxml': '<view />',
        'a.js':
          "const [outer, inner, other] = [require('./outer'), require('./inner'), require('./other')]; Component({ behaviors: [outer], attached() { log(this.one(), this.hasBehavior(outer), this.hasBehavior(inner), this.hasBehavior(other)); }, methods: { one() { return this.two() + 1; }, two() { return 2; } } });",
      },
      log: ['3 true true false'],
    },
    {
      says: 'selectOwnerComponent is whoever uses it, getPageId the page',
      files: {
        'page.wxml': '<a />',
        'page.js': "Page({ whoami: 'page' });",
        'a.wxml': '<b />',
        'a.js':
          'Component({ attached() { log(this.selectOwnerComponent().whoami); this.id_ = this.getPageId(); } });',
        'b.wxml': '<view />',
        'b.js':
          'Component({ attached() { const owner = this.selectOwnerComponent(); log(owner.is.slice(-1), this.getPageId() === owner.id_); } });',
      },
      log: ['page', 'a true'],
    },
    {
      says: 'pageRouter and router lead from the page and from the component',
      files: {
        'page.wxml': '<a id="a" />',
        'page.js':
          "Page({ onHide() { log('hidden'); }, go() { this.selectComponent('#a').go(); } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ methods: { go() { this.pageRouter.navigateTo({ url: '../pages/a/a' }); } } });",
      },
      steps: ['go'],
      log: ['hidden'],
    },
  ],
};
