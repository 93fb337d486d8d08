import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { useBench } from './helpers';

const bench = useBench();

/** The commands of docs/sandbox.md, as they stand there, on a sandbox that runs already. */
test('the first page of docs/sandbox.md leads to tokens', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/sandbox.md'), 'utf8');
  const commands = page.match(/```sh\n(?<commands>[^`]*?)```/)?.groups?.commands ?? '';
  const [start, ...rest] = commands.trim().split('\n');
  expect(start).toMatch(/^npm run sandbox/);
  expect(rest).toHaveLength(4); // Five in all.
  const { host } = new URL(bench.sandbox.genauth.url);
  const output = await shell(rest.join('\n').replaceAll('127.0.0.1:5190', host));
  expect(
    JSON.parse(
      output
        .trim()
        .split('\n')
        .at(-1)
        ?.replace(/^\{"status".*?\}\}/, '') ?? '',
    ),
  ).toEqual({
    sub: expect.stringMatching(/^[0-9a-f]{24}$/),
    nickname: '陈宇',
    updated_at: expect.any(String),
    phone_number: '+8619900001002',
    phone_number_verified: true,
  });
});

function shell(commands: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', commands], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += String(data);
    });
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`exit code ${code}: ${output}`)),
    );
  });
}
