import { WebSocket } from 'ws';

/**
 * The line to UI mode's server for one test file, with the server's plan for it. When the server is
 * gone nothing waits.
 *
 * @param {string} url
 * @param {string} path
 */
export async function connect(url, path) {
  const socket = new WebSocket(url);
  /** @type {Map<number, () => void>} */
  const waiting = new Map();
  let asked = 0;
  let isOpen = false;
  const stopped = new AbortController();
  const letGo = () => {
    isOpen = false;
    for (const go of waiting.values()) go();
  };
  /** @type {{ list: boolean, isOver: boolean, tests: string[] | null }} */
  const plan = await new Promise((done) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'plan') done(message);
      if (message.type === 'stop') {
        stopped.abort(new Error('stopped'));
        for (const go of waiting.values()) go();
      }
      if (message.type === 'go') waiting.get(message.number)?.();
    });
    socket.on('open', () => {
      isOpen = true;
      socket.send(JSON.stringify({ type: 'hello', path }));
    });
    socket.on('close', () => {
      letGo();
      done({ list: false, isOver: false, tests: null });
    });
    socket.on('error', () => undefined);
  });
  /** @param {object} message */
  const send = (message) => {
    if (isOpen) socket.send(JSON.stringify(message));
  };
  return {
    plan,
    send,
    isOpen: () => isOpen,
    /** A person wants no more of it. */
    stopped: stopped.signal,
    /** @param {object} message */
    ask: (message) =>
      new Promise((done) => {
        if (!isOpen) return done(undefined);
        const number = asked++;
        waiting.set(number, () => done(undefined));
        send({ ...message, number });
      }),
    /** @returns {Promise<void>} */
    close: () =>
      new Promise((done) => {
        if (!isOpen) return done();
        socket.on('close', () => done());
        socket.close();
      }),
  };
}
