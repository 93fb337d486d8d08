import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type HeldPort, holdPort } from '@mini-login/local-server/hold-port';

let port: HeldPort;
beforeEach(async () => {
  port = await holdPort(0);
});
afterEach(() => port.close());

const ask = async () => (await fetch(port.url)).text();

test('what is asked while nobody answers waits for the next server', async () => {
  const stop = port.answer((_, response) => response.end('first'));
  expect(await ask()).toBe('first');
  stop();
  const waiting = ask();
  port.answer((_, response) => response.end('second'));
  expect(await waiting).toBe('second');
});

test('in a pause a server that is there already waits too', async () => {
  const resume = port.pause();
  const asked: string[] = [];
  port.answer((_, response) => {
    asked.push('asked');
    response.end('ready');
  });
  const waiting = ask();
  await new Promise<void>((resolve) => port.server.once('request', () => resolve()));
  expect(asked).toEqual([]);
  resume();
  expect(await waiting).toBe('ready');
});

test('event streams end, so that pages open them again', async () => {
  const stop = port.answer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: 1\n\n');
  });
  const stream = await fetch(port.url, { headers: { accept: 'text/event-stream' } });
  stop();
  expect(await stream.text()).toBe('data: 1\n\n');
});

test('a port that is taken is an error', async () => {
  await expect(holdPort(Number(new URL(port.url).port))).rejects.toThrow('EADDRINUSE');
});
