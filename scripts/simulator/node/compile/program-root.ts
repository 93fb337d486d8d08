import { isAbsolute, normalize, sep } from 'node:path';

/** Where a project without a usable `miniprogramRoot` is looked for, next to the error that says so. */
export const USUAL_ROOT = 'miniprogram';

/**
 * `miniprogramRoot` of project.config.json when it names a folder inside the project, else null. WeChat takes an empty one for the
 * project itself; here the program's files are served, and the project's others (keys, sources of the tools) must not be.
 */
export function programRoot(value: unknown): string | null {
  if (typeof value !== 'string' || isAbsolute(value)) return null;
  const path = normalize(value).replace(/[/\\]+$/, '');
  return path === '' || path === '.' || path === '..' || path.startsWith(`..${sep}`) ? null : path;
}
