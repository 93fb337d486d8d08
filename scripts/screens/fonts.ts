import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Phone } from '@mini-login/simulator';

/**
 * The faces of the pictures, so that they are the same on every machine and close to what a phone
 * draws: Inter stands in for San Francisco, Noto Sans for PingFang and the Chinese face of Android.
 */
const latin = '@fontsource-variable/inter/wght.css';
const chinese = '@fontsource-variable/noto-sans-sc/wght.css';

/** The first of the program's font families that the browser of a desktop does not know. */
const FAMILY = 'PingFang SC';

/** A part of a font: which characters it has, and its file. */
interface Face {
  readonly file: string;
  readonly spans: readonly Span[];
}

/** Of characters, by their numbers. */
export type Span = readonly [first: number, last: number];

const resolve = createRequire(import.meta.filename).resolve;

let known: readonly Face[] | null = null;

/** Read once: both packages split their fonts into a hundred parts. */
function readFaces(): readonly Face[] {
  if (known !== null) return known;
  const inter = facesOf(latin);
  const taken = inter.flatMap(({ spans }) => spans);
  // Latin is Inter's, as it is San Francisco's on a phone: of two parts that have a character, a
  // browser takes the one that came last, which depends on what was shown before.
  const noto = facesOf(chinese).map(({ file, spans }) => ({ file, spans: without(spans, taken) }));
  known = [...inter, ...noto];
  return known;
}

function facesOf(name: string): readonly Face[] {
  const sheet = resolve(name);
  const rules = readFileSync(sheet, 'utf8').matchAll(
    /url\(([^)]+\.woff2)\)[^}]*?unicode-range: ([^;]+);/g,
  );
  return [...rules].map(([, path = '', range = '']) => ({
    file: join(dirname(sheet), path),
    spans: range.split(',').map(spanOf),
  }));
}

/** What is left of the first when the others are taken out. */
export function without(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  return taken.reduce<readonly Span[]>(
    (left, [from, to]) =>
      left.flatMap(([first, last]): readonly Span[] => {
        const parts: readonly Span[] = [
          [first, Math.min(last, from - 1)],
          [Math.max(first, to + 1), last],
        ];
        return to < first || from > last ? [[first, last]] : parts.filter(([a, b]) => a <= b);
      }),
    spans,
  );
}

/** `U+4e00-4e2d` or `U+4e00`. */
function spanOf(range: string): readonly [number, number] {
  const [first = '', last = first] = range.trim().slice(2).split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function asRange([first, last]: Span): string {
  return `U+${first.toString(16)}-${last.toString(16)}`;
}

/** Signs are as wide as the font has them, as on a phone: on a desktop each is a whole number of px. */
const ADD_FACES = `(faces, family) => {
  document.documentElement.style.textRendering = 'geometricPrecision';
  return Promise.all(faces.map(async ({ bytes, range }) => {
    const data = Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0));
    const face = new FontFace(family, data, { unicodeRange: range, weight: '100 900' });
    document.fonts.add(await face.load());
  }));
}`;

/** Gives one phone's screens the parts that a text needs, each once. */
export function createFonts(
  phone: Pick<Phone, 'evaluateInFrame'>,
): (text: string) => Promise<void> {
  const added = new Set<Face>();
  const seen = new Set<string>();
  return async (text) => {
    // Hundreds of spans are asked for each character: the texts of a program have few new ones.
    const fresh = [...new Set(text)].filter((one) => !seen.has(one));
    for (const one of fresh) seen.add(one);
    const characters = fresh.map((one) => one.codePointAt(0) ?? 0);
    const needed = readFaces().filter(
      (face) =>
        !added.has(face) &&
        characters.some((one) => face.spans.some(([first, last]) => one >= first && one <= last)),
    );
    if (needed.length === 0) return;
    for (const face of needed) added.add(face);
    const faces = needed.map(({ file, spans }) => ({
      bytes: readFileSync(file).toString('base64'),
      range: spans.map(asRange).join(', '),
    }));
    await phone.evaluateInFrame(ADD_FACES, faces, FAMILY);
  };
}
