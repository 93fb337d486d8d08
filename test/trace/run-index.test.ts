import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { flakyTrace, writeRunIndex } from '../../scripts/trace/run-index';

test('the page of a run lists what failed, then what is flaky, then what passed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traces-'));
  const trace = (title: string, look: 'good' | 'bad') =>
    `<title>${title}</title><p class="verdict ${look}">`;
  writeFileSync(join(folder, 'a.html'), trace('a passes', 'good'));
  writeFileSync(join(folder, 'b.html'), trace('b fails', 'bad'));
  writeFileSync(flakyTrace(join(folder, 'c.html')), trace('c fails once', 'bad'));
  writeRunIndex(folder);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  rmSync(folder, { recursive: true });
  expect(page).toContain('1 failed, 1 flaky, 1 passed, 0 skipped');
  const lines = [
    ...page.matchAll(
      /<li data-status="\w+"><span class="\w+">(\w+)<\/span> <a href="([^"]+)">([^<]+)/g,
    ),
  ];
  expect(lines.map(([, ...parts]) => parts)).toEqual([
    ['failed', 'b.html', 'b fails'],
    ['flaky', 'c.flaky.html', 'c fails once'],
    ['passed', 'a.html', 'a passes'],
  ]);
});
