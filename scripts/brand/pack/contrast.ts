import {
  clampChroma,
  converter,
  differenceEuclidean,
  formatHex,
  interpolate,
  wcagContrast,
} from 'culori';

/** What a colour has to keep from another. */
export interface Requirement {
  readonly with: string;
  readonly least: number;
}

/** Contrast as WCAG 2.2 computes it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  return wcagContrast(one, other);
}

/** `share` of the second colour in the first, 0 to 1. */
export function mix(one: string, other: string, share: number): string {
  return formatHex(interpolate([one, other], 'rgb')(share));
}

/**
 * The most alike colour of the same hue that has all these contrasts; null when no lightness of it
 * has.
 */
export function nearestPassing(
  colour: string,
  requirements: readonly Requirement[],
): string | null {
  const isPassing = (shade: string) =>
    requirements.every(({ with: other, least }) => contrast(shade, other) >= least);
  return shadesOf(colour).find(isPassing) ?? null;
}

/** The last ones that were asked for: a brand's two themes ask for the same. */
let known: { readonly colour: string; readonly shades: readonly string[] } | null = null;

/** All of the same hue, the most alike first. */
function shadesOf(colour: string): readonly string[] {
  if (known?.colour === colour) return known.shades;
  const given = converter('oklch')(colour);
  if (given === undefined) return [];
  const distance = differenceEuclidean('oklab');
  // In steps of a quarter per cent; less can't be seen.
  const shades = Array.from({ length: 401 }, (_, step) => {
    const shade = formatHex(clampChroma({ ...given, l: step / 400 }, 'oklch'));
    return { shade, distance: distance(shade, colour) };
  })
    .sort((a, b) => a.distance - b.distance)
    .map(({ shade }) => shade);
  known = { colour, shades };
  return shades;
}
