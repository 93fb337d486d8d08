import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root } from '../../scripts/setup/say.mjs';
import { project } from './node/compile/project';

const page = (name: string, script: string) => ({
  [`src/${name}.wxml`]: '<view />',
  [`src/${name}.js`]: `Page(${script});`,
});

const program = project({
  'src/app.json':
    '{ "pages": ["clean", "throws", "asks"], "subPackages": [{ "root": "more", "pages": ["hangs", "after"] }] }',
  ...page('clean', '{ onLoad() { this.setData({ a: 1 }); } }'),
  ...page('throws', "{ onLoad() { throw new Error('broken by 42'); } }"),
  ...page('asks', '{ onLoad() { wx.createBLEConnection({ fail() {} }); } }'),
  ...page('more/hangs', '{ onLoad() { for (;;); } }'),
  ...page('more/after', '{}'),
});
afterAll(() => program.dispose());

function survey(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const command = ['scripts/commands/run.mjs', 'survey', ...args];
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

test('each page is visited, what it says is told apart, and one that hangs keeps no other from its turn', async () => {
  const { code, stdout } = await survey('--json', '--limit', '2000', program.dir);
  expect(code).toBe(1);
  const { programs, causes } = JSON.parse(stdout);
  expect(programs).toMatchObject([
    {
      pages: 5,
      launched: 4,
      clean: 3,
      visits: [
        { page: 'clean', launched: true, complaints: [] },
        {
          page: 'throws',
          launched: true,
          complaints: [{ kind: 'error', message: expect.stringContaining('broken by 42') }],
        },
        {
          page: 'asks',
          launched: true,
          complaints: [
            { kind: 'refused', message: expect.stringContaining('wx.createBLEConnection') },
          ],
        },
        { page: 'more/hangs', launched: false, hung: true },
        { page: 'more/after', launched: true, complaints: [] },
      ],
    },
  ]);
  expect(causes).toContainEqual(expect.objectContaining({ kind: 'refused', pages: 1 }));
});

test('a folder without a program is said, and ends with 2', async () => {
  const { code, stdout, stderr } = await survey(join(root, 'docs'));
  expect([code, stdout.includes('all')]).toEqual([2, true]);
  expect(stderr).toContain('docs: ');
});
