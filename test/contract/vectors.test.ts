import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { LaunchVector } from '@mini-login/vectors/build';
import { brand } from '../../miniprogram/brand';
import { readEntry } from '../../miniprogram/login/launch/entry';

const file: { vectors: readonly LaunchVector[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../kits/vectors/launches.json'), 'utf8'),
);
const [{ mobileAppId }] = brand.apps;

/** What the program makes of a launch, in the words of the vectors. */
function verdictOf(url: string): LaunchVector['verdict'] {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?');
  // As WeChat gives it: still encoded, and cut at the next `=`
  // (docs/wechat.md#query-values-arrive-still-encoded).
  const query = Object.fromEntries(
    search.split('&').flatMap((pair) => (pair === '' ? [] : [pair.split('=').slice(0, 2)])),
  );
  const entry = readEntry({ path, query, scene: 1069, caller: mobileAppId }, 'zh_CN', brand);
  if (entry.kind !== 'launch') throw new Error(`an app's launch was read as ${entry.kind}`);
  if (entry.refusal !== null) {
    expect(entry.refusal.code).toBe('launch_invalid');
    return {
      ok: false,
      parameter: /parameter (\w+) /.exec(entry.refusal.message)?.[1] ?? entry.refusal.message,
    };
  }
  const { contract, state, nonce, phone, scope, lang, key } = entry.launch;
  return { ok: true, contract, state, nonce, phone, scope, lang, sealed: key !== null };
}

test.each(file.vectors.map((vector) => [vector.name, vector] as const))(
  'the program reads a launch: %s',
  (_name, vector) => {
    expect(verdictOf(vector.path)).toEqual(vector.verdict);
  },
);
