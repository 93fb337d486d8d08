import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyBrand } from '../brand/apply';
import { composeProject } from '../brand/compose';
import { isApplied } from '../brand/stamp';
import { root } from '../setup/say.mjs';
import { medians, type Numbers, timed } from './numbers';

/**
 * What a brand costs: applying another one, seeing that it is applied (every command does), and a
 * project of its own.
 */
export async function brandNumbers(rounds: number): Promise<Numbers> {
  mkdirSync(join(root, 'out'), { recursive: true });
  const place = mkdtempSync(join(root, 'out', 'bench-brand-'));
  try {
    // A checkout of its own: the applied brand stays.
    for (const path of ['brands', 'scripts/brand', 'miniprogram/login']) {
      cpSync(join(root, path), join(place, path), { recursive: true });
    }
    const measured: Numbers[] = [];
    for (let round = 0; round < rounds; round += 1) {
      applyBrand(place, 'demo');
      const apply = await timed(async () => applyBrand(place, 'teahouse'));
      const check = await timed(async () => isApplied(place, 'teahouse'));
      if (!check.value) throw new Error('the brand is not applied after applying it');
      const compose = await timed(async () =>
        composeProject(root, 'teahouse', join(place, 'composed')),
      );
      measured.push({
        'brand.apply.ms': apply.ms,
        'brand.unchanged.ms': check.ms,
        'brand.compose.ms': compose.ms,
      });
    }
    return medians(measured);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
