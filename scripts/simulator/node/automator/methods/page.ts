import { z } from 'zod';
import { args, data, type Method, maybe, method, names, pageId } from '../method';
import { select } from '../selector';

const query = z.object({ pageId, selector: z.string() });

/** One page on the stack. */
export const page = {
  'Page.getElement': method(query, async (params, call) => {
    const [found] = await select(call, params);
    return found ?? nothing(params.selector);
  }),
  'Page.getElements': method(query, async (params, call) => ({
    elements: await select(call, params),
  })),
  'Page.getElementByXpath': method(query, async ({ pageId: id, selector }, { phone }) => {
    const [found] = await phone.byId.elementsByXpath(id, selector);
    return found ?? nothing(selector);
  }),
  'Page.getElementsByXpath': method(query, async ({ pageId: id, selector }, { phone }) => ({
    elements: await phone.byId.elementsByXpath(id, selector),
  })),
  'Page.getData': method(
    z.object({ pageId, path: maybe(z.string()) }),
    async ({ pageId: id, path }, { phone }) => ({
      data: await phone.byId.pageData(id, path),
    }),
  ),
  'Page.setData': method(z.object({ pageId, data }), async (params, { phone }) => {
    await phone.byId.setPageData(params.pageId, params.data);
  }),
  'Page.callMethod': method(
    z.object({ pageId, method: z.string(), args }),
    async (params, { phone }) => ({
      result: await phone.byId.callPageMethod(params.pageId, params.method, params.args),
    }),
  ),
  'Page.getWindowProperties': method(z.object({ pageId, names }), async (params, { phone }) => ({
    properties: await phone.byId.windowProperties(params.pageId, params.names),
  })),
} satisfies Readonly<Record<string, Method>>;

/** The client takes any answer for an element, so "none" has to be an error. */
export function nothing(selector: string): never {
  throw new Error(`no element matches "${selector}"`);
}
