import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { codes, words, wordsFor } from '@mini-login/app';
import { refusalCodes } from '@mini-login/server';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/host-app.md'), 'utf8');
const readme = readFileSync(join(root, 'kits/javascript/README.md'), 'utf8');

/** The codes in the first column of the table that follows a heading. */
function listed(text: string, heading: string): readonly string[] {
  const [, section = ''] =
    new RegExp(`^## ${heading}\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(text) ?? [];
  return section
    .split('\n')
    .filter((line) => /^\| `\w+`/.test(line))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)])
    .flatMap(([, code = '']) => (code === 'code' || code === 'session' ? [] : [code]));
}

test('every code that the program, the server kit or this kit can give has words, and no other', () => {
  const program = listed(page, 'When it did not work').filter(
    (code) => !['codes', 'ticket'].includes(code),
  );
  const own = listed(readme, 'What the outcome says');
  expect(program).toContain('phone_denied');
  expect(own).toContain('answer_not_sent');
  const all = [...new Set([...program, ...own, ...Object.keys(refusalCodes)])];
  expect(Object.keys(codes).sort()).toEqual(all.sort());
});

test('both languages say the same things', () => {
  expect(Object.keys(words['zh-CN'])).toEqual(Object.keys(words.en));
  expect(wordsFor('user_cancelled', 'en')).toBeNull();
  expect(wordsFor('wechat_not_installed', 'zh-CN')).toMatch('微信');
});
