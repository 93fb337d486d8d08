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
