import type { Hono } from 'hono';
import { programFolder } from '../brand/program';
import { type Environment, type EnvironmentOptions, startEnvironment } from '../environment';
import { root } from '../setup/say.mjs';
import type { BrandSwitcher } from './brand-state';
import type { PhoneLink } from './lan/link';
import { addPages, bundleWorkbench, isElsewhere } from './pages';

/**
 * An environment whose server also has the workbench and the demo app: the app's pages ask the environment that
 * serves them.
 */
export async function startDemoEnvironment(
  options: Omit<EnvironmentOptions, 'routes' | 'passesOn'> = {},
  brands?: BrandSwitcher,
  links: (() => readonly PhoneLink[]) | null = null,
): Promise<Environment> {
  const bundles = bundleWorkbench();
  const project = options.program?.folder ?? programFolder(root);
  let environment: Environment | undefined;
  const running = () => {
    if (environment === undefined) throw new Error('the environment is still starting');
    return environment;
  };
  const pages = {
    routes: (app: Hono) =>
      addPages(app, { bundles, environment: running, project, switcher: brands ?? null, links }),
    passesOn: isElsewhere,
  };
  [environment] = await Promise.all([startEnvironment({ ...options, ...pages }), bundles]);
  return environment;
}
