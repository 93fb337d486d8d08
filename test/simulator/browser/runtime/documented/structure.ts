import type { Chapter } from './chapter';

const TEXT =
  "text(selector, name) { this.createSelectorQuery().selectAll(selector).fields({ dataset: true }).exec(([all]) => log(name, all.map(({ dataset }) => dataset.t).join(','))); }";

const styled = (name: string, isolation: string, style: string) => ({
  [`${name}.wxml`]: '<view class="x" />',
  [`${name}.wxss`]: `.x { ${style}; }`,
  [`${name}.js`]: `Component({ options: { styleIsolation: '${isolation}' }, ready() { this.createSelectorQuery().select('.x').fields({ computedStyle: ['width', 'top', 'left', 'right'] })
    .exec(([{ width, top, left, right }]) => log('${name}', width, top, left, right)); } });`,
});

export const SLOTS: Chapter = {
  page: 'framework/custom-component/wxml-wxss.html',
  behaviours: [
    {
      says: 'what stands inside a component is in its slot, with the data and the handlers of whoever wrote it',
      files: {
        'page.wxml': '<a><view id="t" bindtap="heard" style="height: 50px">{{ name }}</view></a>',
        'page.js':
          "Page({ data: { name: 'page' }, heard() { log('heard'); }, measure() { this.createSelectorQuery().select('#t').boundingClientRect(({ top }) => log(top)).exec(); } });",
        'a.wxml': '<view style="height: 30px">before</view><slot />',
        'a.js': "Component({ data: { name: 'a' } });",
      },
      steps: ['tap #t', 'measure'],
      log: ['heard', '30'],
    },
    {
      says: 'several slots are told apart by name when the component says so',
      files: {
        'page.wxml':
          '<a><view id="after" slot="after" style="height: 10px" /><view id="before" slot="before" style="height: 20px" /></a>',
        'page.js':
          "Page({ go() { this.createSelectorQuery().select('#before').boundingClientRect().select('#after').boundingClientRect().exec(([before, after]) => log(before.top, after.top)); } });",
        'a.wxml': '<slot name="before" /><view style="height: 30px" /><slot name="after" />',
        'a.js': 'Component({ options: { multipleSlots: true } });',
      },
      steps: ['go'],
      log: ['0 50'],
    },
    {
      says: 'a slot may change its name, and what stands in none is not shown but there',
      files: {
        'page.wxml': '<a name="{{ name }}"><b id="x" slot="x" /></a>',
        'page.js':
          "Page({ data: { name: 'y' }, look() { this.createSelectorQuery().select('#x').boundingClientRect((rect) => log('height', rect ? rect.height : 0)).exec(); }, go() { this.setData({ name: 'x' }); } });",
        'a.wxml': '<view><slot name="{{ name }}" /></view>',
        'a.js': 'Component({ options: { multipleSlots: true }, properties: { name: String } });',
        'b.wxml': '<view style="height: 9px" />',
        'b.js': "Component({ attached() { log('attached'); } });",
      },
      steps: ['look', 'go', 'look'],
      log: ['attached', 'height 0', 'height 9'],
    },
    {
      says: 'dynamicSlots: a slot in a list shows its content for each, with the values that it passes',
      files: {
        'page.wxml':
          '<a l="{{ l }}"><view slot:item slot:list-index="i" class="t" data-t="{{ item }}{{ i }}{{ own }}" /></a>',
        'page.js': `Page({ data: { l: ['x', 'y'], own: '!' }, first() { this.text('.t', 'first'); }, go() { this.setData({ l: ['y', 'z', 'x'] }); this.text('.t', 'then'); }, ${TEXT} });`,
        'a.wxml':
          '<block wx:for="{{ l }}"><slot item="{{ item }}" list-index="{{ index }}" /></block>',
        'a.js': 'Component({ options: { dynamicSlots: true }, properties: { l: Array } });',
      },
      steps: ['first', 'go'],
      log: ['first x0!,y1!', 'then y0!,z1!,x2!'],
    },
    {
      says: 'a virtual host is no node: what is inside lies where it stands; its class and style are for the inside',
      files: {
        'page.wxml': '<view style="display: flex"><a class="wide" style="height: 7px" /></view>',
        'page.wxss': '.wide { width: 33px; }',
        'page.js': "Page({ go() { this.selectComponent('.wide').measure(); } });",
        'a.wxml': '<view class="in class" style="{{ style }}" />',
        'a.js':
          "Component({ options: { virtualHost: true }, externalClasses: ['class'], properties: { style: String }, methods: { measure() { this.createSelectorQuery().select('.in').boundingClientRect(({ width, height }) => log(width, height)).exec(); } } });",
      },
      steps: ['go'],
      log: ['33 7'],
    },
    {
      says: 'external classes reach through components, and take several',
      files: {
        'page.wxml': '<a out-class="one two" />',
        'page.wxss': '.one { width: 11px; } .two { height: 5px; }',
        'page.js':
          "Page({ go() { this.createSelectorQuery().select('.deep >>> .end').boundingClientRect().exec(); } });",
        'a.wxml': '<b class="deep" in-class="out-class" />',
        'a.js': "Component({ externalClasses: ['out-class'] });",
        'b.wxml': '<view class="end in-class" />',
        'b.js':
          "Component({ externalClasses: ['in-class'], ready() { this.createSelectorQuery().select('.end').boundingClientRect(({ width, height }) => log(width, height)).exec(); } });",
      },
      log: ['11 5'],
    },
    {
      says: 'styleIsolation: isolated neither way, apply-shared from the page and from the shared, shared both ways',
      files: {
        'page.wxml': '<view class="x own" /><isolated /><applied /><shared />',
        'page.wxss': '.x { width: 11px; }',
        'page.js':
          "Page({ go() { this.createSelectorQuery().select('.own').fields({ computedStyle: ['width', 'top', 'left', 'right'] }).exec(([{ width, top, left, right }]) => log('page', width, top, left, right)); } });",
        ...styled('isolated', 'isolated', 'top: 1px'),
        ...styled('applied', 'apply-shared', 'left: 2px'),
        ...styled('shared', 'shared', 'right: 3px'),
      },
      steps: ['go'],
      log: [
        'isolated 375px 1px auto auto',
        'applied 11px auto 2px 3px',
        'shared 11px auto auto 3px',
        'page 11px auto auto 3px',
      ],
    },
  ],
};

