import { z } from 'zod';
import { type Method, maybe, method, none, serverMethod } from '../method';
import { native, nativeNames } from './native';

/** The IDE around the program. */
export const tool = {
  'Tool.getInfo': method(none, async (_, { phone }) => {
    const { SDKVersion } = await phone.device.get();
    // DevTools says no `simulator`: by it the test API knows where it is.
    return { SDKVersion, simulator: '1' };
  }),
  'Tool.close': serverMethod(none, (_, server) => server.close()),
  'Tool.enableRemoteDebug': method(z.object({ auto: z.boolean().optional() }), () => {
    throw new Error(
      'the simulator has no remote phone: what runs on it runs here. For a real phone use WeChat DevTools.',
    );
  }),
  /** Who may hold the phone: `launch({account})` takes such an openid. */
  'Tool.getTestAccounts': method(none, async (_, { phone }) => {
    const people = await phone.people();
    return { accounts: people.map(({ id, name }) => ({ openid: id, nickName: name })) };
  }),
  'Tool.stopAudits': method(none, () => {
    throw new Error("the simulator has no audits: they are DevTools' own");
  }),
  // DevTools' login: here is nothing to log in to, so a script that does it runs on.
  'Tool.getTicket': serverMethod(none, (_, server) => ({ ticket: server.ticket, expiredTime: 0 })),
  'Tool.setTicket': serverMethod(z.object({ ticket: z.string() }), ({ ticket }, server) => {
    server.ticket = ticket;
  }),
  'Tool.refreshTicket': serverMethod(none, () => undefined),
  'Tool.native': method(
    z.object({ method: z.enum(nativeNames), data: maybe(z.unknown()) }),
    ({ method: name, data }, { phone }) => native[name](phone, data),
  ),
} satisfies Readonly<Record<string, Method>>;
