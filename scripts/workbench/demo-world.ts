import type { Hono } from 'hono';
import { startWorld, type World, type WorldOptions } from '../world';
import type { BrandDesk } from './brand-state';
import { addPages, bundlePages, isElsewhere } from './pages';

/**
 * A world whose server also has the workbench and the demo app: the app's pages ask the world that
 * serves them.
 */
export async function startDemoWorld(
  options: Omit<WorldOptions, 'routes' | 'passesOn'> = {},
  brands?: BrandDesk,
): Promise<World> {
  const bundles = bundlePages();
  let world: World | undefined;
  const running = () => {
    if (world === undefined) throw new Error('the world is still starting');
    return world;
  };
  const pages = {
    routes: (app: Hono) => addPages(app, bundles, running, brands),
    passesOn: isElsewhere,
  };
  [world] = await Promise.all([startWorld({ ...options, ...pages }), bundles]);
  return world;
}
