import { z } from 'zod';
import { expected } from '../../messages/fields';
import type { Text } from '../../messages/say';
import { values } from '../../messages/values';
import { about, because, colour } from './schema-parts';

/** `look` of brand.json: how the screens are the brand's. */

export const theme = z.strictObject({
  background: colour.describe(about('background')),
  primary: colour.describe(about('primary')),
  onPrimary: colour.describe(about('onPrimary')),
  link: colour.describe(about('link')),
});

/** A whole number of pixels. */
function pixels(least: number, most: number, words: () => Text) {
  return z
    .number(because(words))
    .int(because(words))
    .min(least, because(words))
    .max(most, because(words));
}

/** A colour, or the name of a picture in the brand's folder. */
const backdrop = z
  .string(because(expected.head))
  .regex(/^(?:#[0-9A-Fa-f]{6}|[\w-][\w.-]{0,59}\.png)$/, because(expected.head));

export const look = z.strictObject({
  radius: z
    .number()
    .min(0, because(expected.radius))
    .max(28, because(expected.radius))
    .describe(about('radius')),
  buttonHeight: pixels(44, 64, expected.buttonHeight)
    .exactOptional()
    .describe(about('buttonHeight')),
  font: z
    .enum(
      ['sans', 'serif', 'rounded'],
      because(() => values.oneOf('sans', 'serif', 'rounded')),
    )
    .exactOptional()
    .describe(about('font')),
  logo: z
    .strictObject({
      shape: z
        .enum(
          ['rounded', 'circle', 'square'],
          because(() => values.oneOf('rounded', 'circle', 'square')),
        )
        .exactOptional()
        .describe(about('logoShape')),
      size: pixels(48, 96, expected.logoSize).exactOptional().describe(about('logoSize')),
    })
    .exactOptional()
    .describe(about('lookLogo')),
  head: z.strictObject({ light: backdrop, dark: backdrop }).exactOptional().describe(about('head')),
  light: theme,
  dark: theme,
});

/** Of these the style sheet is made: a program whose brands come at run time has one for all. */
export const styleSheetFields = ['buttonHeight', 'font', 'logo', 'head'] as const;
