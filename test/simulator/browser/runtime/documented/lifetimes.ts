import type { Chapter } from './chapter';

const SPY = `Component({ properties: { name: String }, lifetimes: {
  created() { log('created', this.data.name); }, attached() { log('attached', this.data.name); }, ready() { log('ready', this.data.name); },
  moved() { log('moved', this.data.name); }, detached() { log('detached', this.data.name); },
} });`;

export const LIFETIMES: Chapter = {
  page: 'framework/custom-component/lifetimes.html',
  behaviours: [
    {
      says: 'created comes with the data of the definition, attached with what was given, then ready; detached when it leaves',
      files: {
        'page.wxml': '<a wx:if="{{ there }}" name="x" />',
        'page.js': 'Page({ data: { there: true }, go() { this.setData({ there: false }); } });',
        'a.wxml': '<view />',
        'a.js': SPY,
      },
      steps: ['go'],
      log: ['created ', 'attached x', 'ready x', 'detached x'],
    },
    {
      says: 'what is inside is created first and attached last',
      files: {
        'page.wxml': '<a name="out" />',
        'a.wxml': '<b name="in" />',
        'b.wxml': '<view />',
        'a.js': SPY,
        'b.js': SPY,
      },
      log: ['created ', 'created ', 'attached out', 'attached in', 'ready out', 'ready in'],
    },
    {
      says: 'a component in the page detaches when the page is left',
      files: {
        'page.wxml': '<a name="x" />',
        'page.js': "Page({ onUnload() { log('unload'); } });",
        'a.wxml': '<view />',
        'a.js': SPY,
      },
      steps: ['back'],
      log: ['created ', 'attached x', 'ready x', 'unload', 'detached x'],
    },
    {
      says: 'moved when it changes its place in a list',
      files: {
        'page.wxml': '<a wx:for="{{ l }}" wx:key="*this" name="{{ item }}" />',
        'page.js':
          "Page({ data: { l: ['1', '2', '3'] }, go() { getApp().log.length = 0; this.setData({ l: ['3', '1', '2'] }); } });",
        'a.wxml': '<view />',
        'a.js': SPY,
      },
      steps: ['go'],
      log: ['moved 3'],
    },
    {
      says: 'the old way at the first level works, and what stands in lifetimes goes before it',
      files: {
        'page.wxml': '<a /><b />',
        'a.wxml': '<view />',
        'a.js':
          "Component({ created() { log('a created'); }, attached() { log('a attached'); } });",
        'b.wxml': '<view />',
        'b.js':
          "Component({ attached() { log('b old'); }, lifetimes: { attached() { log('b new'); } } });",
      },
      log: ['a created', 'a attached', 'b new'],
    },
    {
      says: 'error gets what a method of the component threw',
      files: {
        'page.wxml': '<a id="a" />',
        'page.js': "Page({ start() { this.selectComponent('#a').start(); } });",
        'a.wxml': '<b bind:go="fail" id="b" />',
        'a.js':
          "Component({ lifetimes: { error(error) { log('lifetime', error.message); } }, methods: { fail() { throw new Error('oh'); }, start() { this.selectComponent('#b').triggerEvent('go'); } } });",
        'b.wxml': '<view />',
      },
      steps: ['start'],
      log: ['lifetime oh', 'error: oh'],
    },
    {
      says: 'a behavior that is taken twice runs its lifetimes once',
      files: {
        'page.wxml': '<a />',
        'base.js': "module.exports = Behavior({ lifetimes: { attached() { log('base'); } } });",
        'left.js':
          "module.exports = Behavior({ behaviors: [require('./base')], attached() { log('left'); } });",
        'right.js':
          "module.exports = Behavior({ behaviors: [require('./base')], lifetimes: { attached() { log('right'); } } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ behaviors: [require('./left'), require('./right')], attached() { log('own'); } });",
      },
      log: ['base', 'left', 'right', 'own'],
    },
    {
      says: 'pageLifetimes: show when the page shows, routeDone when its way in is over, hide when another covers it',
      files: {
        'page.wxml': '<a />',
        'page.js':
          "Page({ onShow() { log('onShow'); }, onReady() { log('onReady'); }, onRouteDone() { log('onRouteDone'); }, onHide() { log('onHide'); }, go() { wx.navigateTo({ url: '/pages/a/a' }); } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ pageLifetimes: { show() { log('show'); }, hide() { log('hide'); }, routeDone() { log('routeDone'); } } });",
      },
      steps: ['go'],
      log: ['show', 'onShow', 'onReady', 'routeDone', 'onRouteDone', 'hide', 'onHide'],
    },
    {
      says: 'pageLifetimes: resize when the window has another size, which the page and wx are told too',
      files: {
        'page.wxml': '<a />',
        'page.js':
          "Page({ onLoad() { this.heard = ({ size }) => log('wx', size.windowWidth); wx.onWindowResize(this.heard); }, onUnload() { wx.offWindowResize(this.heard); }, onResize({ size }) { log('page', size.windowWidth); } });",
        'a.wxml': '<view />',
        'a.js':
          "Component({ pageLifetimes: { resize({ size }) { log('component', size.windowWidth); } } });",
      },
      steps: ['width 500', 'width 375'],
      log: ['wx 500', 'page 500', 'component 500', 'wx 375', 'page 375', 'component 375'],
    },
    {
      says: 'pageLifetimes of a behavior run too, and of components inside components',
      files: {
        'page.wxml': '<a />',
        'shared.js':
          "module.exports = Behavior({ pageLifetimes: { show() { log('shared', this.is.slice(-1)); } } });",
        'a.wxml': '<b />',
        'a.js':
          "Component({ behaviors: [require('./shared')], pageLifetimes: { show() { log('a'); } } });",
        'b.wxml': '<view />',
        'b.js': "Component({ behaviors: [require('./shared')] });",
      },
      log: ['shared a', 'a', 'shared b'],
    },
    {
      says: 'beforeDetach comes while it is still there',
      files: {
        'page.wxml': '<a wx:if="{{ there }}" />',
        'page.js': 'Page({ data: { there: true }, go() { this.setData({ there: false }); } });',
        'a.wxml': '<view />',
        'a.js':
          "Component({ lifetimes: { beforeDetach() { log('before'); }, detached() { log('detached'); } } });",
      },
      steps: ['go'],
      log: ['before', 'detached'],
    },
  ],
};

export const LAZY_LOADING: Chapter = {
  page: 'framework/ability/lazyload.html',
  behaviours: [
    {
      says: 'the scripts of a page and of its components are not run before it is visited',
      files: {
        'page.wxml': '<a />',
        'page.js': "log('page'); Page({ onLoad() { log('onLoad'); } });",
        'a.wxml': '<view />',
        'a.js': "log('component'); Component({});",
      },
      log: ['component', 'page', 'onLoad'],
    },
  ],
};
