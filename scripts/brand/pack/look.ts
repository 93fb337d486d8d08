import { pack as messages } from '../../messages/pack';
import { say } from '../../messages/say';
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

/**
 * WCAG 2.2 AA: 4.5 for text (1.4.3), 3 for the edge of a control (1.4.11). A button that is known by
 * its text needs no edge, so there it is advice.
 * https://www.w3.org/WAI/WCAG22/Understanding/non-text-contrast.html
 */
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
 * One line per pair that is too alike: field first, then how much is missing and a colour that
 * passes. Nothing is changed here: a tenant's colour is the tenant's.
 */
export function checkLook(look: BrandPack['look']): string[] {
  return tooAlike(look).map(
    ({ field, called, ratio, least, remedy }) =>
      `${field}: ${say(messages.contrast(called, ratio, least, remedy))}`,
  );
}

/** The edge of the button: allowed, and worth a look. */
export function adviseLook(look: BrandPack['look']): string[] {
  return (['light', 'dark'] as const).flatMap((name) => {
    const { primary, background } = look[name];
    const ratio = contrast(primary, background);
    return ratio >= edge
      ? []
      : [
          `look.${name}.primary: ${say(messages.edge(`look.${name}.background`, ratio.toFixed(2), edge))}`,
        ];
  });
}

function tooAlike(look: BrandPack['look']) {
  return (['light', 'dark'] as const).flatMap((name) => {
    const theme = look[name];
    const pairs = pairsOf(name, theme);
    return pairs.flatMap((pair) => {
      const { change, least } = pair;
      const other =
        typeof pair.with === 'string'
          ? { colour: theme[pair.with], called: `look.${name}.${pair.with}` }
          : pair.with;
      const ratio = contrast(pair.seen ?? theme[change], other.colour);
      if (ratio >= least) return [];
      const remedy = remedyFor(change, theme, pairs, other.called);
      const { called } = other;
      return [{ field: `look.${name}.${change}`, called, ratio: ratio.toFixed(2), least, remedy }];
    });
  });
}

/** Text on a button is black or white with most brands; a shade of the button is the second choice. */
function remedyFor(
  change: keyof Theme,
  theme: Theme,
  pairs: readonly Pair[],
  other: string,
): string {
  if (change === 'onPrimary') return say(messages.contrastHas(textOn(theme.primary)));
  const better = nearestPassing(theme[change], requirementsOf(change, theme, pairs));
  return better === null
    ? say(messages.contrastNone(theme[change], other))
    : say(messages.contrastNearest(better));
}

/** Black or white, whichever stands out more: one of them has 4.5 : 1 on every colour. */
export function textOn(colour: string): '#000000' | '#ffffff' {
  return contrast('#ffffff', colour) >= contrast('#000000', colour) ? '#ffffff' : '#000000';
}

function pairsOf(name: ThemeName, { background }: Theme): Pair[] {
  const { card, text: words, quiet, danger, control } = inkOn(background, name);
  return [
    { change: 'onPrimary', with: 'primary', least: text },
    { change: 'link', with: 'background', least: text },
    { change: 'link', with: { colour: card, called: say(messages.onCards(card)) }, least: text },
    {
      change: 'background',
      with: { colour: words, called: say(messages.onText(words)) },
      least: text,
    },
    {
      change: 'background',
      with: { colour: quiet, called: say(messages.onQuiet(quiet)) },
      least: text,
    },
    {
      change: 'background',
      with: { colour: quiet, called: say(messages.onQuietCards(quiet)) },
      least: text,
      seen: card,
    },
    {
      change: 'background',
      with: { colour: danger, called: say(messages.onDanger(danger)) },
      least: text,
    },
    {
      change: 'background',
      with: { colour: control, called: say(messages.onBox(control)) },
      least: edge,
    },
  ];
}

/** Everything that a colour meets, so that fixing one pair breaks no other. */
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
