import { afterEach, expect, test } from '@jest/globals';
import type { PhoneConfig } from '../../../../scripts/simulator/contract/config';
import type { CompiledProgram } from '../../../../scripts/simulator/contract/program';
import { routes } from '../../../../scripts/simulator/node/server/routes';
import { openSources } from '../../../../scripts/simulator/node/server/sources';
import { type Project, project } from '../compile/project';

let one: Project | null = null;
afterEach(() => one?.dispose());

test('a program crosses without its source maps; the address of each is where the browser finds it', async () => {
  const source = 'interface One { readonly a: number }\nApp({ one: { a: 1 } satisfies One });\n';
  one = project({
    'project.config.json': '{ "appid": "wx1", "miniprogramRoot": "./" }',
    'app.json': '{ "pages": ["page"] }',
    'app.ts': source,
    'page.ts': 'Page({});',
    'page.wxml': '<view/>',
  });
  const app = routes({
    project: one.dir,
    // Only the pages of the phone ask for these.
    config: {} as PhoneConfig,
    bundles: new Map(),
    sources: openSources(one.dir, false),
  });
  const answer = await app.request('http://127.0.0.1:1234/simulator/program');
  const { modules }: CompiledProgram = await answer.json();
  expect(JSON.stringify(modules)).not.toContain('base64');
  const link = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(modules.app ?? '')?.[1] ?? '';
  expect(link).toBe('http://127.0.0.1:1234/simulator/maps/app.js.map');
  const map = await (await app.request(link)).json();
  // Moved down by the line that stands above a module's code where it is evaluated.
  expect(map.mappings).toMatch(/^;/);
  expect(map.sourcesContent).toEqual([source]);
  expect((await app.request(link.replace('app', 'none'))).status).toBe(404);
});
