import type { BrandPack } from './pack/schema';

/**
 * Rules for what a brand decides about its look, made for the brands that decide it: no other one
 * has a byte of them. Each outweighs the program's own rule by a class.
 */

type Look = BrandPack['look'];

const fonts = {
  serif:
    "ui-serif, 'New York', 'Songti SC', 'Songti TC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Hiragino Mincho ProN', SimSun, serif",
  rounded: "ui-rounded, 'SF Pro Rounded', 'PingFang SC', 'Hiragino Maru Gothic ProN', sans-serif",
} as const;

const corners = { rounded: '25%', circle: '50%', square: '0' } as const;

/** px; what the program has without a brand's word. */
const usual = { logo: 64, shortLogo: 56 } as const;

export function lookStyles(look: Look): string {
  return [
    ...(look.font === undefined || look.font === 'sans' ? [] : [fontRule(fonts[look.font])]),
    ...(look.buttonHeight === undefined
      ? []
      : [`.screen .button.button {\n  min-height: ${look.buttonHeight}px;\n}\n`]),
    ...logoRules(look.logo ?? {}),
    ...(look.head === undefined ? [] : [headRules(look.head, look.logo?.size ?? usual.logo)]),
  ].join('');
}

/** Buttons have a font of their own in WeChat. */
function fontRule(family: string): string {
  return `.screen,\n.screen button,\n.reader {\n  font-family: ${family};\n}\n`;
}

function logoRules({ shape, size }: NonNullable<Look['logo']>): string[] {
  const short = Math.min(size ?? 0, usual.shortLogo);
  return [
    ...(shape === undefined ? [] : [`.body .logo {\n  border-radius: ${corners[shape]};\n}\n`]),
    ...(size === undefined
      ? []
      : [
          `.body .logo {\n  width: ${short}px;\n  height: ${short}px;\n}\n`,
          `@media (min-height: 621px) {\n  .body .logo {\n    width: calc(${size}px * var(--scale, 1));\n    height: calc(${size}px * var(--scale, 1));\n  }\n}\n`,
        ]),
  ];
}

/**
 * A band from the page's upper edge to the middle of the logo: no text lies on it, so that any
 * colour or picture can be read. It takes room of its own only where there is enough.
 */
function headRules(head: NonNullable<Look['head']>, size: number): string {
  const dark = isPicture(head.dark) ? '' : `  .head {\n    background: ${head.dark};\n  }\n`;
  const layers = [
    ...(isPicture(head.light) ? ['  .head-light {\n    display: none;\n  }\n'] : []),
    ...(isPicture(head.dark) ? ['  .head-dark {\n    display: block;\n  }\n'] : []),
  ].join('');
  const pictures =
    isPicture(head.light) || isPicture(head.dark)
      ? `.head-light,
.head-dark {
  display: block;
  width: 100%;
  height: 100%;
  border-radius: inherit;
}
.head-dark {
  display: none;
}
`
      : '';
  return `.screen .body {
  position: relative;
}
.head {
  position: absolute;
  top: 0;
  right: -24px;
  left: -24px;
  height: ${12 + Math.min(size, usual.shortLogo) / 2}px;
${isPicture(head.light) ? '' : `  background: ${head.light};\n`}}
.body .logo {
  position: relative;
  box-shadow: 0 0 0 3px var(--background);
}
${pictures}@media (max-height: 540px) {
  .head {
    display: none;
  }
}
@media (min-height: 621px) {
  .head {
    height: calc(20px + ${size / 2}px * var(--scale, 1));
  }
}
${roomFor(size, 700, 32)}${roomFor(size, 780, 48)}@media (min-width: 600px) and (min-height: 700px) {
  .head {
    right: 0;
    left: 0;
    border-radius: calc(var(--radius) + 2px);
  }
}
@media (prefers-color-scheme: dark) {
${dark}${layers}}
`;
}

/**
 * On the screens with a logo.
 *
 * @param height px, of the page: what stands on them is in the first view still.
 */
function roomFor(size: number, height: number, room: number): string {
  return `@media (min-height: ${height}px) {
  .screen-login .body,
  .screen-about .body {
    padding-top: ${room}px;
  }
  .head {
    height: calc(${room}px + ${size / 2}px * var(--scale, 1));
  }
}
`;
}

/** Before the logo, which lies over its lower edge. A sheet of styles can't name a picture's file. */
export function headTemplate({ head }: Look): string {
  if (head === undefined) return '';
  const layers = (['light', 'dark'] as const)
    .filter((theme) => isPicture(head[theme]))
    .map(
      (theme) => `<image class="head-${theme}" src="/brand/head-${theme}.png" mode="aspectFill" />`,
    );
  return `<view class="head" aria-hidden="true">${layers.join('')}</view>`;
}

function isPicture(backdrop: string): boolean {
  return !backdrop.startsWith('#');
}
