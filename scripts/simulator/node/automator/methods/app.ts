import { z } from 'zod';
import type { WxMock } from '../../../contract/process';
import { args, type Method, maybe, method, none } from '../method';

const pluginId = maybe(z.string());

const mockWxMethod = z.object({
  method: z.string(),
  functionDeclaration: maybe(z.string()),
  args,
  result: z.unknown().optional(),
  pluginId,
});

/** The program as a whole. */
export const app = {
  'App.getPageStack': method(none, async (_, { phone }) => ({
    pageStack: await phone.byId.pageStack(),
  })),
  'App.getCurrentPage': method(none, async (_, { phone }) => {
    const page = await phone.byId.currentPage();
    if (!page) throw new Error('the program shows no page');
    return page;
  }),
  'App.callWxMethod': method(
    z.object({ method: z.string(), args, pluginId }),
    async (params, { phone }) => {
      refusePlugin(params.pluginId);
      // As DevTools compiles what was edited.
      if (params.method === 'reLaunch') await phone.refresh();
      return {
        result: await phone.byId.callWxMethod(
          params.method,
          withoutNullUrl(params.method, params.args),
        ),
      };
    },
  ),
  'App.mockWxMethod': method(mockWxMethod, async (params, { phone }) => {
    refusePlugin(params.pluginId);
    await phone.byId.mockWxMethod(params.method, mockOf(params));
  }),
  'App.callFunction': method(
    z.object({ functionDeclaration: z.string(), args }),
    async (params, { phone }) => ({
      result: await phone.byId.evaluate(params.functionDeclaration, params.args),
    }),
  ),
  'App.addBinding': method(z.object({ name: z.string() }), async ({ name }, { phone, client }) => {
    await phone.byId.addBinding(name, (given) =>
      client.emit('App.bindingCalled', { name, args: given }),
    );
  }),
  'App.enableLog': method(none, async (_, { phone, client }) => {
    const messages = await phone.compileMessages();
    if (!client.enableLog()) return;
    // Said before anybody could listen.
    for (const { level, text } of messages)
      client.emit('App.logAdded', { type: level === 'warning' ? 'warn' : 'error', args: [text] });
  }),
  'App.captureScreenshot': method(none, async (_, { phone }) => {
    const picture = await phone.screenshot({ of: 'page' });
    return { data: picture.toString('base64') };
  }),
  'App.exit': method(none, async (_, { phone }) => phone.kill()),
} satisfies Readonly<Record<string, Method>>;

/** A declaration is a function, whatever else is there; no declaration and no result restores. */
function mockOf(params: z.output<typeof mockWxMethod>): WxMock | null {
  if (params.functionDeclaration !== undefined)
    return { functionDeclaration: params.functionDeclaration, args: params.args };
  return 'result' in params ? { result: params.result } : null;
}

/** The client gives navigateBack a `url` too: null. */
function withoutNullUrl(name: string, given: unknown[]): unknown[] {
  const [options] = given;
  return name === 'navigateBack' && Object(options).url === null ? [{}] : given;
}

function refusePlugin(id: string | undefined): void {
  if (id !== undefined) throw new Error(`plugins are not in the simulator (${id})`);
}
