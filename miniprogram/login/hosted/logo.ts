import type { DirectoryConfig } from '../directory';

/** A picture on a host that was declared with WeChat; null: it cannot be shown. */
export function readLogo(
  value: unknown,
  { logoHosts }: Pick<DirectoryConfig, 'logoHosts'>,
): string | null {
  if (typeof value !== 'string' || value.length > 1_024) return null;
  const [, host = ''] = /^https:\/\/([a-z\d.-]+)\/[!-~]*$/.exec(value) ?? [];
  return logoHosts.includes(host) ? value : null;
}
