import { isAbsolute, normalize, sep } from 'node:path';

/**
 * `miniprogramRoot` of project.config.json when it names the project's folder or one inside it,
 * else null. As in WeChat, an empty or absent one is the project itself.
 */
export function programRoot(value: unknown): string | null {
  if (value === undefined) return '.';
  if (typeof value !== 'string' || isAbsolute(value)) return null;
  const path = normalize(value).replace(/[/\\]+$/, '');
  return path === '..' || path.startsWith(`..${sep}`) ? null : path;
}
