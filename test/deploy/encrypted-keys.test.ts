import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { addKeys, checkKeys, initKeys, listKeys } from '../../scripts/deploy/keys';
import { findKey } from '../../scripts/deploy/upload/key';
import { makeUploadKey } from '../../scripts/upload-double/upload-key';

const pems = [makeUploadKey(), makeUploadKey(), makeUploadKey()].map((one) => one.privateKey);
const appIdOf = (index: number) => `wx${index.toString(16).padStart(16, '0')}`;
const pemOf = (index: number) => pems[index % pems.length] ?? '';

let root: string;
let given: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keys-'));
  given = join(root, 'given');
  mkdirSync(given);
});
afterEach(() => rmSync(root, { recursive: true }));

/** As WeChat gives them. */
function downloadKeys(count: number): void {
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(given, `private.${appIdOf(index)}.key`), pemOf(index));
}

async function init(): Promise<string> {
  return ((await initKeys(root)).result ?? '').trim();
}

const find = (appId: string, secret: string) =>
  findKey(appId, { env: { UPLOAD_KEYS_SECRET: secret }, root });

describe('300 keys', () => {
  test('are opened by one secret that every CI and every system can hold', async () => {
    const secret = await init();
    downloadKeys(300);
    expect(await addKeys(root, [given])).toMatchObject({ ok: true });
    // GitHub: 48 KB a secret. Linux: 128 KB an environment value. A masked value: one line.
    expect(secret).toMatch(/^[\w-]{100,1000}$/);
    for (let index = 0; index < 300; index += 1)
      expect(await find(appIdOf(index), secret)).toEqual({ ok: true, pem: pemOf(index) });
    expect(await checkKeys(root, secret)).toEqual({
      ok: true,
      said: ['UPLOAD_KEYS_SECRET opens all 300 keys.'],
    });
  });

  test('show nothing of themselves, and are no larger than they have to be', async () => {
    await init();
    downloadKeys(300);
    await addKeys(root, [given]);
    const files = readdirSync(join(root, 'upload-keys')).filter((name) => name.endsWith('.jwe'));
    expect(files).toHaveLength(300);
    for (const file of files) {
      expect(statSync(join(root, 'upload-keys', file)).size).toBeLessThan(4_000);
      const text = readFileSync(join(root, 'upload-keys', file), 'utf8');
      expect(text).not.toMatch(/PRIVATE|BEGIN/);
    }
  });
});

test('what is kept is a JWE that any library of RFC 7516 reads', async () => {
  await init();
  downloadKeys(1);
  await addKeys(root, [given]);
  const text = readFileSync(join(root, `upload-keys/${appIdOf(0)}.jwe`), 'utf8');
  expect(decodeProtectedHeader(text.replaceAll('\n', ''))).toMatchObject({
    alg: 'ECDH-ES',
    enc: 'A256GCM',
    appid: appIdOf(0),
    kid: expect.stringMatching(/^[\w-]{43}$/),
  });
});

