import { contrast, mix, nearestPassing, type Requirement } from './contrast';
import type { BrandPack } from './schema';

type Theme = BrandPack['look']['light'];
type ThemeName = 'light' | 'dark';

/** Text of the screens; the same in every brand, so that only the background can be wrong. */
const fixed = {
  light: { text: '#1a1a1a', quiet: '#666666', danger: '#c4302b', control: '#85898f' },
  dark: { text: '#ededed', quiet: '#a3a3a3', danger: '#ff8a80', control: '#7d7d7d' },
} as const;

/**
 * How much of the text's colour is in what lies on the background: it takes on a warm or a cool
 * one.
 */
const share = { light: { card: 0.04, line: 0.11 }, dark: { card: 0.06, line: 0.155 } } as const;

/** The colours that the tenant does not choose, on this background. */
export function inkOn(background: string, name: ThemeName) {
  const { text: words } = fixed[name];
  const { card, line } = share[name];
  return { ...fixed[name], card: mix(background, words, card), line: mix(background, words, line) };
}

/** WCAG 2.2 AA: 4.5 for text, 3 for the edge of a control. */
const text = 4.5;
const edge = 3;

/** Two colours that meet, and the one of them that is to be changed when they are too alike. */
interface Pair {
  readonly change: keyof Theme;
  readonly with: keyof Theme | { readonly colour: string; readonly called: string };
  readonly least: number;
  /** What is seen in place of the colour itself: a card, which is made of the background. */
  readonly seen?: string;
}

/**
 * One line per pair that is too alike: field first, then how much is missing and the nearest colour
 * that passes.
 */
export function checkLook(look: BrandPack['look']): string[] {
  return (['light', 'dark'] as const).flatMap((name) => checkTheme(name, look[name]));
}

function checkTheme(name: ThemeName, theme: Theme): string[] {
  const pairs = pairsOf(name, theme);
  return pairs.flatMap((pair) => {
    const { change, least } = pair;
    const other =
      typeof pair.with === 'string'
        ? { colour: theme[pair.with], called: `look.${name}.${pair.with}` }
        : pair.with;
    const ratio = contrast(pair.seen ?? theme[change], other.colour);
    if (ratio >= least) return [];
    const better = nearestPassing(theme[change], requirementsOf(change, theme, pairs));
    const remedy =
      better === null
        ? `no shade of ${theme[change]} has it; change ${other.called} too`
        : `the nearest that has it is ${better}`;
    return [
      `look.${name}.${change}: contrast with ${other.called} is ${ratio.toFixed(2)} : 1, WCAG AA asks ${least} : 1; ${remedy}`,
    ];
  });
}

function pairsOf(name: ThemeName, { background }: Theme): Pair[] {
  const { card, text: words, quiet, danger, control } = inkOn(background, name);
  return [
    { change: 'onPrimary', with: 'primary', least: text },
    { change: 'link', with: 'background', least: text },
    { change: 'link', with: { colour: card, called: `the cards (${card})` }, least: text },
    { change: 'primary', with: 'background', least: edge },
    { change: 'background', with: { colour: words, called: `the text (${words})` }, least: text },
    {
      change: 'background',
      with: { colour: quiet, called: `the quiet text (${quiet})` },
      least: text,
    },
    {
      change: 'background',
      with: { colour: quiet, called: `the quiet text (${quiet}) on cards` },
      least: text,
      seen: card,
    },
    { change: 'background', with: { colour: danger, called: `warnings (${danger})` }, least: text },
    {
      change: 'background',
      with: { colour: control, called: `the edge of the box (${control})` },
      least: edge,
    },
  ];
}

/** Everything that a colour meets, so that mending one pair breaks no other. */
function requirementsOf(key: keyof Theme, theme: Theme, pairs: readonly Pair[]): Requirement[] {
  return pairs.flatMap((pair): Requirement[] => {
    if (pair.change === key) {
      // A card is a little nearer to the text than the background that it is made of.
      const least = pair.seen === undefined ? pair.least : pair.least * 1.1;
      return [{ with: typeof pair.with === 'string' ? theme[pair.with] : pair.with.colour, least }];
    }
    return pair.with === key ? [{ with: theme[pair.change], least: pair.least }] : [];
  });
}
