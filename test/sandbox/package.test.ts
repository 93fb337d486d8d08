import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

/** What is published is built, so it is built and started; the registry has no part in it. */
const folder = join(import.meta.dirname, '../../scripts/sandbox');
const dist = join(folder, '../../out/sandbox-package');
let child: ChildProcess | undefined;

beforeAll(() => {
  execFileSync(process.execPath, [join(folder, 'build.mjs')]);
});
afterAll(() => {
  child?.kill();
});

test('the package needs nothing but registry packages, each with an exact version', () => {
  const { dependencies, bin } = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies).filter((name) => name.startsWith('@mini-login/'))).toEqual([]);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(readdirSync(dist)).toContain(bin['mini-login-sandbox']);
  expect(readdirSync(dist).some((name) => name.endsWith('.ts'))).toBe(false);
});

test('its command starts, and brings the console along', async () => {
  const started = spawn(process.execPath, [join(dist, 'mini-login-sandbox.js'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    started.stdout.on('data', (data) => {
      text += String(data);
      const [, found] = text.match(/GenAuth +(http\S+)[\s\S]*Ctrl-C/) ?? [];
      if (found) resolve(found);
    });
    started.once('exit', (code) => reject(new Error(`it ended with ${code}: ${text}`)));
  });
  expect((await fetch(`${url}/health`)).status).toBe(200);
  expect((await fetch(`${url}/sandbox/console/main.js`)).status).toBe(200);
  expect((await fetch(`${url}/sandbox/console/style.css`)).status).toBe(200);
});
