import { ok, type RunService } from './service';

/**
 * What answers at that address, for the runtime to play; null: nobody does.
 * https://developers.weixin.qq.com/miniprogram/dev/api/network/websocket/wx.connectSocket.html
 */
export const connectSocket: RunService = async ({ url }, { network, surroundings, unreached }) => {
  const address = String(url);
  if (!URL.canParse(address)) return unreached('connectSocket', 'invalid url');
  if (new URL(address).protocol !== 'wss:') return unreached('connectSocket', 'undeclared');
  if (network.mode === 'offline') return unreached('connectSocket', 'offline');
  const server = surroundings().sockets.find((each) => fits(each.url, address));
  return ok({ server: server ?? null });
};

/** `*` stands for anything. */
function fits(pattern: string, url: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(url);
}
