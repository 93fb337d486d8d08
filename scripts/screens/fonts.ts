import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Phone } from '@mini-login/simulator';

/**
 * The faces of the pictures, so that they are the same on every machine and close to what a phone
 * draws: Inter stands in for San Francisco, Noto Sans for PingFang and the Chinese face of Android.
 */
const packages = [
  '@fontsource-variable/inter/wght.css',
  '@fontsource-variable/noto-sans-sc/wght.css',
];

/** The first of the program's font families that the browser of a desktop does not know. */
const FAMILY = 'PingFang SC';

/** A part of a font: which characters it has, and its file. */
interface Face {
  readonly file: string;
  /** As CSS writes it. */
  readonly range: string;
  readonly spans: readonly (readonly [first: number, last: number])[];
}

const resolve = createRequire(import.meta.filename).resolve;

let known: readonly Face[] | null = null;

/** Read once: both packages split their fonts into a hundred parts. */
function readFaces(): readonly Face[] {
  known ??= packages.flatMap((name) => {
    const sheet = resolve(name);
    const rules = readFileSync(sheet, 'utf8').matchAll(
      /url\(([^)]+\.woff2)\)[^}]*?unicode-range: ([^;]+);/g,
    );
    // Latin is Inter's, as it is San Francisco's on a phone.
    const own = [...rules].filter(([, path = '']) => !/noto-sans-sc-(?!\d)/.test(path));
    return own.map(([, path = '', range = '']) => ({
      file: join(dirname(sheet), path),
      range,
      spans: range.split(',').map(spanOf),
    }));
  });
  return known;
}

/** `U+4e00-4e2d` or `U+4e00`. */
function spanOf(range: string): readonly [number, number] {
  const [first = '', last = first] = range.trim().slice(2).split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

const ADD_FACES = `(faces, family) => Promise.all(faces.map(async ({ bytes, range }) => {
  const data = Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0));
  const face = new FontFace(family, data, { unicodeRange: range, weight: '100 900' });
  document.fonts.add(await face.load());
}))`;

/** Gives one phone's screens the parts that a text needs, each once. */
export function createFonts(phone: Phone): (text: string) => Promise<void> {
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
    const faces = needed.map(({ file, range }) => ({
      bytes: readFileSync(file).toString('base64'),
      range,
    }));
    await phone.evaluateInFrame(ADD_FACES, faces, FAMILY);
  };
}
