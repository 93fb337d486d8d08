import { crc32 } from 'node:zlib';
import { PNG } from 'pngjs';

/** One picture of an animation, and for how long it stays. */
export interface Frame {
  readonly picture: PNG;
  readonly milliseconds: number;
}

/**
 * An animated PNG that starts again at its end: browsers play it, and what can't shows the first
 * picture. Of each further picture only the part that changed is kept.
 *
 * https://www.w3.org/TR/png-3/#apng-frame-based-animation
 *
 * @param frames At least one; all of the same size.
 */
export function animate(frames: readonly Frame[]): Buffer {
  const [first] = frames;
  if (first === undefined) throw new RangeError('an animation needs a picture');
  const { width, height } = first.picture;
  const [signature, header] = partsOf(first.picture);
  const parts: Buffer[] = [signature, header, chunk('acTL', uint32s(frames.length, 0))];
  let sequence = 0;
  for (const [index, { picture, milliseconds }] of frames.entries()) {
    if (picture.width !== width || picture.height !== height)
      throw new RangeError(`picture ${index} is ${picture.width} x ${picture.height}`);
    const before = frames[index - 1]?.picture;
    const area = before === undefined ? { x: 0, y: 0, width, height } : changed(before, picture);
    parts.push(chunk('fcTL', frameControl(sequence++, area, milliseconds)));
    const [, , data] = partsOf(cut(picture, area));
    parts.push(
      index === 0 ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([uint32s(sequence++), data])),
    );
  }
  return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest area outside of which both are the same; one pixel where they are. */
function changed(before: PNG, after: PNG): Area {
  let [left, top, right, bottom] = [after.width, after.height, -1, -1];
  for (let y = 0; y < after.height; y++) {
    for (let x = 0; x < after.width; x++) {
      const at = (y * after.width + x) * 4;
      if (before.data.readUInt32BE(at) === after.data.readUInt32BE(at)) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), y];
    }
  }
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function cut(picture: PNG, { x, y, width, height }: Area): PNG {
  const part = new PNG({ width, height });
  PNG.bitblt(picture, part, x, y, width, height, 0, 0);
  return part;
}

/** Replaces what was there (`blend` 0) and stays (`dispose` 0). */
function frameControl(sequence: number, area: Area, milliseconds: number): Buffer {
  const times = Buffer.alloc(6);
  times.writeUInt16BE(milliseconds, 0);
  times.writeUInt16BE(1000, 2);
  const { x, y, width, height } = area;
  return Buffer.concat([uint32s(sequence, width, height, x, y), times]);
}

/** The signature, the whole header chunk, and the compressed pixels, without transparency. */
function partsOf(picture: PNG): readonly [signature: Buffer, header: Buffer, pixels: Buffer] {
  const file = PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 });
  const pixels: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      pixels.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return [file.subarray(0, 8), file.subarray(8, 33), Buffer.concat(pixels)];
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([uint32s(data.length), body, uint32s(crc32(body))]);
}

function uint32s(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}