test('the file next to them holds no secret', async () => {
  const secret = await init();
  const recipient: object = JSON.parse(
    readFileSync(join(root, 'upload-keys/recipient.json'), 'utf8'),
  );
  expect(Object.keys(recipient).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  expect(secret).not.toBe('');
});

test('a secret that was written down with what npm says of its script opens them', async () => {
  const secret = await init();
  downloadKeys(1);
  await addKeys(root, [given]);
  const written = `\n> mini-login@0.1.0 keys\n> node scripts/cli/run.mjs keys init\n\n${secret}\n`;
  expect(await find(appIdOf(0), written)).toMatchObject({ ok: true });
});

describe('is refused in words of its own', () => {
  let secret: string;
  beforeEach(async () => {
    secret = await init();
    downloadKeys(2);
    await addKeys(root, [given]);
  });
  const problem = async (appId: string, text: string) => {
    const found = await find(appId, text);
    return found.ok ? '' : found.problem;
  };

  test('a secret that is not there', async () => {
    expect(await problem(appIdOf(0), '')).toContain('is encrypted; give the secret');
  });

  test.each([
    ['cut', (text: string) => text.slice(0, -8)],
    ['of another kind', () => 'hunter2'],
    [
      'that is the public part',
      () => readFileSync(join(root, 'upload-keys/recipient.json'), 'utf8'),
    ],
  ])('a secret %s', async (_, change) => {
    expect(await problem(appIdOf(0), change(secret))).toContain('UPLOAD_KEYS_SECRET: is not what');
  });

  test('the secret of another repository', async () => {
    const other = mkdtempSync(join(tmpdir(), 'keys-'));
    const foreign = ((await initKeys(other)).result ?? '').trim();
    rmSync(other, { recursive: true });
    expect(await problem(appIdOf(0), foreign)).toContain('does not open it');
  });

  test('a key under the name of another mini program', async () => {
    renameSync(
      join(root, `upload-keys/${appIdOf(1)}.jwe`),
      join(root, `upload-keys/${appIdOf(0)}.jwe`),
    );
    expect(await problem(appIdOf(0), secret)).toContain('the key of another mini program');
  });

  test('a key that was changed', async () => {
    const file = join(root, `upload-keys/${appIdOf(0)}.jwe`);
    const text = readFileSync(file, 'utf8');
    const at = text.length - 60;
    writeFileSync(file, text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1));
    expect(await problem(appIdOf(0), secret)).toContain('does not open it');
  });

  test('a mini program without a key', async () => {
    expect(await problem('wxffffffffffffffff', secret)).toContain('There is no upload key for');
  });

  test('a secret made again, which would make the keys useless', async () => {
    expect(await initKeys(root)).toMatchObject({ ok: false });
    expect(await find(appIdOf(0), secret)).toMatchObject({ ok: true });
  });

  test.each([
    ['a file of another name', 'key.pem', () => pemOf(0), 'is not named private.<AppID>.key'],
    ['no key', `private.${appIdOf(9)}.key`, () => 'hunter2', 'is no RSA private key'],
  ])('to be added: %s', async (_, name, content, said) => {
    writeFileSync(join(given, name), content());
    const answer = await addKeys(root, [join(given, name)]);
    expect(answer.ok).toBe(false);
    expect(answer.said.join('\n')).toContain(said);
    expect(answer.said.join('\n')).not.toContain('hunter2');
  });

  test('to be added before there is a recipient, and an empty folder', async () => {
    mkdirSync(join(root, 'empty'));
    expect((await addKeys(root, [join(root, 'empty')])).said.join()).toContain('holds no private');
    rmSync(join(root, 'upload-keys'), { recursive: true });
    expect((await addKeys(root, [given])).said.join()).toContain('npm run keys -- init');
  });

  test.each([
    'private.wx0000000000000000 (1).key',
    'private.wx0000000000000000.key.txt',
    'Private.WX0000000000000000.key',
  ])('%s next to good ones, which would be left out and then deleted', async (name) => {
    writeFileSync(join(given, name), pemOf(0));
    const answer = await addKeys(root, [given]);
    expect(answer.ok).toBe(false);
    expect(answer.said.join('\n')).toContain(name);
  });

  test('one bad key adds none of a folder', async () => {
    writeFileSync(join(given, `private.${appIdOf(7)}.key`), 'nothing');
    writeFileSync(join(given, `private.${appIdOf(8)}.key`), pemOf(8));
    expect((await addKeys(root, [given])).ok).toBe(false);
    expect(readdirSync(join(root, 'upload-keys'))).toHaveLength(3);
  });
});

test('the list names the brands without a key', async () => {
  await init();
  cpSync(join(__dirname, '../../brands/demo'), join(root, 'brands/demo'), { recursive: true });
  expect(listKeys(root).result).toBe('demo: no key for wx0123456789abcdef\n');
});
