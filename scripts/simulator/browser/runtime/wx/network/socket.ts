import type { ServiceAnswer } from '../../../../contract/process';
import type { SocketServer } from '../../../../contract/surroundings';
import { isArrayBuffer } from '../../plain';
import type { ApiFamily, ApiTools, Params, WxFunction } from '../call';
import { isParams } from '../call';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html */
const mostAtOnce = 5;

const EVENTS = ['Open', 'Message', 'Error', 'Close'] as const;
type SocketEvent = (typeof EVENTS)[number];

const STATES = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const;

const done: ServiceAnswer = { ok: true, result: {} };
const failed = (errMsg: string): ServiceAnswer => ({ ok: false, errMsg });

/** One connection, to a server that the test has scripted. */
class Socket {
  readonly #tools: ApiTools;
  readonly #listeners = new Map<SocketEvent, Set<WxFunction>>();
  #server: SocketServer | null = null;
  state: number = STATES.CONNECTING;

  constructor(tools: ApiTools) {
    this.#tools = tools;
  }

  on(event: SocketEvent, listener: WxFunction): void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set<WxFunction>()).add(listener));
  }

  opened(server: SocketServer | null): void {
    if (this.state !== STATES.CONNECTING) return;
    if (!server) {
      this.state = STATES.CLOSED;
      this.#emit('Error', { errMsg: 'connection refused' });
      return;
    }
    this.#server = server;
    this.state = STATES.OPEN;
    this.#emit('Open', { header: {} });
    for (const data of server.greets ?? []) this.#emit('Message', { data });
    if (server.closes) this.#end(server.closes.code, server.closes.reason);
  }

  send(data: unknown): ServiceAnswer {
    if (this.state !== STATES.OPEN)
      return failed('sendSocketMessage:fail SocketTask.readyState is not OPEN');
    if (typeof data !== 'string' && !isArrayBuffer(data))
      return failed('sendSocketMessage:fail parameter error: data should be String or ArrayBuffer');
    const answer = this.#server?.answers?.find(({ to }) => to === '*' || to === data);
    if (answer) queueMicrotask(() => this.#emit('Message', { data: answer.with }));
    return done;
  }

  close(code: unknown = 1000, reason: unknown = ''): ServiceAnswer {
    const valid = code === 1000 || (typeof code === 'number' && code >= 3000 && code <= 4999);
    if (!valid) return failed('closeSocket:fail code must be 1000 or between 3000 and 4999');
    if (new TextEncoder().encode(String(reason)).length > 123)
      return failed('closeSocket:fail reason must not be longer than 123 bytes');
    if (this.state >= STATES.CLOSING) return failed('closeSocket:fail WebSocket is not connected');
    queueMicrotask(() => this.#end(Number(code), String(reason)));
    this.state = STATES.CLOSING;
    return done;
  }

  #end(code: number, reason: string): void {
    this.state = STATES.CLOSED;
    this.#emit('Close', { code, reason });
  }

  #emit(event: SocketEvent, detail: Params): void {
    const { host } = this.#tools.runtime;
    host.deliver(() => {
      for (const listener of this.#listeners.get(event) ?? [])
        this.#tools.guarded(() => void listener(detail));
    });
  }

  /** https://developers.weixin.qq.com/miniprogram/dev/api/network/websocket/SocketTask.html */
  task(): Readonly<Record<string, unknown>> {
    const socket = this;
    const { asynchronous } = this.#tools;
    // The task's methods take callbacks alone.
    const silent = { complete: () => undefined };
    return {
      ...STATES,
      get readyState() {
        return socket.state;
      },
      send: (given: unknown) =>
        void asynchronous('sendSocketMessage', {
          params: { data: 'Any' },
          run: ({ data }) => socket.send(data),
        })({ ...silent, ...Object(given) }),
      close: (given: unknown) =>
        void asynchronous('closeSocket', {
          params: { code: 'Number?', reason: 'String?' },
          run: ({ code, reason }) => socket.close(code, reason),
        })({ ...silent, ...Object(given) }),
      ...Object.fromEntries(
        EVENTS.map((event) => [`on${event}`, (listener: WxFunction) => socket.on(event, listener)]),
      ),
    };
  }
}

export const socket: ApiFamily = (tools) => {
  const { asynchronous, service } = tools;
  const sockets: Socket[] = [];
  const early = new Map<SocketEvent, WxFunction>();
  const open = () => sockets.filter(({ state }) => state < STATES.CLOSED);
  const first = () => open()[0];

  const connectSocket = (given: unknown) => {
    const made = new Socket(tools);
    const task = made.task();
    const { success, fail, complete } = isParams(given) ? given : {};
    const call = asynchronous('connectSocket', {
      params: {
        ...{ url: 'String', header: 'Object?', protocols: 'Array?', tcpNoDelay: 'Boolean?' },
        ...{ perMessageDeflate: 'Boolean?', timeout: 'Number?', forceCellularNetwork: 'Boolean?' },
      },
      run: async (params) => {
        if (open().length >= mostAtOnce)
          return failed(`connectSocket:fail there are ${mostAtOnce} connections already`);
        sockets.push(made);
        for (const [event, listener] of early) made.on(event, listener);
        const answer = await service('connectSocket', params);
        if (!answer.ok) {
          made.state = STATES.CLOSED;
          return answer;
        }
        // The task is there before anything comes over it.
        setTimeout(() => made.opened(answer.result.server as SocketServer | null), 0);
        return { ok: true, result: { socketTaskId: sockets.length } };
      },
    });
    // A task comes back, and no promise.
    call({ ...Object(given), success, fail, complete: complete ?? (() => undefined) });
    return task;
  };
  const forAll = (event: SocketEvent) => (listener: WxFunction) => {
    early.set(event, listener);
    first()?.on(event, listener);
  };
  const none = (api: string) => failed(`${api}:fail WebSocket is not connected`);
  return {
    connectSocket,
    sendSocketMessage: asynchronous('sendSocketMessage', {
      params: { data: 'Any' },
      run: ({ data }) => first()?.send(data) ?? none('sendSocketMessage'),
    }),
    closeSocket: asynchronous('closeSocket', {
      params: { code: 'Number?', reason: 'String?' },
      run: ({ code, reason }) => first()?.close(code, reason) ?? none('closeSocket'),
    }),
    onSocketOpen: forAll('Open'),
    onSocketMessage: forAll('Message'),
    onSocketError: forAll('Error'),
    onSocketClose: forAll('Close'),
  };
};
