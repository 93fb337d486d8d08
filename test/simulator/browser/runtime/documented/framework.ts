import type { Chapter } from './chapter';

/** The newer half of the documents, of the framework that the simulator runs. */
export const CHAINS: Chapter = {
  page: 'framework/component-framework/lifetimes.html',
  behaviours: [
    {
      says: 'a component may be defined by a chain of calls',
      files: {
        'page.wxml': '<a n="5" />',
        'a.wxml': '<view />',
        'a.js':
          "Component().property('n', Number).data(() => ({ m: 1 })).lifetime('attached', function () { log('attached', this.data.n, this.data.m); }).register();",
      },
      log: ['attached 5 1'],
    },
    {
      says: 'and by a function that makes what it needs of what it gets',
      files: {
        'page.wxml': '<a id="a" />',
        'page.js': "Page({ go() { log(this.selectComponent('#a').two()); } });",
        'a.wxml': '<view />',
        'a.js': `Component().data(() => ({ n: 1 })).init(({ setData, lifetime, observer, method, data }) => {
          observer('n', (n) => log('n', n)); lifetime('attached', () => { setData({ n: 2 }); log('attached', data.n); });
          const two = method(() => 'method ' + data.n); return { two };
        }).register();`,
      },
      steps: ['go'],
      log: ['n 2', 'attached 2', 'method 2'],
    },
    {
      says: 'so may a behavior',
      files: {
        'page.wxml': '<a />',
        'shared.js':
          "module.exports = Behavior().data(() => ({ n: 1 })).lifetime('attached', function () { log('shared', this.data.n); }).register();",
        'a.wxml': '<view />',
        'a.js':
          "Component().behavior(require('./shared')).lifetime('attached', function () { log('own', this.data.n); }).register();",
      },
      log: ['shared 1', 'own 1'],
    },
  ],
};

const DRAWN =
  "drawn(name) { this.createSelectorQuery().select('.t').fields({ dataset: true }).exec(([{ dataset }]) => log(name, dataset.t)); }";

export const DATA_UPDATES: Chapter = {
  page: 'framework/component-framework/data-updates.html',
  behaviours: [
    {
      says: 'replaceDataOnPath and spliceArrayDataOnPath change a part, which applyDataUpdates draws',
      files: {
        'page.wxml': '<view class="t" data-t="{{ o.l }}" />',
        'page.js': `Page({ data: { o: { l: [1, 2, 3, 4] } }, change() { this.replaceDataOnPath(['o', 'l', 0], 9); this.spliceArrayDataOnPath(['o', 'l'], 1, 2, [5, 6, 7]); this.drawn('before'); }, apply() { this.applyDataUpdates(); this.drawn('after'); }, ${DRAWN} });`,
      },
      steps: ['change', 'apply'],
      log: ['before [1,2,3,4]', 'after [9,5,6,7,4]'],
    },
    {
      says: 'groupUpdates draws at its end what updateData set inside',
      files: {
        'page.wxml': '<a n="{{ n }}" m="{{ m }}" />',
        'page.js':
          'Page({ data: { n: 1, m: 1 }, go() { getApp().log.length = 0; this.groupUpdates(() => { this.updateData({ n: 2 }); this.updateData({ m: 2 }); log("inside"); }); log("after"); } });',
        'a.wxml': '<view />',
        'a.js':
          "Component({ properties: { n: Number, m: Number }, observers: { 'n, m'(n, m) { log('given', n, m); } } });",
      },
      steps: ['go'],
      log: ['inside', 'given 2 2', 'after'],
    },
    {
      says: 'setData draws before it returns, but inside an observer only when all observers have run',
      files: {
        'page.wxml': '<a n="{{ n }}" m="{{ m }}" />',
        'page.js':
          "Page({ data: { n: 0, m: 0 }, go() { getApp().log.length = 0; this.setData({ n: 1 }); log('returned'); } });",
        'a.wxml': '<b m="{{ m }}" />',
        'a.js':
          "Component({ properties: { n: Number }, data: { m: 0 }, observers: { n(n) { this.setData({ m: n }); log('observer over'); } } });",
        'b.wxml': '<view />',
        'b.js':
          "Component({ properties: { m: Number }, observers: { m(m) { log('inner given', m); } } });",
      },
      steps: ['go'],
      log: ['observer over', 'inner given 1', 'returned'],
    },
  ],
};

export const TRAITS: Chapter = {
  page: 'framework/component-framework/trait-behaviors.html',
  behaviours: [
    {
      says: 'a component that implements a trait is asked by whoever knows the trait, others give nothing',
      files: {
        'page.wxml': '<a id="a" /><b id="b" />',
        'page.js':
          "const trait = require('./trait'); Page({ go() { log(this.selectComponent('#a').traitBehavior(trait).bar(), typeof this.selectComponent('#b').traitBehavior(trait)); } });",
        'trait.js': 'module.exports = Behavior.trait();',
        'a.wxml': '<view />',
        'a.js':
          "const trait = require('./trait'); Component().init(({ implement }) => { implement(trait, { bar() { return 'bar'; } }); }).register();",
        'b.wxml': '<view />',
      },
      steps: ['go'],
      log: ['bar undefined'],
    },
    {
      says: 'a trait may be the target of a relation, whose list has all that are linked',
      files: {
        'page.wxml':
          '<form-like id="f"><field name="x" /><view><field name="y" /></view></form-like>',
        'page.js': "Page({ go() { log(this.selectComponent('#f').names()); } });",
        'trait.js': 'module.exports = Behavior.trait();',
        'form-like.wxml': '<slot />',
        'form-like.js':
          "const trait = require('./trait'); Component().init(({ relation, method }) => { const fields = relation({ target: trait, type: 'descendant', linked(to) { log('linked', to.traitBehavior(trait).name()); } }); const names = method(() => fields.listAsTrait().map((field) => field.name()).join('')); return { names }; }).register();",
        'field.wxml': '<view />',
        'field.js':
          "const trait = require('./trait'); Component().property('name', String).relation('./form-like', { type: 'ancestor' }).init(({ implement, data }) => { implement(trait, { name: () => data.name }); }).register();",
      },
      steps: ['go'],
      log: ['linked x', 'linked y', 'xy'],
    },
  ],
};
