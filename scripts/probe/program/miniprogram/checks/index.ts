import type { ProbeCheck } from './check';
import { componentChecks } from './component';
import { interfaceChecks } from './interfaces';
import { javascriptChecks } from './javascript';
import { launchChecks } from './launch';
import { routeChecks } from './route';
import { subpackageChecks } from './subpackage';
import { viewChecks } from './view';

/** What the program asks by itself, in this order. */
export const checks: readonly ProbeCheck[] = [
  ...launchChecks,
  ...javascriptChecks,
  ...viewChecks,
  ...componentChecks,
  ...interfaceChecks,
  ...subpackageChecks,
  ...routeChecks,
];
