import { PNG } from 'pngjs';
import { files } from '../../messages/files';
import { say } from '../../messages/say';
import { stripMetadata } from './png';

/** A PNG of any size that is whole, or what is wrong with it; `name` is what the file is called. */
export function readPicture(
  bytes: Buffer,
  name: string,
): { readonly width: number; readonly height: number } | { readonly problem: string } {
  const size = readSize(bytes);
  if (size === null) return { problem: unreadable(bytes, name) };
  // Only a size that is likely: a small file may claim to be a picture of gigabytes.
  if (size.width * size.height < 16_000_000 && !isWhole(bytes))
    return { problem: say(files.logoDamaged()) };
  return size;
}

export function unreadable(bytes: Buffer, name: string): string {
  if (bytes.length === 0) return say(files.pictureEmpty());
  return say(files.logoKind(name, kindOf(bytes)));
}

/** From the header, which comes first: https://www.w3.org/TR/png-3/#11IHDR */
export function readSize(
  bytes: Buffer,
): { readonly width: number; readonly height: number } | null {
  if (
    bytes.length < 24 ||
    bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n' ||
    bytes.toString('latin1', 12, 16) !== 'IHDR'
  ) {
    return null;
  }
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function kindOf(bytes: Buffer): string {
  if (bytes.toString('latin1', 0, 3) === '\xff\xd8\xff') return 'JPEG';
  if (bytes.toString('latin1', 0, 4) === 'GIF8') return 'GIF';
  if (bytes.toString('latin1', 0, 2) === 'BM') return 'BMP';
  if (bytes.toString('latin1', 4, 12).startsWith('ftyphei')) return 'HEIC';
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return 'WebP';
  if (bytes.toString('latin1', 0, 512).includes('<svg')) return 'SVG';
  return '';
}

export function isWhole(bytes: Buffer): boolean {
  try {
    PNG.sync.read(stripMetadata(bytes));
    return true;
  } catch {
    return false;
  }
}
