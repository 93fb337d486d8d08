import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { git } from '@mini-login/platform/git';
import { findKey } from '../../scripts/deploy/upload/key';
import {
  descriptionProblem,
  robotProblem,
  versionProblem,
} from '../../scripts/deploy/upload/version';
import { root } from '../../scripts/setup/say.mjs';
import { makeUploadKey } from '../../scripts/upload-double/upload-key';

const appId = 'wx0123456789abcdef';
const { privateKey } = makeUploadKey();
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mini-login-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a key is taken', () => {
  test('from a file', async () => {
    writeFileSync(join(folder, 'a.key'), privateKey);
    expect(await findKey(appId, { given: join(folder, 'a.key'), env: {}, root })).toEqual({
      ok: true,
      pem: privateKey,
    });
  });

  test("from a folder, by the name that WeChat gives the mini program's", async () => {
    writeFileSync(join(folder, `private.${appId}.key`), privateKey);
    expect(await findKey(appId, { env: { UPLOAD_KEYS: folder }, root })).toMatchObject({
      ok: true,
    });
    expect(
      await findKey('wxffffffffffffffff', { env: { UPLOAD_KEYS: folder }, root }),
    ).toMatchObject({
      ok: false,
    });
  });

  test('from the environment, also where its lines were joined', async () => {
    expect(
      await findKey(appId, { env: { UPLOAD_KEY: privateKey.replaceAll('\n', '\\n') }, root }),
    ).toEqual({
      ok: true,
      pem: privateKey,
    });
  });
});

describe('a key is refused', () => {
  test.each([
    ['none', {}, /Download it/],
    ['no key', { UPLOAD_KEY: 'secret-text' }, /no RSA private key/],
    ['a folder that is not there', { UPLOAD_KEYS: '/nowhere/keys' }, /no such key file/],
  ])('%s', async (_name, env, problem) => {
    const found = await findKey(appId, { env, root });
    expect(found).toEqual({ ok: false, problem: expect.stringMatching(problem) });
    expect(JSON.stringify(found)).not.toContain('secret-text');
  });

  test('a file that git keeps, or would keep', async () => {
    expect(await findKey(appId, { given: join(root, 'package.json'), env: {}, root })).toEqual({
      ok: false,
      problem: expect.stringContaining('git keeps this file'),
    });
  });
});

test('no key is in the repository, and git ignores what looks like one', () => {
  const tracked = git(root, ['ls-files', '-z']).split('\0').filter(Boolean);
  const holdsKey = (path: string) =>
    /PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}/.test(readFileSync(join(root, path), 'utf8'));
  expect(tracked.filter((path) => existsSync(join(root, path)) && holdsKey(path))).toEqual([]);
  const names = [`private.${appId}.key`, 'keys/upload.pem', 'brands/acme/private.key'];
  expect(
    git(root, ['check-ignore', ...names])
      .trim()
      .split('\n'),
  ).toEqual(names);
});

test('versions, descriptions and robots that WeChat would refuse are refused before', () => {
  expect(['1.0.0', '2.1-beta_3'].map(versionProblem)).toEqual([null, null]);
  expect(
    ['', '版本', 'a b', '-1', 'x'.repeat(65)].map((one) => versionProblem(one) !== null),
  ).toEqual(Array(5).fill(true));
  expect([descriptionProblem('fixes "x"'), robotProblem(1), robotProblem(30)]).toEqual([
    null,
    null,
    null,
  ]);
  expect(['', 'a\nb', 'x'.repeat(201)].map((one) => descriptionProblem(one) !== null)).toEqual(
    Array(3).fill(true),
  );
  expect([0, 31, 1.5, Number.NaN].map((one) => robotProblem(one) !== null)).toEqual(
    Array(4).fill(true),
  );
});