const ITEM = (
  type: string,
) => `Component({ properties: { name: String }, relations: { './ul': { type: '${type}',
  linked(to) { log(this.data.name, 'linked', to.id); }, linkChanged() { log(this.data.name, 'changed'); }, unlinked() { log(this.data.name, 'unlinked'); } } },
  lifetimes: { attached() { log(this.data.name, 'attached'); }, detached() { log(this.data.name, 'detached'); } } });`;
const LIST = (type: string) => `Component({ relations: { './li': { type: '${type}',
  linked(to) { log('ul linked', to.data.name); }, linkChanged(to) { log('ul changed', to.data.name); }, unlinked(to) { log('ul unlinked', to.data.name); } } },
  methods: { names() { return this.getRelationNodes('./li').map(({ data }) => data.name).join(''); } } });`;

export const RELATIONS: Chapter = {
  page: 'framework/custom-component/relations.html',
  behaviours: [
    {
      says: 'parent and child know of each other once the child is attached, and part when it is detached',
      files: {
        'page.wxml':
          '<ul id="ul"><li name="x" /><block wx:if="{{ more }}"><li name="y" /></block></ul>',
        'page.js':
          "Page({ data: { more: false }, go() { getApp().log.push('-'); this.setData({ more: true }); log(this.selectComponent('#ul').names()); this.setData({ more: false }); log(this.selectComponent('#ul').names()); } });",
        'ul.wxml': '<slot />',
        'ul.js': LIST('child'),
        'li.wxml': '<slot />',
        'li.js': ITEM('parent'),
      },
      steps: ['go'],
      log: [
        'x attached',
        'ul linked x',
        'x linked ul',
        '-',
        'y attached',
        'ul linked y',
        'y linked ul',
        'xy',
        'y detached',
        'ul unlinked y',
        'y unlinked',
        'x',
      ],
    },
    {
      says: 'getRelationNodes are in the order of the tree, and a move is said to both',
      files: {
        'page.wxml': '<ul id="ul"><li wx:for="{{ l }}" wx:key="*this" name="{{ item }}" /></ul>',
        'page.js':
          "Page({ data: { l: ['x', 'y', 'z'] }, go() { getApp().log.length = 0; this.setData({ l: ['z', 'x', 'y'] }); log(this.selectComponent('#ul').names()); } });",
        'ul.wxml': '<slot />',
        'ul.js': LIST('child'),
        'li.wxml': '<view />',
        'li.js': ITEM('parent'),
      },
      steps: ['go'],
      log: ['ul changed z', 'z changed', 'zxy'],
    },
    {
      says: 'descendant and ancestor reach over components in between, child and parent do not',
      files: {
        'page.wxml':
          '<ul id="ul"><between><li name="x" /></between></ul><ol id="ol"><between><item /></between></ol>',
        'between.wxml': '<slot />',
        'ul.wxml': '<slot />',
        'ul.js': LIST('descendant'),
        'li.wxml': '<view />',
        'li.js': ITEM('ancestor'),
        'ol.wxml': '<slot />',
        'ol.js':
          "Component({ relations: { './item': { type: 'child', linked() { log('ol linked'); } } } });",
        'item.wxml': '<view />',
        'item.js':
          "Component({ relations: { './ol': { type: 'parent', linked() { log('item linked'); } } } });",
      },
      log: ['x attached', 'ul linked x', 'x linked ul'],
    },
    {
      says: 'a relation that one side alone declares is none',
      files: {
        'page.wxml': '<ul id="ul"><li name="x" /></ul>',
        'page.js': "Page({ go() { log('names', this.selectComponent('#ul').names()); } });",
        'ul.wxml': '<slot />',
        'ul.js': LIST('child'),
        'li.wxml': '<view />',
        'li.js': 'Component({ properties: { name: String } });',
      },
      steps: ['go'],
      log: ['names '],
    },
    {
      says: 'linkFailed when there is no such ancestor',
      files: {
        'page.wxml': '<li /><ul><li /></ul>',
        'ul.wxml': '<slot />',
        'ul.js': "Component({ relations: { './li': { type: 'descendant' } } });",
        'li.wxml': '<view />',
        'li.js':
          "Component({ relations: { './ul': { type: 'ancestor', linked() { log('linked'); }, linkFailed() { log('failed'); } } } });",
      },
      log: ['failed', 'linked'],
    },
    {
      says: 'a behavior may stand for all components that have it',
      files: {
        'page.wxml': '<ul id="ul"><view><li name="x" /></view><submit name="s" /></ul>',
        'page.js': "Page({ go() { log(this.selectComponent('#ul').names()); } });",
        'control.js': 'module.exports = Behavior({ properties: { name: String } });',
        'ul.wxml': '<slot />',
        'ul.js':
          "const control = require('./control'); Component({ relations: { control: { type: 'descendant', target: control, linked(to) { log('linked', to.data.name); } } }, methods: { names() { return this.getRelationNodes('control').map(({ data }) => data.name).join(''); } } });",
        'li.wxml': '<view />',
        'li.js':
          "Component({ behaviors: [require('./control')], relations: { './ul': { type: 'ancestor' } } });",
        'submit.wxml': '<view />',
        'submit.js':
          "Component({ behaviors: [require('./control')], relations: { './ul': { type: 'ancestor' } } });",
      },
      steps: ['go'],
      log: ['linked x', 'linked s', 'xs'],
    },
  ],
};

