import { files } from '../../messages/files';
import { say, type Text } from '../../messages/say';

/** What a file is that is no PNG, by how it begins; null: not known. */
export function kindOf(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 1024);
  const [, name] = kinds.find(([isKind]) => isKind(bytes, head)) ?? [];
  return name === undefined || typeof name === 'string' ? (name ?? null) : say(name());
}

type Kind = readonly [
  isKind: (bytes: Buffer, head: string) => boolean,
  name: string | (() => Text),
];

const starts =
  (...beginnings: readonly string[]) =>
  (_: Buffer, head: string) =>
    beginnings.some((one) => head.startsWith(one));

/** A container of ISO media: https://www.rfc-editor.org/rfc/rfc8081 names none, its brands do. */
const media = (brands: RegExp) => (_: Buffer, head: string) =>
  head.slice(4, 8) === 'ftyp' && brands.test(head.slice(8, 32));

const kinds: readonly Kind[] = [
  [(bytes) => isForPrint(bytes), files.kindPrintJpeg],
  [starts('\xff\xd8\xff'), 'JPEG'],
  [starts('GIF8'), 'GIF'],
  [starts('BM'), 'BMP'],
  [media(/avi[fs]/), 'AVIF'],
  [media(/hei|hev|mif1|msf1/), 'HEIC'],
  [(_, head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP', 'WebP'],
  [starts('II*\0', 'MM\0*', 'II+\0', 'MM\0+'), 'TIFF'],
  [starts('8BPS'), files.kindPhotoshop],
  [starts('%PDF', '%!PS', '\xc5\xd0\xd3\xc6'), files.kindPdf],
  [starts('\0\0\x01\0', '\0\0\x02\0'), 'ICO'],
  [starts('icns'), 'ICNS'],
  [starts('\xff\x0a', '\0\0\0\x0cJXL '), 'JPEG XL'],
  [starts('\0\0\0\x0cjP  ', '\xff\x4f\xff\x51'), 'JPEG 2000'],
  [(_, head) => head.startsWith('\x89PNG') && head.slice(12, 16) === 'CgBI', files.kindApple],
  [(_, head) => head.startsWith('\x89PN') || head.startsWith('PNG\r\n'), files.kindChangedPng],
  [starts('version https://git-lfs'), files.kindPointer],
  [(_, head) => /^\s*(?:data:image|iVBORw0KGgo)/.test(head), files.kindBase64],
  [starts('PK\x03\x04'), files.kindArchive],
  [starts('\x1f\x8b'), files.kindArchive],
  // What is UTF-16 has a zero byte next to each letter.
  [(_, head) => /<svg[\s>:/]/i.test(head.replaceAll('\0', '')), 'SVG'],
  [(_, head) => /<(?:!doctype html|html|head|body)\b/i.test(head), files.kindPage],
];

/**
 * Four colours are those of print, for which no screen has a rule. The frame of a JPEG says how many
 * there are: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2.
 */
function isForPrint(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 0, 3) !== '\xff\xd8\xff') return false;
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes.readUInt8(at + 1);
    // Filled up to the next one.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return bytes.readUInt8(at + 9) === 4;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

/** SOF0 to SOF15, without the three numbers among them that mean tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
