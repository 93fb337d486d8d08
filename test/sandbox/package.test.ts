import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

/** What is published is built, so it is built and started; the registry has no part in it. */
const folder = join(import.meta.dirname, '../../scripts/sandbox');
const out = join(folder, '../../out');
let dist: string;
let child: ChildProcess | undefined;

beforeAll(() => {
  mkdirSync(out, { recursive: true });
  dist = join(mkdtempSync(join(out, 'sandbox-')), 'package');
  execFileSync(process.execPath, [join(folder, 'build.mjs'), dist]);
});
afterAll(() => {
  child?.kill();
  rmSync(join(dist, '..'), { recursive: true });
});

test('the package needs nothing but registry packages, each with an exact version', () => {
  const { dependencies, bin } = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8'));
  expect(Object.keys(dependencies).filter((name) => name.startsWith('@mini-login/'))).toEqual([]);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(readdirSync(dist)).toContain(bin['mini-login-sandbox']);
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))).toEqual([]);
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
