import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../../scripts/setup/say.mjs';
import { readKitCode, samplesIn } from '../../scripts/workbench/kit-code';

test.each(['en', 'zh-CN'])('each kit shows lines of its own README, in %s', (lang) => {
  for (const { kit, source, samples } of readKitCode(root, lang)) {
    const text = readFileSync(join(root, source), 'utf8');
    expect([kit, samples.length > 0]).toEqual([kit, true]);
    for (const { heading, code } of samples) {
      expect(text).toContain(`# ${heading}\n`);
      for (const line of code.split('\n')) expect(text).toContain(line);
      expect(code).not.toContain('```');
    }
  }
});

test('code in a list loses the list’s indent, and what only sets a kit up is left out', () => {
  const markdown = [
    '# Kit',
    '```sh',
    'npm install',
    '```',
    '## Button',
    '   ```swift ui',
    '   if a {',
    '     b()',
    '   }',
    '   ```',
  ].join('\n');
  expect(samplesIn(markdown)).toEqual([
    { heading: 'Button', language: 'swift', code: 'if a {\n  b()\n}' },
  ]);
});
