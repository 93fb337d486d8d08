import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { bundleScripts } from '../../scripts/deploy/compile/bundle';
import { newerSyntax } from '../../scripts/deploy/compile/syntax';

const nodeModules = join(import.meta.dirname, '../../node_modules');

let program: string;
let packed: string;

beforeEach(() => {
  program = mkdtempSync(join(tmpdir(), 'mini-login-program-'));
  packed = mkdtempSync(join(tmpdir(), 'mini-login-packed-'));
});
afterEach(() => {
  for (const folder of [program, packed]) rmSync(folder, { recursive: true });
});

async function bundleWith(component: string): Promise<readonly string[]> {
  writeFileSync(
    join(program, 'app.json'),
    JSON.stringify({ pages: [], usingComponents: { used: component } }),
  );
  writeFileSync(join(program, 'app.ts'), 'App({});');
  await bundleScripts({ program, nodeModules }, packed);
  return readdirSync(packed, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.js'),
  );
}

/** What the bundle asks of WeChat while it loads, and the components that it makes. */
function load(path: string) {
  const asked: string[] = [];
  const components: unknown[] = [];
  const wx = new Proxy({}, { get: (_, api) => () => ({ asked: asked.push(String(api)) }) });
  runInNewContext(readFileSync(join(packed, path), 'utf8'), {
    wx,
    Behavior: (behavior: unknown) => behavior,
    Component: (component: unknown) => components.push(component),
  });
  return { asked, components };
}

const vant = 'miniprogram_npm/@vant/weapp';

test("Vant's overlay brings one script for itself and one for its transition, which ask nothing of WeChat while they load", async () => {
  const scripts = await bundleWith('@vant/weapp/overlay/index');
  expect([...scripts].sort()).toEqual([`${vant}/overlay/index.js`, `${vant}/transition/index.js`]);
  for (const path of scripts)
    expect(load(path)).toMatchObject({ asked: [], components: [expect.objectContaining({})] });
});

test('a component that heeds the system still asks for it', async () => {
  await bundleWith('@vant/weapp/uploader/index');
  expect(load(`${vant}/uploader/index.js`).asked).toEqual(['getSystemInfoSync']);
});

test('a package of which nothing is known stays as WeChat packs it', async () => {
  expect(await bundleWith('other-package/button')).toEqual([]);
});

test('a script exports what its source does, and is made of nothing newer than the oldest phones read', async () => {
  writeFileSync(join(program, 'app.json'), JSON.stringify({ pages: ['page'] }));
  writeFileSync(join(program, 'app.ts'), 'App({});');
  writeFileSync(
    join(program, 'page.ts'),
    `${['one', 'two'].map((name) => `export const ${name} = { name: '${name}' } as const;`).join('\n')}
export function find(names: readonly string[]): string | undefined { return names.find((name) => name === one.name)?.trim(); }`,
  );
  await bundleScripts({ program, nodeModules }, packed);
  const script = readFileSync(join(program, 'page.js'), 'utf8');
  const module: { exports: Record<string, unknown> } = { exports: {} };
  runInNewContext(script, { module });
  expect(Object.keys(module.exports).sort()).toEqual(['find', 'one', 'two']);
  expect(JSON.parse(JSON.stringify(module.exports.two))).toEqual({ name: 'two' });
  expect(newerSyntax(new Map([['page.js', Buffer.from(script)]]))).toEqual([]);
  expect(script.length).toBeLessThan(200);
});
