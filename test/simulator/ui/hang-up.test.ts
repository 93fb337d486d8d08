import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { linkFolder } from '@mini-login/platform/files';
import { isAlive, ownGroup } from '@mini-login/platform/processes';
import { waiting } from '@mini-login/simulator';
import { ROOT } from '../../docs/markdown';

const command = join(ROOT, 'scripts/simulator/node/cli/test.ts');
const tsx = pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href;

/** Windows has neither groups nor such a signal. */
const withSignals = ownGroup.detached ? test : test.skip;

withSignals('a terminal that is closed ends UI mode with its Jest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-ui-'));
  linkFolder(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const jest = { transform: {}, globalSetup: './setup.js' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ jest }));
  writeFileSync(join(folder, 'a.test.js'), "test('it', () => undefined);");
  writeFileSync(
    join(folder, 'setup.js'),
    `module.exports = () => {
       require('fs').writeFileSync('pid', String(process.pid));
       return new Promise(() => setInterval(() => undefined, 1000));
     };`,
  );
  const options = { folder, args: [], port: 0, open: false };
  const server = spawn(process.execPath, ['--import', tsx, command, JSON.stringify(options)], {
    stdio: 'ignore',
    cwd: folder,
  });
  const pid = () => Number(readFileSync(join(folder, 'pid'), 'utf8'));
  await waiting('Jest', async () => existsSync(join(folder, 'pid')) && pid() > 0);
  server.kill('SIGHUP');
  await once(server, 'exit');
  await waiting('the end of Jest', async () => !isAlive(pid()));
  expect(server.exitCode).toBe(0);
  rmSync(folder, { recursive: true });
});
