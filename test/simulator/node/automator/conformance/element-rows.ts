import { type Exchange, type MethodRow, never, onGoneElement, row, without } from './row';

/** Elements of the page, and of components on it. */
export const elementRows = {
  'Element.getElement': {
    works: ({ element }) => [[{ ...element('.list'), selector: '.row' }, row]],
    refuses: (at) => [
      [{ ...at.element('.list'), selector: '.title' }, 'no element matches ".title"'],
      [{ ...at.element('.list'), selector: '[class]' }, 'selects by an attribute'],
      onGoneElement(at, { selector: 'view' }),
    ],
  },
  'Element.getElements': {
    works: ({ element }) => [
      [{ ...element('.list'), selector: '.row' }, { elements: [row, row] }],
      [{ ...element('.list'), selector: '.title' }, { elements: [] }],
    ],
    refuses: (at) => [
      [{ ...at.element('.list'), selector: '[class]' }, 'selects by an attribute'],
      onGoneElement(at, { selector: 'view' }),
    ],
  },
  'Element.getDOMProperties': {
    works: ({ element }) => [
      [{ ...element('#top'), names: ['innerText', 'offsetWidth'] }, { properties: ['Title', 375] }],
    ],
    refuses: (at) => [onGoneElement(at, { names: [] }), without('names', at.element('#top'))],
  },
  'Element.getProperties': {
    works: ({ element }) => [
      [{ ...element('#card'), names: ['label'] }, { properties: ['inside'] }],
      [
        { ...element('#card'), names: ['__propPublic'] },
        { properties: [{ label: true, count: false }] },
      ],
    ],
    refuses: (at) => [onGoneElement(at, { names: [] }), without('names', at.element('#card'))],
  },
  'Element.getAttributes': {
    works: ({ element }) => [
      [
        { ...element('#top'), names: ['class', 'data-kind'] },
        { attributes: ['title big', 'head'] },
      ],
    ],
    refuses: (at) => [onGoneElement(at, { names: [] }), without('names', at.element('#top'))],
  },
  'Element.getStyles': {
    works: ({ element }) => [
      [
        { ...element('#top'), names: ['color', 'backgroundColor'] },
        { styles: ['rgb(1, 2, 3)', 'rgba(0, 0, 0, 0)'] },
      ],
    ],
    refuses: (at) => [onGoneElement(at, { names: [] }), without('names', at.element('#top'))],
  },
  'Element.getOffset': {
    works: ({ element }) => [[element('#top'), { left: 0, top: 0 }]],
    refuses: (at) => [onGoneElement(at)],
  },
  'Element.getWXML': {
    works: ({ element }) => [
      [{ ...element('.row'), type: 'inner' }, { wxml: 'one' }],
      [{ ...element('.row'), type: 'outer' }, { wxml: '<text class="row">one</text>' }],
    ],
    refuses: (at) => [
      onGoneElement(at, { type: 'inner' }),
      without('type', { ...at.element('#top'), type: 'all' }),
    ],
  },
  'Element.tap': {
    works: ({ element }) => [[element('#tapped'), {}]],
    refuses: (at) => [onGoneElement(at), without('elementId', { pageId: at.pageId })],
  },
  'Element.touchstart': {
    works: ({ element }) => [[element('#pad'), {}]],
    refuses: (at) => [
      onGoneElement(at),
      without('touches', { ...at.element('#pad'), touches: [1] }),
    ],
  },
  'Element.touchmove': {
    works: ({ element }) => [
      [{ ...element('#pad'), touches: [{ identifier: 0, clientX: 40, clientY: 300 }] }, {}],
    ],
    refuses: ({ element }) => [[element('#pad'), 'touchmove without a touchstart']],
  },
  'Element.touchend': {
    works: ({ element }) => [[element('#pad'), {}]],
    refuses: ({ element }) => [[element('#pad'), 'touchend without a touchstart']],
  },
  'Element.triggerEvent': {
    works: ({ element }) => [[{ ...element('#pad'), type: 'custom', detail: { a: 1 } }, {}]],
    refuses: (at) => [onGoneElement(at, { type: 'custom' }), without('type', at.element('#pad'))],
  },
  'Element.dispatchEvent': {
    works: ({ element }) => [
      [{ ...element('#pad'), eventName: 'custom', touches: [], changeTouches: [], detail: {} }, {}],
    ],
    refuses: (at) => [
      onGoneElement(at, { eventName: 'custom' }),
      without('eventName', at.element('#pad')),
    ],
  },
  'Element.callFunction': {
    works: ({ element }) => [
      [{ ...element('#name'), functionName: 'input.input', args: ['Ada'] }, {}],
      [{ ...element('#notes'), functionName: 'textarea.input', args: ['long'] }, {}],
      [{ ...element('#scroller'), functionName: 'scroll-view.scrollTo', args: [0, 20] }, {}],
      [
        { ...element('#scroller'), functionName: 'scroll-view.scrollTop', args: [] },
        { result: 20 },
      ],
      [
        { ...element('#scroller'), functionName: 'scroll-view.scrollLeft', args: [] },
        { result: 0 },
      ],
      [
        { ...element('#scroller'), functionName: 'scroll-view.scrollWidth', args: [] },
        { result: 500 },
      ],
      [
        { ...element('#scroller'), functionName: 'scroll-view.scrollHeight', args: [] },
        { result: 700 },
      ],
      [{ ...element('#swiper'), functionName: 'swiper.swipeTo', args: [1] }, {}],
      [{ ...element('#power'), functionName: 'switch.tap', args: [] }, {}],
      [{ ...element('#slider'), functionName: 'slider.slideTo', args: [40] }, {}],
    ],
    refuses: (at) => [
      ...['input.input', 'switch.tap', 'movable-view.moveTo', 'toString'].map(
        (functionName): Exchange => [
          { ...at.element('#top'), functionName, args: [] },
          `<view> has no function "${functionName}" in the simulator`,
        ],
      ),
      onGoneElement(at, { functionName: 'input.input', args: [] }),
    ],
  },
  'Element.getData': {
    works: ({ element }) => [[{ ...element('#card'), path: 'count' }, { data: 1 }]],
    refuses: (at) => [[at.element('#top'), 'not a custom component'], onGoneElement(at)],
  },
  'Element.setData': {
    works: ({ element }) => [[{ ...element('#card'), data: { count: 1 } }, {}]],
    refuses: (at) => [
      [{ ...at.element('#top'), data: {} }, 'not a custom component'],
      onGoneElement(at, { data: {} }),
    ],
  },
  'Element.callMethod': {
    works: ({ element }) => [
      [{ ...element('#card'), method: 'increase', args: [0] }, { result: 1 }],
    ],
    refuses: (at) => [
      [
        { ...at.element('#card'), method: 'nowhere', args: [] },
        'components/card has no method "nowhere"',
      ],
      [{ ...at.element('#top'), method: 'increase', args: [] }, 'not a custom component'],
      onGoneElement(at, { method: 'increase', args: [] }),
    ],
  },
  'Element.callContextMethod': {
    works: never,
    refuses: (at) => [
      [{ ...at.element('#top'), method: 'play', args: [] }, 'the simulator has no <video>'],
    ],
  },
} satisfies Record<string, MethodRow>;
