import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isSource } from '../../../scripts/simulator/node/ui/watch';

test('what a person writes begins a run, and what a run leaves does not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-watch-'));
  try {
    writeFileSync(join(folder, 'page.wxml'), '');
    const asked = (name: string) => [name, isSource(join(folder, name))];
    const written = ['a.test.js', 'a.ts', 'b.cjs', 'page.wxml', 'a.wxss', 'app.json', 'page.json'];
    for (const name of [...written, 'project.private.config.json'])
      expect(asked(name)).toEqual([name, true]);
    for (const name of ['junit.xml', 'report.json', 'closed.txt', 'shot.png', 'run.log'])
      expect(asked(name)).toEqual([name, false]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
