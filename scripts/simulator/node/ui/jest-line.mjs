import { WebSocket } from 'ws';

/** Of one text, characters: more than anybody reads, and far less than the server takes at once. */
const longestText = 100_000;

/**
 * Its beginning and its end.
 *
 * @param {string} text
 */
export function cut(text) {
  const left = text.length - longestText;
  if (left <= 0) return text;
  const half = longestText / 2;
  return `${text.slice(0, half)}\n… ${left} characters …\n${text.slice(-half)}`;
}

/**
 * For the server: nothing in it is too long but pictures.
 *
 * @param {object} message
 */
export function textOfMessage(message) {
  return JSON.stringify(message, (key, value) =>
    typeof value === 'string' && key !== 'base64' ? cut(value) : value,
  );
}

/**
 * The line to UI mode's server for one test file, with the server's plan for it. A server that is
 * gone stops the run as a person does.
 *
 * @param {string} url
 * @param {string} path
 * @param {() => void} onLost
 */
export async function connect(url, path, onLost) {
  const socket = new WebSocket(url);
  /** @type {Map<number, () => void>} */
  const waiting = new Map();
  let asked = 0;
  let isOpen = false;
  let isDone = false;
  const stopped = new AbortController();
  const stop = () => {
    stopped.abort(new Error('stopped'));
    for (const go of waiting.values()) go();
  };
  /** @type {{ list: boolean, isOver: boolean, tests: string[] | null }} */
  const plan = await new Promise((done) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'plan') done(message);
      if (message.type === 'stop') stop();
      if (message.type === 'go') waiting.get(message.number)?.();
    });
    socket.on('open', () => {
      isOpen = true;
      socket.send(JSON.stringify({ type: 'hello', path }));
    });
    socket.on('close', () => {
      isOpen = false;
      if (!isDone) {
        stop();
        onLost();
      }
      done({ list: true, isOver: true, tests: null });
    });
    socket.on('error', () => undefined);
  });
  /** @param {object} message */
  const send = (message) => {
    if (isOpen) socket.send(textOfMessage(message));
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
        isDone = true;
        if (!isOpen) return done();
        socket.on('close', () => done());
        socket.close();
      }),
  };
}
