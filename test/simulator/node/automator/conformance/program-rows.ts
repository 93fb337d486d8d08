import { expect } from '@jest/globals';
import { type MethodRow, never, noObject, onGonePage, row, without } from './row';

/** The tool, the program and its pages. */
export const programRows = {
  'Tool.getInfo': {
    works: () => [[{}, { SDKVersion: '3.8.10', simulator: '1' }]],
    refuses: () => [noObject],
  },
  'Tool.close': { works: never, refuses: () => [noObject] },
  'Tool.enableRemoteDebug': {
    works: never,
    refuses: () => [[{ auto: false }, 'no remote phone'], without('auto', { auto: 1 })],
  },
  'Tool.getTestAccounts': {
    works: () => [[{}, { accounts: expect.arrayContaining([{ openid: 'mia', nickName: 'Mia' }]) }]],
    refuses: () => [noObject],
  },
  'Tool.stopAudits': { works: never, refuses: () => [[{}, 'no audits']] },
  'Tool.getTicket': {
    works: () => [[{}, { ticket: '', expiredTime: 0 }]],
    refuses: () => [noObject],
  },
  'Tool.setTicket': { works: () => [[{ ticket: '' }, {}]], refuses: () => [without('ticket', {})] },
  'Tool.refreshTicket': { works: () => [[{}, {}]], refuses: () => [noObject] },
  'Tool.native': {
    works: () => [
      // The page of a tab stays, so the ids of the first one still hold.
      [{ method: 'switchTab', data: { url: 'pages/tab/tab' } }, {}],
      [{ method: 'switchTab', data: { url: '/pages/home/home' } }, {}],
    ],
    refuses: () => [without('method', { method: 'dance', data: null })],
  },

  'App.getPageStack': {
    works: ({ pageId }) => [[{}, { pageStack: [{ pageId, path: 'pages/home/home', query: {} }] }]],
    refuses: () => [noObject],
  },
  'App.getCurrentPage': {
    works: ({ pageId }) => [[{}, { pageId, path: 'pages/home/home', query: {} }]],
    refuses: () => [noObject],
  },
  'App.callWxMethod': {
    works: () => [
      [{ method: 'canIUse', args: ['button'] }, { result: true }],
      [{ method: 'login', args: [] }, { result: { errMsg: 'login:ok', code: expect.any(String) } }],
      [
        { method: 'pageScrollTo', args: [{ scrollTop: 0, duration: 0 }] },
        { result: { errMsg: 'pageScrollTo:ok' } },
      ],
    ],
    refuses: () => [
      without('method', { args: [] }),
      [{ method: 'notThere', args: [] }, 'wx.notThere is not a function'],
      [{ method: 'navigateTo', args: [{ url: '/nowhere' }] }, 'navigateTo:fail'],
      [{ method: 'login', args: [], pluginId: 'wx1' }, 'plugins are not in the simulator (wx1)'],
    ],
  },
  'App.mockWxMethod': {
    works: () => [
      [{ method: 'getSystemInfoSync', result: { platform: 'mocked' } }, {}],
      [{ method: 'getSystemInfoSync', functionDeclaration: '() => 1', args: [] }, {}],
      [{ method: 'getSystemInfoSync' }, {}],
    ],
    refuses: () => [
      without('method', {}),
      [
        { method: 'login', functionDeclaration: 'function (', args: [] },
        'this is no function: function (',
      ],
      [{ method: 'login', pluginId: 'wx1' }, 'plugins are not in the simulator (wx1)'],
    ],
  },
  'App.callFunction': {
    works: () => [
      [{ functionDeclaration: '(a) => a + 1', args: [1] }, { result: 2 }],
      // No value is no key, which the client reads as undefined.
      [{ functionDeclaration: '() => {}', args: [] }, {}],
    ],
    refuses: () => [
      without('functionDeclaration', { args: [] }),
      [{ functionDeclaration: '() => { throw new Error("no") }', args: [] }, 'no'],
    ],
  },
  'App.addBinding': {
    works: () => [[{ name: 'tellNobody' }, {}]],
    refuses: () => [without('name', {})],
  },
  'App.enableLog': { works: () => [[{}, {}]], refuses: () => [noObject] },
  'App.captureScreenshot': {
    works: () => [[{}, { data: expect.stringMatching(/^iVBORw0KGgo/) }]],
    refuses: () => [noObject],
  },
  'App.exit': { works: never, refuses: () => [noObject] },

  'Page.getElement': {
    works: ({ pageId }) => [
      [{ pageId, selector: '.row' }, row],
      // Of a custom component: the client makes another object of it.
      [
        { pageId, selector: '#card' },
        { elementId: expect.any(String), tagName: 'card', nodeId: expect.any(String) },
      ],
    ],
    refuses: (at) => [
      [{ pageId: at.pageId, selector: '.nothing' }, 'no element matches ".nothing"'],
      [{ pageId: at.pageId, selector: '[class]' }, 'selects by an attribute'],
      onGonePage(at, { selector: 'view' }),
      without('selector', { pageId: at.pageId }),
    ],
  },
  'Page.getElements': {
    works: ({ pageId }) => [
      [{ pageId, selector: '.row' }, { elements: [row, row] }],
      [{ pageId, selector: '.nothing' }, { elements: [] }],
    ],
    refuses: (at) => [
      [{ pageId: at.pageId, selector: '[class]' }, 'selects by an attribute'],
      onGonePage(at, { selector: 'view' }),
      without('selector', { pageId: at.pageId }),
    ],
  },
  'Page.getElementByXpath': {
    works: ({ pageId }) => [[{ pageId, selector: '/page/view[2]/text[2]' }, row]],
    refuses: (at) => [
      [{ pageId: at.pageId, selector: '//nothing' }, 'no element matches "//nothing"'],
      [{ pageId: at.pageId, selector: '//view[' }, 'xpath "//view[" is none'],
      onGonePage(at, { selector: '//view' }),
    ],
  },
  'Page.getElementsByXpath': {
    works: ({ pageId }) => [
      [{ pageId, selector: '//view/text' }, { elements: [row, row] }],
      [{ pageId, selector: '//nothing' }, { elements: [] }],
    ],
    refuses: (at) => [
      [{ pageId: at.pageId, selector: '//view[' }, 'xpath "//view[" is none'],
      onGonePage(at, { selector: '//view' }),
    ],
  },
  'Page.getData': {
    works: ({ pageId }) => [
      [{ pageId, path: 'deep.list[0].id' }, { data: 7 }],
      [{ pageId, path: 'nowhere.at.all' }, {}],
      [{ pageId }, { data: expect.objectContaining({ taps: 0 }) }],
    ],
    refuses: (at) => [onGonePage(at), without('path', { pageId: at.pageId, path: 1 })],
  },
  'Page.setData': {
    works: ({ pageId }) => [[{ pageId, data: { taps: 0 } }, {}]],
    refuses: (at) => [
      onGonePage(at, { data: {} }),
      without('data', { pageId: at.pageId, data: 'all' }),
    ],
  },
  'Page.callMethod': {
    works: ({ pageId }) => [
      [{ pageId, method: 'add', args: [1, 2] }, { result: 3 }],
      [{ pageId, method: 'onTap', args: [] }, {}],
    ],
    refuses: (at) => [
      [
        { pageId: at.pageId, method: 'nowhere', args: [] },
        'page pages/home/home has no method "nowhere"',
      ],
      onGonePage(at, { method: 'add', args: [] }),
      without('method', { pageId: at.pageId, args: [] }),
    ],
  },
  'Page.getWindowProperties': {
    works: ({ pageId }) => [
      [
        { pageId, names: ['document.documentElement.scrollWidth', 'document.body.scrollTop'] },
        { properties: [375, 0] },
      ],
    ],
    refuses: (at) => [onGonePage(at, { names: [] }), without('names', { pageId: at.pageId })],
  },
} satisfies Record<string, MethodRow>;
