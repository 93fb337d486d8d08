import type { Colours } from '../brand';
import { own } from '../json';
import type { BarColours } from '../screen';

/** The same rules as for a pack (scripts/brand/pack/look.ts), for colours that come at run time. */

type ThemeName = 'light' | 'dark';
const themes: readonly ThemeName[] = ['light', 'dark'];
const chosen = ['background', 'primary', 'onPrimary', 'link'] as const;

/** The colours that nobody chooses, and how much of the text's is in what lies on the background. */
const inks = {
  light: { text: '#1a1a1a', quiet: '#666666', danger: '#c4302b', control: '#85898f' },
  dark: { text: '#ededed', quiet: '#a3a3a3', danger: '#ff8a80', control: '#7d7d7d' },
} as const;
const shares = { light: { card: 0.04, line: 0.11 }, dark: { card: 0.06, line: 0.155 } } as const;

type Theme = Readonly<
  Record<
    (typeof chosen)[number] | 'text' | 'quiet' | 'danger' | 'control' | 'card' | 'line',
    string
  >
>;

/** Null: there are none, or they cannot be read. `problems`: why they are not to be shown. */
export function readColours(
  value: unknown,
): { readonly colours: Colours; readonly problems: readonly string[] } | null {
  const light = readTheme(own(value, 'light'), 'light');
  const dark = readTheme(own(value, 'dark'), 'dark');
  if (light === null || dark === null) return null;
  const all = { light, dark };
  const style = themes.flatMap((name) =>
    Object.entries(all[name]).map(
      ([key, colour]) => `--${name}-${key === 'onPrimary' ? 'on-primary' : key}:${colour}`,
    ),
  );
  const bar: BarColours = { light: barOf(light), dark: barOf(dark) };
  return {
    colours: { style: style.join(';'), bar },
    problems: themes.flatMap((name) => tooAlike(all[name]).map((pair) => `${name}.${pair}`)),
  };
}

function readTheme(value: unknown, name: ThemeName): Theme | null {
  const given = chosen.map((key) => {
    const colour = own(value, key);
    return typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : '';
  });
  const [background = '', primary = '', onPrimary = '', link = ''] = given;
  if (given.includes('')) return null;
  const ink = inks[name];
  const card = mix(background, ink.text, shares[name].card);
  const line = mix(background, ink.text, shares[name].line);
  return { background, primary, onPrimary, link, ...ink, card, line };
}

/** WCAG 2.2 AA: 4.5 for text (1.4.3), 3 for the edge of a control (1.4.11). */
function tooAlike(theme: Theme): readonly string[] {
  const pairs: readonly (readonly [keyof Theme, keyof Theme, number])[] = [
    ['onPrimary', 'primary', 4.5],
    ['link', 'background', 4.5],
    ['link', 'card', 4.5],
    ['text', 'background', 4.5],
    ['quiet', 'background', 4.5],
    ['quiet', 'card', 4.5],
    ['danger', 'background', 4.5],
    ['control', 'background', 3],
  ];
  return pairs
    .filter(([one, other, least]) => contrast(theme[one], theme[other]) < least)
    .map(([one, other]) => `${one} on ${other}`);
}

function barOf({ background }: Theme): BarColours['light'] {
  const isDark = contrast(background, '#ffffff') > contrast(background, '#000000');
  return { background, front: isDark ? '#ffffff' : '#000000' };
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function mix(one: string, other: string, share: number): string {
  const theirs = channels(other);
  const mixed = channels(one).map((own, index) =>
    Math.round(own + ((theirs[index] ?? own) - own) * share),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
