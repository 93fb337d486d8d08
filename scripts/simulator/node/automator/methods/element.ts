import { z } from 'zod';
import type { ElementCall } from '../../../contract/process';
import { args, type Call, data, type Method, maybe, method, names, pageId } from '../method';
import { select } from '../selector';
import { nothing } from './page';

/**
 * The client also sends back `nodeId` and `videoId`, which here say nothing that the element's own
 * id does not.
 */
const element = { pageId, elementId: z.string() };
const query = z.object({ ...element, selector: z.string() });
const named = z.object({ ...element, names });

/** One finger; its place on the page counts when its place in the window is not given. */
const finger = z
  .object({
    identifier: maybe(z.number()),
    clientX: maybe(z.number()),
    clientY: maybe(z.number()),
    pageX: maybe(z.number()),
    pageY: maybe(z.number()),
  })
  .transform(({ identifier, clientX, clientY, pageX = 0, pageY = 0 }) => ({
    identifier,
    clientX: clientX ?? pageX,
    clientY: clientY ?? pageY,
  }));
const touches = maybe(z.array(finger));
const touch = z.object({ ...element, touches });

/** One element of a page, or of a component on it. */
export const elementMethods = {
  'Element.getElement': method(query, async (params, call) => {
    const [found] = await select(call, { ...params, within: params.elementId });
    return found ?? nothing(params.selector);
  }),
  'Element.getElements': method(query, async (params, call) => ({
    elements: await select(call, { ...params, within: params.elementId }),
  })),
  'Element.getDOMProperties': read('domProperties', 'properties'),
  'Element.getProperties': read('properties', 'properties'),
  'Element.getAttributes': read('attributes', 'attributes'),
  'Element.getStyles': read('styles', 'styles'),
  'Element.getOffset': method(z.object(element), (params, call) =>
    ask(call, params, { name: 'offset' }),
  ),
  'Element.getWXML': method(
    z.object({ ...element, type: z.enum(['inner', 'outer']) }),
    async (params, call) => ({
      wxml: await ask(call, params, { name: params.type === 'inner' ? 'innerWxml' : 'outerWxml' }),
    }),
  ),
  'Element.tap': method(z.object(element), ({ pageId: page, elementId }, { phone }) =>
    phone.byId.tap(page, elementId),
  ),
  'Element.touchstart': method(touch, (params, { phone }) =>
    phone.byId.touchstart(params.pageId, params.elementId, params.touches),
  ),
  'Element.touchmove': method(touch, (params, { phone }) =>
    phone.byId.touchmove(params.pageId, params.elementId, params.touches),
  ),
  'Element.touchend': method(touch, (_, { phone }) => phone.byId.touchend()),
  'Element.triggerEvent': method(
    z.object({ ...element, type: z.string(), detail: maybe(z.unknown()) }),
    async (params, call) => {
      await ask(call, params, { name: 'trigger', type: params.type, detail: params.detail });
    },
  ),
  'Element.dispatchEvent': method(
    z.object({
      ...element,
      eventName: z.string(),
      touches: maybe(z.array(z.unknown())),
      changeTouches: maybe(z.array(z.unknown())),
      detail: maybe(z.unknown()),
    }),
    async (params, call) => {
      const {
        eventName: type,
        touches: all = [],
        changeTouches: changedTouches = all,
        detail,
      } = params;
      await ask(call, params, { name: 'trigger', type, detail, touches: all, changedTouches });
    },
  ),
  'Element.callFunction': method(
    z.object({ ...element, functionName: z.string(), args }),
    async (params, call) => {
      const result = await ask(call, params, {
        name: 'callFunction',
        functionName: params.functionName,
        args: params.args,
      });
      // A switch is changed by a finger, as everything that can be hit.
      if (params.functionName === 'switch.tap')
        await call.phone.byId.tap(params.pageId, params.elementId);
      return { result };
    },
  ),
  'Element.getData': method(
    z.object({ ...element, path: maybe(z.string()) }),
    async (params, call) => ({
      data: await ask(call, params, {
        name: 'data',
        ...(params.path === undefined ? {} : { path: params.path }),
      }),
    }),
  ),
  'Element.setData': method(z.object({ ...element, data }), async (params, call) => {
    await ask(call, params, { name: 'setData', data: params.data });
  }),
  'Element.callMethod': method(
    z.object({ ...element, method: z.string(), args }),
    async (params, call) => ({
      result: await ask(call, params, {
        name: 'callMethod',
        method: params.method,
        args: params.args,
      }),
    }),
  ),
  'Element.callContextMethod': method(z.object({ ...element, method: z.string() }), (params) => {
    throw new Error(
      `the simulator has no <video>, so there is no context to call "${params.method}" on`,
    );
  }),
} satisfies Readonly<Record<string, Method>>;

function ask(
  { phone }: Call,
  { pageId: page, elementId }: { pageId: number; elementId: string },
  call: ElementCall,
) {
  return phone.byId.elementCall(page, elementId, call);
}

function read(name: 'domProperties' | 'properties' | 'attributes' | 'styles', key: string): Method {
  return method(named, async (params, call) => ({
    [key]: await ask(call, params, { name, names: params.names }),
  }));
}
