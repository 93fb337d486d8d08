import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { compileKotlin, runKotlin, whyNotKotlin } from './kotlin';
import { allLines } from './lines';

/** Compiling takes half a minute of an idle processor. */
const LONG = 600_000;

const folder = mkdtempSync(join(tmpdir(), 'kotlin-kit-'));
const kit = join(folder, 'kit.jar');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reason = whyNotKotlin();
if (reason === null) {
  // One run of the compiler: it is what takes the time.
  test(
    'the Kotlin kit comes to the verdict of every vector, and its Android layer compiles',
    () => {
      const core = ['core/src/main/kotlin', 'core/src/test/kotlin'];
      compileKotlin([...core, 'android/src/main/kotlin', 'android/stubs'], kit);
      const { input, expected } = allLines();
      const said = runKotlin('RunDeliveriesKt', kit, input);
      expect(said).toHaveLength(expected.length);
      expect(expected.length).toBeGreaterThan(180);
      expect(expected.map(({ name }, index) => `${name}: ${said[index]}`)).toEqual(
        expected.map(({ name, line }) => `${name}: ${line}`),
      );
    },
    LONG,
  );
} else {
  // biome-ignore lint/suspicious/noSkippedTests: its name says why, on a machine that lacks Java.
  test.skip(`the Kotlin kit is not compiled here: ${reason}`, () => undefined);
}
