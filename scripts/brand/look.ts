import { contrast } from './contrast';
import type { BrandPack } from './schema';

type Theme = BrandPack['look']['light'];

/** Text of the screens on the brand's background; the same in every brand, so that only the background can be wrong. */
export const ink = {
  light: { text: '#1a1a1a', quiet: '#666666', card: '#f5f6f7', line: '#e3e5e8', danger: '#c4302b', control: '#85898f' },
  dark: { text: '#ededed', quiet: '#a3a3a3', card: '#1e1e1e', line: '#333333', danger: '#ff8a80', control: '#7d7d7d' },
} as const;

export interface ColourProblem {
  readonly field: string;
  readonly reason: string;
}

/** WCAG 2.2 AA: 4.5 for text, 3 for the edge of a control. */
export function checkLook(look: BrandPack['look']): ColourProblem[] {
  return (['light', 'dark'] as const).flatMap((name) => {
    const theme: Theme = look[name];
    const pairs: [front: string, back: string, field: string, on: string, least: number][] = [
      [theme.onPrimary, theme.primary, `look.${name}.onPrimary`, `look.${name}.primary`, 4.5],
      [theme.link, theme.background, `look.${name}.link`, `look.${name}.background`, 4.5],
      [theme.link, ink[name].card, `look.${name}.link`, `the cards (${ink[name].card})`, 4.5],
      [theme.primary, theme.background, `look.${name}.primary`, `look.${name}.background`, 3],
      [ink[name].text, theme.background, `look.${name}.background`, `the text (${ink[name].text})`, 4.5],
      [ink[name].quiet, theme.background, `look.${name}.background`, `the quiet text (${ink[name].quiet})`, 4.5],
    ];
    return pairs.flatMap(([front, back, field, on, least]) => {
      const ratio = contrast(front, back);
      if (ratio >= least) return [];
      return [
        {
          field,
          reason: `contrast with ${on} is ${ratio.toFixed(2)} : 1, WCAG AA asks ${least} : 1; make one darker or lighter`,
        },
      ];
    });
  });
}
