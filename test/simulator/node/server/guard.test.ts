import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Simulator, startSimulator } from '@mini-login/simulator';

let simulator: Simulator;
let moved: number[] = [];

beforeAll(async () => {
  simulator = await startSimulator({
    project: join(import.meta.dirname, '../../fixtures/hello'),
    cloud: 'http://127.0.0.1:9',
    requestDomains: [],
    hosts: {},
    onClockAdvance: (ms) => void moved.push(ms),
  });
});

afterAll(() => simulator.close());

interface Asked {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Not `fetch`: it writes the Host header itself. Resolves with the status. */
function ask({ path = '/simulator/clock', headers = {}, body }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(`${simulator.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, ...length },
    });
    sent.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const move = JSON.stringify({ ms: 1_000 });

test('our own page moves the clock', async () => {
  moved = [];
  expect(
    await ask({
      headers: { ...json, origin: simulator.url, 'sec-fetch-site': 'same-origin' },
      body: move,
    }),
  ).toBe(200);
  expect(moved).toEqual([1_000]);
});

test.each([
  ['a name that leads to this machine', { ...json, host: 'evil.example' }, 403],
  ["another site's page", { ...json, origin: 'https://evil.example' }, 403],
  [
    'a page of another site that hides its origin',
    { ...json, 'sec-fetch-site': 'cross-site' },
    403,
  ],
  ['a body that a page may send without asking', { 'content-type': 'text/plain' }, 415],
])('%s does not', async (_name, headers, status) => {
  moved = [];
  expect(await ask({ headers, body: move })).toBe(status);
  expect(moved).toEqual([]);
});

test('a body is at most 1 MB, and a move at most a year', async () => {
  moved = [];
  expect(
    await ask({ headers: json, body: JSON.stringify({ ms: 1, pad: 'x'.repeat(1_100_000) }) }),
  ).toBe(413);
  expect(await ask({ headers: json, body: JSON.stringify({ ms: 400 * 24 * 3_600_000 }) })).toBe(
    400,
  );
  expect(await ask({ headers: json, body: JSON.stringify({ ms: -1 }) })).toBe(400);
  expect(moved).toEqual([]);
});

test('the program itself is not for other names and sites either', async () => {
  expect(await ask({ path: '/simulator/program' })).toBe(200);
  expect(await ask({ path: '/simulator/program', headers: { host: 'evil.example' } })).toBe(403);
  expect(
    await ask({ path: '/program/app.json', headers: { 'sec-fetch-site': 'cross-site' } }),
  ).toBe(403);
});
