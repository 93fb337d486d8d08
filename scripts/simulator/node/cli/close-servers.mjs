import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';

/**
 * Says to all servers, or to that of one project, what a client's close() says.
 *
 * @param {string} folder Where each has a note.
 * @param {string | null} project
 */
export async function closeServers(folder, project) {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const note = join(folder, name);
    try {
      const running = JSON.parse(readFileSync(note, 'utf8'));
      if (project === null || running.project === project) await closeOne(running.wsEndpoint);
    } catch {
      // It ended meanwhile, or without a word.
      rmSync(note, { force: true });
    }
  }
}

/** @param {string} wsEndpoint */
function closeOne(wsEndpoint) {
  return new Promise((done, failed) => {
    const socket = new WebSocket(wsEndpoint);
    socket.on('open', () =>
      socket.send(JSON.stringify({ id: 'cli', method: 'Tool.close', params: {} })),
    );
    socket.on('close', done);
    socket.on('error', failed);
  });
}
