import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';

/** Bytes; every byte of the logo is downloaded before the first screen. */
const logoLimit = 40 * 1024;

export function checkLogo(folder: string, logo: string): string[] {
  const file = join(folder, logo);
  if (!existsSync(file)) return [`${logo} is not in the brand folder; add a square PNG of at least 144 x 144 px`];
  const bytes = statSync(file).size;
  const problems: string[] = [];
  if (bytes > logoLimit) problems.push(`${logo} has ${bytes} bytes, at most ${logoLimit} are allowed; 192 x 192 px are enough`);
  try {
    const { width, height } = PNG.sync.read(readFileSync(file));
    if (width !== height) problems.push(`${logo} is ${width} x ${height} px; it must be square`);
    if (width < 144) problems.push(`${logo} is ${width} px wide; at least 144 px are needed to be sharp`);
  } catch {
    problems.push(`${logo} cannot be read as a PNG picture`);
  }
  return problems;
}
