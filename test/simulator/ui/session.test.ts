import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import { UiSession } from '../../../scripts/simulator/node/ui/session';

let folder: string;
let session: UiSession;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mini-login-ui-'));
  const bin = join(folder, 'jest.mjs');
  writeFileSync(bin, 'setInterval(() => {}, 1000);');
  session = new UiSession({
    jest: { folder, bin, runner: '', version: '30.0.0' },
    ...{ args: [], files: ['a.test.js', 'b.test.js'], url: 'http://127.0.0.1:1/ui/token' },
  });
});
afterEach(async () => {
  await session.close();
  rmSync(folder, { recursive: true });
});

/** A test file that Jest has come to. */
function reporting(...messages: readonly object[]): void {
  const line = Object.assign(new EventEmitter(), { send: () => undefined });
  session.take(line as unknown as WebSocket);
  for (const message of messages) line.emit('message', JSON.stringify(message));
}

test('a file that had only said its name when a run came first is listed after it', async () => {
  reporting({ type: 'hello', path: 'a.test.js' }, { type: 'file', path: 'a.test.js', tests: [] });
  reporting({ type: 'hello', path: 'b.test.js' });
  await session.stop();
  expect(session.filesToRun).toEqual(['b.test.js']);
});
