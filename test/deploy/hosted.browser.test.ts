import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isSound } from '../../scripts/deploy/compile/compile-program';
import { compileBrand } from '../../scripts/deploy/fleet/base';
import {
  type Fleet,
  type FleetSettings,
  sharesProgram,
  shipBrand,
} from '../../scripts/deploy/fleet/run';
import { examineForUpload } from '../../scripts/doctor/examine';
import { root } from '../../scripts/setup/say.mjs';
import { marks, scriptsOf } from './marks-of-hosted';

test('a hosted program has its code once, is sound, and its first start does not grow', async () => {
  const result = await compileBrand(root, 'gateway');
  if (!result.ok) throw new Error(result.message);
  const text = scriptsOf(result.files);
  for (const mark of marks) expect(text).toContain(mark);
  expect(text.split('ecConnections')).toHaveLength(2);
  // Without the marks of where a line may end; what it begins with is said often, and one sign.
  expect(text.replaceAll('|', '').includes('还没有登记')).toBe(true);
  expect(isSound(result)).toBe(true);
  // What reads the directory is loaded while the directory is awaited, and not before.
  const atStart = [...result.files].filter(([path]) => !path.startsWith('pages/agreement/'));
  for (const [path, content] of atStart)
    expect([path, content.includes('ecConnections')]).toEqual([path, false]);
  expect(result.sizes.main).toBeLessThanOrEqual(102_000);

  // It is shipped by itself, as `npm run upload -- gateway --dry-run` does.
  const settings: FleetSettings = {
    ...{ root, kind: 'upload', version: '1.0.0', description: 'test', robot: 1, key: undefined },
    ...{ proxy: null, isVersionGiven: false, launch: null, again: false, dryRun: true },
    ...{ timeout: 1, out: join(root, 'out/hosted-test') },
  };
  const base = { files: new Map(), maps: new Map() };
  const compile: Fleet['compile'] = async (_root, name) =>
    name === 'gateway' ? result : { ok: false, message: `not compiled: ${name}` };
  const fleet = { base, settings, examine: examineForUpload, compile };
  expect(await sharesProgram(settings, 'gateway')).toBe(false);
  expect(await shipBrand(fleet, 'gateway')).toMatchObject({
    ...{ ok: true, state: 'not-sent', sizes: { main: result.sizes.main } },
  });
  // A template as well.
  expect(await shipBrand(fleet, 'platform')).toMatchObject({
    ...{
      ok: false,
      reason: 'program',
      problems: [expect.stringContaining('not compiled: platform')],
    },
  });
});
