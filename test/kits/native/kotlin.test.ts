import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import getPort from 'get-port';
import { brand } from '../../../miniprogram/brand';
import { createDevBackend } from '../../../scripts/backend/dev-backend';
import { startBench } from '../../sandbox/helpers';
import { compileKotlin, runKotlin, runKotlinMeanwhile, whyNotKotlin } from './kotlin';
import { allLines } from './lines';
import { serverLoginLines } from './server-login-lines';

/** Compiling takes half a minute of an idle processor. */
const LONG = 600_000;

const folder = mkdtempSync(join(tmpdir(), 'kotlin-kit-'));
const kit = join(folder, 'kit.jar');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reason = whyNotKotlin();
if (reason === null) {
  describe('the Kotlin kit', () => {
    // One run of the compiler: it is what takes the time.
    beforeAll(() => {
      const core = ['core/src/main/kotlin', 'core/src/test/kotlin'];
      const android = ['android/src/main/kotlin', 'android/src/test/kotlin', 'android/stubs'];
      compileKotlin([...core, ...android], kit);
    }, LONG);

    test(
      'comes to the verdict of every vector',
      () => {
        const { input, expected } = allLines();
        const said = runKotlin('RunDeliveriesKt', kit, input);
        expect(said).toHaveLength(expected.length);
        expect(expected.length).toBeGreaterThan(200);
        expect(expected.map(({ name }, index) => `${name}: ${said[index]}`)).toEqual(
          expected.map(({ name, line }) => `${name}: ${line}`),
        );
      },
      LONG,
    );

    test(
      'keeps a login until the server has decided: every vector, and what networks do',
      () => {
        const { input, expected } = serverLoginLines();
        const said = runKotlin('RunServerLogin', kit, input);
        expect(expected.map(({ name }, index) => `${name}: ${said[index]}`)).toEqual(
          expected.map(({ name, line }) => `${name}: ${line}`),
        );
        expect(said).toHaveLength(expected.length);
      },
      LONG,
    );

    test(
      'signs people in over HTTP, as its README says: from nothing',
      async () => {
        const bench = await startBench();
        const backend = await createDevBackend({
          sandbox: bench.sandbox.genauth.url,
          contract: 'sealed',
          origins: () => [`http://127.0.0.1:${port}`],
          brand,
        });
        const port = await getPort();
        const server = serve({ fetch: backend, hostname: '127.0.0.1', port });
        try {
          const cases = ['existing agree', 'blocked agree', 'existing cancel'];
          const input = `http://127.0.0.1:${port}\n${cases.join('\n')}\n`;
          const said = await runKotlinMeanwhile('RunAgainstServer', kit, input);
          const waiting = 'waiting | waiting | waiting | waiting';
          expect(said).toEqual([
            expect.stringMatching(/^(waiting \| ){4}signed-in .*"name":"陈宇".* \| waiting$/),
            `${waiting} | not-signed-in account_blocked | waiting`,
            `${waiting} | not-signed-in user_cancelled | waiting`,
          ]);
        } finally {
          server.close();
          await bench.sandbox.close();
        }
      },
      LONG,
    );

    test(
      'hands over what WeChat starts its activity with, and ends that activity',
      () => {
        expect(runKotlin('RunEntryActivity', kit, '')).toEqual([
          ...['before set-up: false', 'a cold start by somebody: finished true'],
          ...['opened: true', 'sent: gh_0 a?b=c 2'],
          ...['RESP by itself', 'RESP null'],
          ...['SHOW_MESSAGE by the button', 'SHOW_MESSAGE in the object'],
          ...['SHOW_MESSAGE null', 'SHOW_MESSAGE null'],
          'not installed: false false',
        ]);
      },
      LONG,
    );
  });
} else if (process.env.CI) {
  test('the Kotlin kit is compiled and run', () => {
    throw new Error(reason);
  });
} else {
  // biome-ignore lint/suspicious/noSkippedTests: its name says why, on a developer's machine.
  test.skip(`the Kotlin kit is not compiled here: ${reason}`, () => undefined);
}

const android = join(import.meta.dirname, '../../../kits/kotlin/android');

test('WeChat finds the entry under the application id, and the app finds WeChat', () => {
  const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  const source = readFileSync(join(android, 'src/main/AndroidManifest.xml'), 'utf8');
  const { manifest } = xml.parse(source);
  expect(manifest.queries.package['android:name']).toBe('com.tencent.mm');
  const { activity, 'activity-alias': alias } = manifest.application;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the manifest merger's, not JavaScript's.
  expect(alias['android:name']).toBe('${applicationId}.wxapi.WXEntryActivity');
  expect(alias['android:exported']).toBe('true');
  expect(alias['android:targetActivity']).toBe(activity['android:name']);
  expect(activity['android:exported']).toBe('false');
  const rules = readFileSync(join(android, 'consumer-rules.pro'), 'utf8');
  for (const name of ['mm.opensdk', 'wxop', 'mm.sdk'])
    expect(rules).toContain(`-keep class com.tencent.${name}.** { *; }`);
});
