import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { logoFileProblem } from '../../scripts/brand/pack/logo';
import { inLanguage } from '../../scripts/messages/say';

/** Pictures as designers have them, written from the formats' own documents. */

const folder = mkdtempSync(join(tmpdir(), 'mini-login-pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));

function problemOf(bytes: Buffer, language: 'en' | 'zh' = 'zh'): string | null {
  const file = join(folder, 'logo.png');
  writeFileSync(file, bytes);
  return inLanguage(language, () => logoFileProblem(file));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

interface Form {
  readonly side?: number;
  readonly depth?: number;
  /** Of the PNG specification: 0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha. */
  readonly type?: number;
  readonly isInterlaced?: boolean;
  readonly isClear?: boolean;
  readonly more?: readonly Buffer[];
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function png({ side = 192, depth = 8, type = 2, ...form }: Form = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([depth, type, 0, 0, form.isInterlaced === true ? 1 : 0], 8);
  const bits = depth * (channels[type] ?? 1);
  const rows = (width: number, height: number) =>
    Buffer.alloc(height * (1 + Math.ceil((width * bits) / 8)));
  // Adam7, of a side that eight divides: seven smaller pictures, one after the other.
  const eighth = side / 8;
  const passes = form.isInterlaced === true ? adam7 : [[8, 8] as const];
  const pixels = Buffer.concat(passes.map(([x, y]) => rows(x * eighth, y * eighth)));
  // One pixel that shows, the last: of a palette the second colour.
  const last = Math.max(0, pixels.length - 2);
  if (form.isClear !== true) pixels.fill(type === 3 ? 1 : 0xff, last);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(form.more ?? []),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const adam7 = [
  [1, 1],
  [1, 1],
  [2, 1],
  [2, 2],
  [4, 2],
  [4, 4],
  [8, 4],
] as const;

const palette = chunk('PLTE', Buffer.from([0, 120, 255, 255, 255, 255]));

function exif(order: 'II' | 'MM', orientation: number): Buffer {
  const data = Buffer.alloc(26);
  data.write(order, 'latin1');
  const short = (value: number, at: number) =>
    order === 'II' ? data.writeUInt16LE(value, at) : data.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    order === 'II' ? data.writeUInt32LE(value, at) : data.writeUInt32BE(value, at);
  short(42, 2);
  long(8, 4);
  short(1, 8);
  short(0x0112, 10);
  short(3, 12);
  long(1, 14);
  short(orientation, 18);
  return chunk('eXIf', data);
}

function profile(space: string): Buffer {
  const data = Buffer.alloc(128);
  data.write(space, 16, 'latin1');
  return chunk('iCCP', Buffer.concat([Buffer.from('p\0\0', 'latin1'), deflateSync(data)]));
}

/** A JPEG up to its frame: a comment and a table before it, as cameras and Photoshop write. */
function jpeg(components: number, frame = 0xc0): Buffer {
  const comment = Buffer.from([0xff, 0xfe, 0, 4, 0x41, 0x42]);
  const table = Buffer.from([0xff, 0xff, 0xdb, 0, 3, 0]);
  const size = [0xff, frame, 0, 8 + 3 * components, 8, 0, 192, 0, 192, components];
  return Buffer.concat([
    ...[Buffer.from([0xff, 0xd8]), comment, table, Buffer.from(size)],
    Buffer.alloc(64),
  ]);
}

test.each<Form>([
  { type: 6 },
  { depth: 16, type: 6 },
  { type: 4 },
  { type: 3, depth: 4, more: [palette, chunk('tRNS', Buffer.from([0]))] },
])('a picture of which nothing shows is refused: %#', (form) => {
  const problem = problemOf(png({ ...form, isClear: true }), 'en');
  expect(problem).toContain('logo.png is transparent in every pixel');
});

describe('is taken:', () => {
  test.each<readonly [string, Form]>([
    ['8 bits', {}],
    ['16 bits', { depth: 16 }],
    ['16 bits and alpha', { depth: 16, type: 6 }],
    ['grey', { type: 0 }],
    ['black and white, a bit each', { type: 0, depth: 1 }],
    ['grey and alpha', { type: 4 }],
    ['a palette', { type: 3, more: [palette] }],
    ['a palette of a bit', { type: 3, depth: 1, more: [palette] }],
    [
      'a palette with a transparent colour',
      { type: 3, depth: 4, more: [palette, chunk('tRNS', Buffer.from([0]))] },
    ],
    ['interlaced', { isInterlaced: true }],
    ['interlaced, 16 bits', { isInterlaced: true, depth: 16 }],
    ['upright by its metadata too', { more: [exif('II', 1)] }],
    ['metadata that ends early', { more: [chunk('eXIf', Buffer.from('II'))] }],
    ['a colour profile for screens', { more: [profile('RGB ')] }],
    ['a colour profile that nobody can read', { more: [chunk('iCCP', Buffer.from('p\0\0x'))] }],
    ['the smallest side', { side: 144 }],
    ['the largest side', { side: 1024 }],
  ])('%s', (_, form) => {
    expect(problemOf(png(form))).toBeNull();
  });
});

describe('is refused with its own words:', () => {
  const utf16 = (text: string) =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const text = (beginning: string) => Buffer.from(beginning.padEnd(64, '\0'), 'latin1');
  test.each<readonly [string, Buffer, string, string]>([
    ['a JPEG', jpeg(3), '（它是 JPEG）', '(it is a JPEG)'],
    ['a progressive JPEG', jpeg(3, 0xc2), '（它是 JPEG）', '(it is a JPEG)'],
    ['a JPEG for print', jpeg(4), '它是印刷用的 CMYK JPEG', 'JPEG in CMYK'],
    ['a progressive JPEG for print', jpeg(4, 0xc2), 'CMYK JPEG', 'convert it to RGB'],
    ['a JPEG of three bytes', Buffer.from([0xff, 0xd8, 0xff]), '（它是 JPEG）', 'JPEG'],
    ['a WebP', text('RIFF\0\0\0\0WEBPVP8L'), 'WebP', 'WebP'],
    ['a HEIC', text('\0\0\0\x18ftypheic'), 'HEIC', 'HEIC'],
    ['a HEIC of another phone', text('\0\0\0\x18ftypmif1\0\0\0\0mif1heic'), 'HEIC', 'HEIC'],
    ['an AVIF', text('\0\0\0\x1cftypavif\0\0\0\0avifmif1'), 'AVIF', 'AVIF'],
    ['a TIFF', text('II*\0'), 'TIFF', 'TIFF'],
    ['a TIFF of a Mac', text('MM\0*'), 'TIFF', 'TIFF'],
    ['a Photoshop file', text('8BPS\0\x01'), 'Photoshop 文件', 'Photoshop file'],
    ['a PDF', text('%PDF-1.4'), 'PDF 或 Illustrator', 'PDF or Illustrator'],
    ['an EPS', text('%!PS-Adobe-3.0'), 'Illustrator', 'Illustrator'],
    ['an icon of Windows', text('\0\0\x01\0\x01\0'), 'ICO', 'ICO'],
    ['a JPEG 2000', text('\0\0\0\x0cjP  \r\n\x87\n'), 'JPEG 2000', 'JPEG 2000'],
    [
      'an SVG',
      text('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns=""/>'),
      'SVG',
      'SVG',
    ],
    ['an SVG in UTF-16', utf16('<?xml version="1.0"?><svg/>'), 'SVG', 'SVG'],
    ['a web page', text('<!DOCTYPE html><html>404'), '网页', 'web page'],
    [
      'a pointer of Git LFS',
      text('version https://git-lfs.github.com/spec/v1'),
      'git lfs pull',
      'git lfs pull',
    ],
    ['a picture as a text', text('data:image/png;base64,iVBORw0KGgo'), 'Base64', 'Base64'],
    ['a design document', text('PK\x03\x04'), '压缩包或设计稿', 'design document'],
    ['a picture of an iPhone app', text('\x89PNG\r\n\x1a\n\0\0\0\x04CgBI'), 'Xcode', 'Xcode'],
    [
      'a PNG sent as a text',
      text('\x89PNG\n\x1a\n\0\0\0\rIHDR'),
      '被当作文本改动过',
      'as if it were a text',
    ],
    [
      'something else',
      text('hello'),
      '无法作为 PNG 图片读取；',
      'cannot be read as a PNG picture;',
    ],
    ['nothing', Buffer.alloc(0), '是空文件', 'is an empty file'],
    [
      'a PNG that its metadata turns',
      png({ more: [exif('II', 6)] }),
      'Exif 方向',
      'Exif orientation',
    ],
    [
      'a PNG that its metadata mirrors',
      png({ more: [exif('MM', 2)] }),
      'Exif 方向',
      'Exif orientation',
    ],
    ['a PNG for print', png({ more: [profile('CMYK')] }), '印刷用（CMYK）', 'for print (CMYK)'],
    ['a PNG without a palette', png({ type: 3 }), '损坏的 PNG', 'damaged PNG'],
    ['a PNG of a kind that there is not', png({ type: 5 }), '损坏的 PNG', 'damaged PNG'],
    ['a cut in its pixels', png().subarray(0, -20), '损坏', 'damaged'],
    ['no end', png().subarray(0, -12), '损坏的 PNG', 'damaged PNG'],
    [
      'a changed byte',
      Buffer.from(png().map((byte, at) => (at === 60 ? byte ^ 1 : byte))),
      '损坏',
      'damaged',
    ],
    ['no pixel at all', png({ side: 0 }), '0 像素', '0 px wide'],
    [
      'a side of two billion',
      png({ side: 8 }).fill(0x7f, 16, 24),
      '最多 1024 像素',
      'at most 1024 px',
    ],
  ])('%s', (_, bytes, zh, en) => {
    expect(problemOf(bytes)).toContain(zh);
    expect(problemOf(bytes, 'en')).toContain(en);
  });
});
