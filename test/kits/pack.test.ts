import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { linkFolder } from '@mini-login/platform/files';
import { runNpm } from '@mini-login/platform/npm';

const root = join(import.meta.dirname, '../..');
let folder: string;

/** A copy: packing changes package.json for a moment, and other tests read it. */
beforeAll(() => {
  mkdirSync(join(root, 'out'), { recursive: true });
  folder = mkdtempSync(join(root, 'out', 'pack-'));
  for (const path of ['kits/javascript', 'kits/server', 'scripts/setup', 'tsconfig.json'])
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      filter: (source) => !/node_modules|\/dist(\/|$)/.test(source.slice(root.length)),
    });
  for (const kit of ['javascript', 'server']) {
    const cwd = join(folder, 'kits', kit);
    const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
    const env = { ...process.env, PATH: path };
    const packed = runNpm(cwd, ['pack', '--pack-destination', folder, '--loglevel=error'], { env });
    if (packed.status !== 0) throw new Error(String(packed.stderr));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['app', 'server'])(
  '@mini-login/%s as npm packs it has nothing that publint minds',
  (name) => {
    const installed = join(folder, 'consumer/node_modules/@mini-login', name);
    mkdirSync(installed, { recursive: true });
    const archive = join(folder, `mini-login-${name}-0.1.0.tgz`);
    execFileSync('tar', ['xzf', archive, '-C', installed, '--strip-components=1']);
    const publint = join(root, 'node_modules/publint/src/cli.js');
    const said = execFileSync(process.execPath, [publint, installed, '--strict'], {
      encoding: 'utf8',
    });
    expect(said).toMatch(/All good!/);
    // For what does not read `exports`: older Metro (React Native), `moduleResolution: node`.
    const { main, types } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect([main, types].map((file) => existsSync(join(installed, file)))).toEqual([true, true]);
  },
);

test('a stranger imports both, with their types', () => {
  const consumer = join(folder, 'consumer');
  const jose = join(consumer, 'node_modules/jose');
  linkFolder(join(root, 'node_modules/jose'), jose);
  writeFileSync(join(consumer, 'package.json'), '{"type":"module"}');
  const source = [
    "import { createLogin, wordsFor } from '@mini-login/app';",
    "import { createBackend, refusalCodes } from '@mini-login/server';",
    "const words: string | null = wordsFor('phone_denied', 'en');",
    'console.log(typeof createLogin, typeof createBackend, words, Object.keys(refusalCodes)[0]);',
    '',
  ].join('\n');
  writeFileSync(join(consumer, 'use.ts'), source);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const compilerOptions = {
    ...{ module: 'nodenext', target: 'es2022', lib: ['es2023', 'dom'], types: [] },
    strict: true,
  };
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['use.ts'] }),
  );
  const compiled = spawnSync(process.execPath, [tsc, '-p', '.', '--checkers', '1'], {
    cwd: consumer,
    encoding: 'utf8',
  });
  expect(compiled.stdout).toBe('');
  const said = execFileSync(process.execPath, ['use.js'], { cwd: consumer, encoding: 'utf8' });
  expect(said).toMatch(/^function function The phone number .* not_pending$/m);
});
