import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PNG } from 'pngjs';
import { animate } from '../../scripts/screens/animation';

function picture(width: number, height: number, dots: readonly (readonly [number, number])[]): PNG {
  const made = new PNG({ width, height });
  made.data.fill(255);
  for (const [x, y] of dots) made.data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return made;
}

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

function chunksOf(file: Buffer): readonly Chunk[] {
  const found: Chunk[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    found.push({ name, data: file.subarray(at + 8, at + 8 + length) });
  }
  return found;
}

const four = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** What a viewer shows, written from the specification: each part over what was there. */
function play(file: Buffer): { readonly shown: readonly Buffer[]; readonly times: number[] } {
  const chunks = chunksOf(file);
  const canvas = PNG.sync.read(file);
  const shown: Buffer[] = [];
  const times: number[] = [];
  const sequence: number[] = [];
  let control: Buffer = Buffer.alloc(0);
  for (const { name, data } of chunks) {
    if (name === 'fcTL' || name === 'fdAT') sequence.push(data.readUInt32BE(0));
    if (name === 'fcTL') {
      control = data;
      times.push((data.readUInt16BE(20) / data.readUInt16BE(22)) * 1000);
    }
    if (name !== 'IDAT' && name !== 'fdAT') continue;
    const [width, height, x, y] = [4, 8, 12, 16].map((at) => control.readUInt32BE(at));
    const part = PNG.sync.read(
      alone(file, width ?? 0, height ?? 0, name === 'IDAT' ? data : data.subarray(4)),
      { checkCRC: false },
    );
    PNG.bitblt(part, canvas, 0, 0, part.width, part.height, x ?? 0, y ?? 0);
    shown.push(Buffer.from(canvas.data));
  }
  expect(sequence).toEqual(sequence.map((_, index) => index));
  const [frames] = chunks.filter(({ name }) => name === 'acTL').map(({ data }) => data);
  expect(frames?.readUInt32BE(0)).toBe(shown.length);
  return { shown, times };
}

/** A part of an animation as a file of its own. */
function alone(file: Buffer, width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.concat([four(width), four(height), file.subarray(24, 29)]);
  const whole = (name: string, data: Buffer) =>
    Buffer.concat([four(data.length), Buffer.from(name), data, four(0)]);
  return Buffer.concat([
    file.subarray(0, 8),
    ...[whole('IHDR', header), whole('IDAT', pixels), whole('IEND', Buffer.alloc(0))],
  ]);
}

describe('an animation', () => {
  const pictures = [
    picture(6, 5, [[0, 0]]),
    picture(6, 5, [
      [0, 0],
      [3, 2],
      [4, 4],
    ]),
    picture(6, 5, [
      [0, 0],
      [3, 2],
      [4, 4],
    ]),
    picture(6, 5, []),
  ];
  const file = animate(pictures.map((one, index) => ({ picture: one, milliseconds: 100 + index })));

  test('shows each picture whole, in order, for its time', () => {
    const { shown, times } = play(file);
    expect(shown).toEqual(pictures.map(({ data }) => data));
    expect(times).toEqual([100, 101, 102, 103]);
  });

  test('is its first picture for what knows no animations', () => {
    expect(PNG.sync.read(file).data).toEqual(pictures[0]?.data);
  });

  test('refuses pictures of two sizes, and none', () => {
    const frames = [picture(1, 1, []), picture(2, 1, [])];
    expect(() => animate(frames.map((one) => ({ picture: one, milliseconds: 1 })))).toThrow(
      '2 x 1',
    );
    expect(() => animate([])).toThrow('needs a picture');
  });
});

test.each(['en', 'zh-CN'])('the login of the README in %s plays, and is not large', (lang) => {
  const file = readFileSync(join(import.meta.dirname, `../../docs/pictures/login-${lang}.png`));
  expect(file.length).toBeLessThan(500_000);
  expect(play(file).shown.length).toBeGreaterThanOrEqual(5);
});
