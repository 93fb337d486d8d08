import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../environment';
import type { BrandLook } from './brand-state';

/**
 * @param project The folder of the program with this brand. What it was made with is read again each
 *   time: its pack may be edited meanwhile.
 */
export function readBrandLook({ appName, logo }: Environment['brand'], project: string): BrandLook {
  const theme = readFileSync(join(project, 'miniprogram/brand/theme.wxss'), 'utf8');
  const [light, dark] = [...theme.matchAll(/--primary: (#[0-9a-f]{3,8});/gi)].map(
    ([, color]) => color,
  );
  if (light === undefined) throw new Error(`${project} has no brand's --primary`);
  return {
    name: appName,
    logo: `/program/${logo.replace(/^\//, '')}`,
    color: { light, dark: dark ?? light },
  };
}
