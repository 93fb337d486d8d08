import { afterEach, expect, test } from '@jest/globals';
import { readAsset } from '../../../../scripts/simulator/node/server/assets';
import { type Project, project } from '../compile/project';

let one: Project | null = null;
afterEach(() => one?.dispose());

test('what WeChat packs is served; keys, sources and settings next to it, and whatever lies outside, are not', async () => {
  one = project({
    'project.config.json': '{ "appid": "wx1", "miniprogramRoot": "./" }',
    'logo.png': 'picture',
    'private.wx1.key': 'secret',
    '.env': 'secret',
    'app.ts': 'App({});',
  });
  const served = async (path: string) => (await readAsset(one?.dir ?? '', path)) !== null;
  expect(await served('logo.png')).toBe(true);
  for (const path of ['private.wx1.key', '.env', 'app.ts', '../logo.png', 'none.png'])
    expect([path, await served(path)]).toEqual([path, false]);
});