export const GENERICS: Chapter = {
  page: 'framework/custom-component/generics.html',
  behaviours: [
    {
      says: 'whoever uses a component says what its generic is; without a word it is the default',
      files: {
        'page.wxml': '<list generic:item="one" /><list />',
        'list.wxml': '<item wx:for="{{ 2 }}" n="{{ index }}" />',
        'list.json': '{ "componentGenerics": { "item": { "default": "./two" } } }',
        'one.wxml': '<view />',
        'one.js':
          "Component({ properties: { n: Number }, attached() { log('one', this.data.n); } });",
        'two.wxml': '<view />',
        'two.js':
          "Component({ properties: { n: Number }, attached() { log('two', this.data.n); } });",
      },
      log: ['one 0', 'one 1', 'two 0', 'two 1'],
    },
    {
      says: 'a generic may be handed on as the generic of another component',
      files: {
        'page.wxml': '<outer generic:item="one" />',
        'outer.wxml': '<inner generic:thing="item" />',
        'outer.json': '{ "componentGenerics": { "item": true } }',
        'inner.wxml': '<thing />',
        'inner.json': '{ "componentGenerics": { "thing": true } }',
        'one.wxml': '<view />',
        'one.js': "Component({ attached() { log('one'); } });",
      },
      log: ['one'],
    },
  ],
};

export const PLACEHOLDER: Chapter = {
  page: 'framework/custom-component/placeholder.html',
  behaviours: [
    {
      says: 'a component that is there needs no placeholder; a built-in one may be named as such',
      files: {
        'page.wxml': '<a n="1" />',
        'page.json': '{ "componentPlaceholder": { "a": "view" } }',
        'a.wxml': '<view />',
        'a.js': "Component({ properties: { n: Number }, attached() { log('a', this.data.n); } });",
      },
      log: ['a 1'],
    },
  ],
};
