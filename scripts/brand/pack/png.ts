import { inflateSync } from 'node:zlib';

/** A PNG as its chunks: https://www.w3.org/TR/png-3/#5Chunk-layout */

interface Chunk {
  readonly type: string;
  readonly bytes: Buffer;
}

const signature = 8;
/** Length, type and check sum. */
const frame = 12;

/** What a picture needs to look as it does. */
const drawn: readonly string[] = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND'],
  ...['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT'],
];

const animation: readonly string[] = ['acTL', 'fcTL', 'fdAT'];

/**
 * The picture alone: without its author's name, place, time, thumbnails, and whatever stands after
 * its end. Of an animation the first picture. The same bytes where there is nothing to strip.
 */
export function stripMetadata(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  return Buffer.concat([
    png.subarray(0, signature),
    ...chunks.filter(({ type }) => drawn.includes(type)).map(({ bytes }) => bytes),
  ]);
}

/** The kinds of metadata in it, as PNG calls them. */
export function metadataOf(png: Buffer): readonly string[] {
  const types = chunksOf(png).map(({ type }) => type);
  return [...new Set(types)].filter((type) => !drawn.includes(type) && !animation.includes(type));
}

export function isAnimated(png: Buffer): boolean {
  return chunksOf(png).some(({ type }) => type === 'acTL');
}

/**
 * 1: it is upright as it is; 2 to 8: turned or mirrored by who shows it, and phones don't
 * (https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E, 4.6.5).
 */
export function orientationOf(png: Buffer): number {
  const exif = dataOf(png, 'eXIf');
  if (exif === null || exif.length < 8) return 1;
  const isLittle = exif.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
  const list = isLittle ? exif.readUInt32LE(4) : exif.readUInt32BE(4);
  for (let at = list + 2; at + 12 <= exif.length; at += 12)
    if (short(at) === 0x0112) return short(at + 8);
  return 1;
}

/** Whether its colour profile is one of four inks: https://www.color.org/specification/ICC.1-2022-05.pdf, 7.2.6 */
export function isForPrint(png: Buffer): boolean {
  const chunk = dataOf(png, 'iCCP');
  if (chunk === null) return false;
  try {
    const profile = inflateSync(chunk.subarray(chunk.indexOf(0) + 2), { maxOutputLength: 1 << 24 });
    return profile.toString('latin1', 16, 20) === 'CMYK';
  } catch {
    // Who shows it can't read it either.
    return false;
  }
}

/** What is in the first chunk of this type. */
function dataOf(png: Buffer, type: string): Buffer | null {
  const found = chunksOf(png).find((chunk) => chunk.type === type);
  return found === undefined ? null : found.bytes.subarray(8, -4);
}

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signature; at + frame <= png.length; ) {
    const size = png.readUInt32BE(at) + frame;
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, bytes: png.subarray(at, at + size) });
    if (type === 'IEND') break;
    at += size;
  }
  return chunks;
}
