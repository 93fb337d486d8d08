import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { connect, cut, textOfMessage } from '../../../scripts/simulator/node/ui/jest-line.mjs';
import { readMessage } from '../../../scripts/simulator/node/ui/messages';

let server: WebSocketServer;

beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
});
afterEach(() => {
  for (const line of server.clients) line.terminate();
  server.close();
});

const url = () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;

test('a server that is gone stops what runs, and what is to come', async () => {
  server.once('connection', (line) => line.send(JSON.stringify({ type: 'plan', tests: null })));
  const lost: string[] = [];
  const line = await connect(url(), 'a.test.js', () => lost.push('a'));
  const waits = line.ask({ type: 'wait', step: '1' });
  for (const other of server.clients) other.terminate();
  await waits;
  expect(line.stopped.aborted).toBe(true);
  server.once('connection', (other) => other.terminate());
  const next = await connect(url(), 'b.test.js', () => lost.push('b'));
  expect(next.plan.isOver).toBe(true);
  expect(lost).toEqual(['a', 'b']);
});

test('a line that its file is done with is not lost', async () => {
  server.once('connection', (line) => line.send(JSON.stringify({ type: 'plan', tests: null })));
  const lost: string[] = [];
  const line = await connect(url(), 'a.test.js', () => lost.push('a'));
  await line.close();
  expect([lost, line.stopped.aborted]).toEqual([[], false]);
});

test('a long text is sent with its beginning and its end, a picture whole', () => {
  const long = `Error: ${'x'.repeat(40_000_000)} at a.test.js:3`;
  const base64 = 'A'.repeat(200_000);
  const sent = JSON.parse(textOfMessage({ error: long, step: { before: { base64 } } }));
  expect(sent.error).toMatch(/^Error: x+\n… 3\d{7} characters …\nx+ at a\.test\.js:3$/);
  expect(sent.error.length).toBeLessThan(101_000);
  expect(sent.step.before.base64).toBe(base64);
  expect(cut('short')).toBe('short');
});

test('what is no message is none', () => {
  expect(readMessage('no JSON')).toBeNull();
  expect(readMessage('{"type":"other"}')).toBeNull();
});
