import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { missing, useAutomator } from './suite';

const suite = useAutomator();
type Page = NonNullable<Awaited<ReturnType<typeof suite.mini.currentPage>>>;
type Element = NonNullable<Awaited<ReturnType<Page['$']>>>;
let page: Page;

beforeAll(async () => {
  page = await pageInFront();
});
beforeEach(() => page.setData({ events: [], taps: 0 }));

async function pageInFront(): Promise<Page> {
  const front = await suite.mini.currentPage();
  if (!front) throw new Error('no page');
  return front;
}

async function find(selector: string): Promise<Element> {
  const element = await page.$(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

/**
 * What the client's classes for built-in components have beyond an element; its own types don't
 * say.
 */
async function findAs<T>(selector: string): Promise<Element & T> {
  return (await find(selector)) as Element & T;
}

describe('a page', () => {
  test('finds by class, id, tag and descendant, in document order', async () => {
    expect(await texts('.list .row')).toEqual(['one', 'two']);
    expect(await texts('.list > text')).toEqual(['one', 'two']);
    expect(await texts('#top')).toEqual(['Title']);
    expect(await texts('.title.big')).toEqual(['Title']);
    expect(await texts('#top, .below')).toEqual(['Title', 'below']);
    expect(await page.$('.nothing')).toBeNull();
    expect(await page.$$('.nothing')).toEqual([]);
  });

  test('finds what stands in a component by asking the component, or across its border', async () => {
    expect(await page.$('.inner')).toBeNull();
    const card = await find('#card');
    expect(await (await card.$('.inner'))?.text()).toBe('inside 1');
    expect(await texts('.card >>> .inner')).toEqual(['inside 1']);
    expect(await texts('.slotted')).toEqual(['slotted']);
  });

  test('refuses attribute selectors and says why; with --lenient it takes them', async () => {
    const selector = '[data-kind="head"]';
    expect(await page.$(selector)).toBeNull();
    await expect(page.$$(selector)).rejects.toThrow(/attribute.*class or an id.*--lenient/s);
    const pageId = await idOf();
    const { wsEndpoint } = await suite.server({ lenient: true });
    const { openWire } = await import('./suite');
    const wire = await openWire(wsEndpoint);
    expect(await wire.result('Page.getElement', { pageId, selector })).toMatchObject({
      tagName: 'view',
    });
    wire.close();
  });

  test('finds by XPath, across components', async () => {
    expect(await (await page.xpath('/page/view[2]/text[2]'))?.text()).toBe('two');
    expect(await (await page.getElementByXpath('//card//view[@class="inner"]'))?.text()).toBe(
      'inside 1',
    );
    expect(await page.getElementsByXpath('//text')).toHaveLength(3);
    expect(await page.xpath('//nothing')).toBeNull();
    await expect(page.getElementsByXpath('//view[')).rejects.toThrow('xpath "//view[" is none');
    await expect(page.getElementsByXpath('//view/text()')).rejects.toThrow('no element');
  });

  test('gives and takes data, by path too, and calls methods', async () => {
    expect(await page.data('deep.list[0].id')).toBe(7);
    await page.setData({ name: 'Noah', 'deep.list[0].id': 8 });
    expect(await page.data()).toMatchObject({ name: 'Noah', deep: { list: [{ id: 8 }] } });
    expect(await page.callMethod('add', 1, 2)).toBe(3);
    await expect(page.callMethod('nowhere')).rejects.toThrow(
      'Page.callMethod: page pages/home/home has no method "nowhere"',
    );
  });

  test('has a size and a place', async () => {
    const { width, height } = await page.size();
    expect(Number(width)).toBe(375);
    expect(Number(height)).toBeGreaterThan(900);
    await suite.mini.pageScrollTo(120);
    expect(await page.scrollTop()).toBe(120);
    await suite.mini.pageScrollTo(0);
  });

  test('waits for a selector and for a time', async () => {
    await page.waitFor('.below');
    await page.waitFor(5);
  });
});

describe('an element', () => {
  test('says what it is, from the real layout', async () => {
    const title = await find('#top');
    expect(title.tagName).toBe('view');
    expect(await title.text()).toBe('Title');
    expect(await title.attribute('class')).toBe('title big');
    expect(await title.attribute('data-kind')).toBe('head');
    expect(await title.style('color')).toBe('rgb(1, 2, 3)');
    expect(await title.size()).toMatchObject({ width: 375 });
    expect(await title.offset()).toEqual({ left: 0, top: 0 });
    expect(await title.wxml()).toBe('Title');
    expect(await title.outerWxml()).toMatch(/^<view id="top" class="title big" .*>Title<\/view>$/);
    expect(await (await find('#name')).property('value')).toBe('Noah');
    expect(await (await find('#name')).value()).toBe('Noah');
  });

  test('takes a tap, which a disabled button swallows', async () => {
    await (await find('#tapped')).tap();
    await (await find('#off')).tap();
    expect(await page.data('taps')).toBe(1);
  });

  test('takes a long press, a finger that moves, and events without a finger', async () => {
    await (await find('#tapped')).longpress();
    expect(await page.data('events')).toEqual([{ type: 'longpress' }]);
    await page.setData({ events: [] });
    const pad = await find('#pad');
    const { left, top } = await pad.offset();
    const at = (x: number) => ({
      touches: [{ identifier: 1, clientX: left + x, clientY: top + 10 }],
    });
    await pad.touchstart(at(10));
    await pad.touchmove(at(60));
    await pad.touchend();
    expect(await page.data('events')).toEqual([
      { type: 'touchstart', touches: 1, at: [[left + 10, top + 10]] },
      { type: 'touchmove', touches: 1, at: [[left + 60, top + 10]] },
      { type: 'touchend', touches: 0, at: [[left + 60, top + 10]] },
    ]);
    await page.setData({ events: [] });
    await pad.trigger('custom', { answer: 42 });
    await pad.dispatchEvent({
      eventName: 'custom',
      touches: [{ identifier: 0, pageX: 1, pageY: 2 }],
      detail: { x: 1 },
    });
    expect(await page.data('events')).toMatchObject([
      { type: 'custom', detail: { answer: 42 } },
      { type: 'custom', detail: { x: 1 }, touches: [{ identifier: 0, pageX: 1, pageY: 2 }] },
    ]);
  });

  test('is typed into, scrolled and switched, as its kind can be', async () => {
    await (await findAs<{ input(text: string): Promise<void> }>('#name')).input('Ada');
    await (await findAs<{ input(text: string): Promise<void> }>('#notes')).input('long');
    await (await find('#power')).tap();
    expect(await page.data('events')).toEqual([
      { type: 'input', value: 'Ada' },
      { type: 'input', value: 'long' },
      { type: 'change', value: true },
    ]);
    const scroller = await findAs<{
      scrollTo(x: number, y: number): Promise<void>;
      scrollWidth(): Promise<number>;
      scrollHeight(): Promise<number>;
    }>('#scroller');
    await scroller.scrollTo(30, 50);
    expect([await scroller.property('scrollLeft'), await scroller.property('scrollTop')]).toEqual([
      30, 50,
    ]);
    expect([await scroller.scrollWidth(), await scroller.scrollHeight()]).toEqual([500, 700]);
    await expect(
      suite.wire.result('Element.callFunction', {
        ...(await handle('#top')),
        functionName: 'swiper.swipeTo',
        args: [1],
      }),
    ).rejects.toThrow('<view> has no function "swiper.swipeTo"');
  });

  test('of a component has its data and methods; others have none', async () => {
    const card = await findAs<{
      data(path?: string): Promise<unknown>;
      setData(data: object): Promise<void>;
      callMethod(name: string, ...args: unknown[]): Promise<unknown>;
    }>('#card');
    expect(await card.property('label')).toBe('inside');
    expect(await card.data('count')).toBe(1);
    expect(await card.callMethod('increase', 2)).toBe(3);
    await card.setData({ count: 9 });
    expect(await card.data()).toMatchObject({ count: 9 });
    await expect(suite.wire.result('Element.getData', await handle('#top'))).rejects.toThrow(
      'not a custom component',
    );
    await expect(
      suite.wire.result('Element.callContextMethod', {
        ...(await handle('#top')),
        method: 'play',
        args: [],
      }),
    ).rejects.toThrow('no <video>');
  });

  test('finds elements inside itself', async () => {
    const list = await find('.list');
    expect(await list.$$('.row')).toHaveLength(2);
    expect(await list.$('.title')).toBeNull();
    await expect(list.$$('[class]')).rejects.toThrow('attribute');
  });

  test('that is not there says so, also when its page is gone', async () => {
    const gone = await handle('#tapped');
    await expect(suite.wire.result('Element.tap', { ...gone, elementId: '0' })).rejects.toThrow(
      /element 0 is not in page/,
    );
    await suite.wire.result('App.callWxMethod', {
      method: 'reLaunch',
      args: [{ url: '/pages/next/next' }],
    });
    await expect(
      suite.wire.result('Element.getDOMProperties', { ...gone, names: ['innerText'] }),
    ).rejects.toThrow(`Element.getDOMProperties: page ${gone.pageId} is not open`);
    await expect(page.$$('view')).rejects.toThrow('is not open');
    // The client says every error of $ as "nothing there".
    expect(await page.$('view')).toBeNull();
    await suite.wire.result('App.callWxMethod', {
      method: 'reLaunch',
      args: [{ url: '/pages/home/home' }],
    });
    page = await pageInFront();
    expect(await idOf()).toBeGreaterThan(gone.pageId);
    expect((await handle('#tapped')).elementId).not.toBe(gone.elementId);
  });
});

test('every method of pages and elements has worked for the official client', () => {
  // There is no <video>, whose context it is.
  expect(missing(suite.worked, 'Page', 'Element')).toEqual(['Element.callContextMethod']);
});

async function texts(selector: string): Promise<string[]> {
  const found: Element[] = await page.$$(selector);
  return await Promise.all(found.map((element) => element.text()));
}

async function idOf(): Promise<number> {
  return Number((await suite.wire.result('App.getCurrentPage')).pageId);
}

async function handle(selector: string): Promise<{ pageId: number; elementId: string }> {
  const pageId = await idOf();
  const { elementId } = await suite.wire.result('Page.getElement', { pageId, selector });
  return { pageId, elementId: String(elementId) };
}
