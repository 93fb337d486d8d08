import type { Chapter } from './chapter';

const CROSSING = (options: string) => ({
  'page.wxml': '<outer bindcustomevent="one"><inner id="inner" bindcustomevent="two" /></outer>',
  'page.js':
    "Page({ one() { log('page one'); }, two() { log('page two'); }, go() { this.selectComponent('#inner').go(); } });",
  'outer.wxml': '<view bindcustomevent="heard"><slot /></view>',
  'outer.js': "Component({ methods: { heard() { log('outer'); } } });",
  'inner.wxml': '<view bindcustomevent="heard"><slot /></view>',
  'inner.js': `Component({ methods: { heard() { log('inner'); }, go() { this.triggerEvent('customevent', {}, ${options}); } } });`,
});

export const EVENTS: Chapter = {
  page: 'framework/custom-component/events.html',
  behaviours: [
    {
      says: 'an event stays at its component',
      files: CROSSING('{}'),
      steps: ['go'],
      log: ['page two'],
    },
    {
      says: 'one that bubbles goes up in its own tree',
      files: CROSSING('{ bubbles: true }'),
      steps: ['go'],
      log: ['page two', 'page one'],
    },
    {
      says: 'one that is composed goes through the components that it crosses',
      files: CROSSING('{ bubbles: true, composed: true }'),
      steps: ['go'],
      log: ['page two', 'outer', 'page one'],
    },
    {
      says: 'capturePhase lets those above have it first',
      files: {
        'page.wxml':
          '<view capture-bind:my="above" bind:my="after"><a id="a" bind:my="at" /></view>',
        'page.js':
          "Page({ above() { log('above'); }, at() { log('at'); }, after() { log('after'); }, go() { const a = this.selectComponent('#a'); a.triggerEvent('my', {}, { bubbles: true, capturePhase: true }); a.triggerEvent('my', {}, { bubbles: true }); } });",
        'a.wxml': '<view />',
      },
      steps: ['go'],
      log: ['above', 'at', 'after', 'at', 'after'],
    },
    {
      says: 'detail arrives; target and currentTarget are where it came from and where it is heard',
      files: {
        'page.wxml':
          '<view id="v" data-at="v" bind:my="heard"><a id="a" data-from-where="a" /></view>',
        'page.js':
          "Page({ heard({ type, detail, target, currentTarget }) { log(type, detail, target.id, target.dataset, currentTarget.id, currentTarget.dataset); }, go() { this.selectComponent('#a').triggerEvent('my', { n: 1 }, { bubbles: true }); } });",
        'a.wxml': '<view />',
      },
      steps: ['go'],
      log: ['my {"n":1} a {"fromWhere":"a"} v {"at":"v"}'],
    },
    {
      says: 'selectComponent takes an id or a class and looks into components by >>>; nothing is null',
      files: {
        'page.wxml': '<a id="one" class="many" /><a class="many" /><view id="plain" />',
        'page.js':
          "Page({ go() { const name = (found) => (found ? found.is.slice(-1) : found); log(name(this.selectComponent('#one')), name(this.selectComponent('.none')), this.selectAllComponents('.many').length, this.selectAllComponents('.many >>> .inside').length); } });",
        'a.wxml': '<b class="inside" />',
        'b.wxml': '<view />',
      },
      steps: ['go'],
      log: ['a null 2 2'],
    },
    {
      says: 'component-export says what selectComponent gives',
      files: {
        'page.wxml': '<a id="a" />',
        'page.js': "Page({ go() { log(this.selectComponent('#a')); } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ behaviors: ['wx://component-export'], export() { return { mine: this.is.slice(-1) }; } });",
      },
      steps: ['go'],
      log: ['{"mine":"a"}'],
    },
  ],
};

const FOUR = (outer: string) => ({
  'page.wxml': `<view ${outer} bind:tap="one"><view id="t" capture-bind:tap="four" bind:tap="three" style="height: 50px" /></view>`,
  'page.js':
    "Page({ one() { log('1'); }, two() { log('2'); }, three() { log('3'); }, four() { log('4'); } });",
});

export const WXML_EVENTS: Chapter = {
  page: 'framework/view/wxml/event.html',
  behaviours: [
    {
      says: 'capture first, from outside to inside, then the other way round',
      files: FOUR('capture-bind:tap="two"'),
      steps: ['tap #t'],
      log: ['2', '4', '3', '1'],
    },
    {
      says: 'capture-catch keeps it from all that come after',
      files: FOUR('capture-catch:tap="two"'),
      steps: ['tap #t'],
      log: ['2'],
    },
    {
      says: 'catch stops it, bind does not',
      files: {
        'page.wxml':
          '<view bindtap="outer"><view catchtap="middle"><view id="t" bindtap="inner" style="height: 50px" /></view></view>',
        'page.js':
          "Page({ outer() { log('outer'); }, middle() { log('middle'); }, inner() { log('inner'); } });",
      },
      steps: ['tap #t'],
      log: ['inner', 'middle'],
    },
    {
      says: 'of several mut-bind the first alone runs, and bind and catch are not its business',
      files: {
        'page.wxml':
          '<view mut-bind:tap="outer"><view bindtap="middle"><view id="t" mut-bind:tap="inner" style="height: 50px" /></view></view>',
        'page.js':
          "Page({ outer() { log('outer'); }, middle() { log('middle'); }, inner() { log('inner'); } });",
      },
      steps: ['tap #t'],
      log: ['inner', 'middle'],
    },
    {
      says: 'capture-mut-bind counts among the mut-binds',
      files: {
        'page.wxml':
          '<view capture-mut-bind:tap="first" bindtap="last"><view id="t" mut-bind:tap="inner" style="height: 50px" /></view>',
        'page.js':
          "Page({ first() { log('first'); }, inner() { log('inner'); }, last() { log('last'); } });",
      },
      steps: ['tap #t'],
      log: ['first', 'last'],
    },
    {
      says: 'a dataset is camel case after dashes and lower case otherwise',
      files: {
        'page.wxml':
          '<view id="t" data-alpha-beta="1" data-alphaBeta="2" bindtap="heard" style="height: 50px" />',
        'page.js': 'Page({ heard(event) { log(event.target.dataset); } });',
      },
      steps: ['tap #t'],
      log: ['{"alphaBeta":"1","alphabeta":"2"}'],
    },
    {
      says: 'mark has those of all above, the nearest of a name; bind without a method complains when it comes',
      files: {
        'page.wxml':
          '<view mark:my="outer" mark:last="1"><view id="t" mark:my="inner" mark:another="2" bindtap="heard" style="height: 50px" /></view>',
        'page.js': 'Page({ heard({ mark }) { log(mark.my, mark.last, mark.another); } });',
      },
      steps: ['tap #t'],
      log: ['inner 1 2'],
    },
    {
      says: 'the name of a handler may be data',
      files: {
        'page.wxml': '<view id="t" bind:tap="{{ name }}" style="height: 50px" />',
        'page.js':
          "Page({ data: { name: 'one' }, one() { log('one'); this.setData({ name: 'two' }); }, two() { log('two'); this.setData({ name: '' }); } });",
      },
      steps: ['tap #t', 'tap #t', 'tap #t'],
      log: ['one', 'two'],
    },
  ],
};
