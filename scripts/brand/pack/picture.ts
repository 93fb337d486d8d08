import { PNG } from 'pngjs';
import { files } from '../../messages/files';
import { say } from '../../messages/say';
import { kindOf } from './picture-kind';
import { isForPrint, orientationOf, stripMetadata } from './png';

/** A PNG of any size that is whole, or what is wrong with it; `name` is what the file is called. */
export function readPicture(
  bytes: Buffer,
  name: string,
): { readonly width: number; readonly height: number } | { readonly problem: string } {
  const size = readSize(bytes);
  if (size === null) return { problem: unreadable(bytes, name) };
  // Only a size that is likely: a small file may claim to be a picture of gigabytes.
  const problem = size.width * size.height < 16_000_000 ? damageOf(bytes) : null;
  return problem === null ? size : { problem };
}

export function unreadable(bytes: Buffer, name: string): string {
  if (bytes.length === 0) return say(files.pictureEmpty());
  return say(files.logoKind(name, kindOf(bytes) ?? ''));
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

/** Why phones would not show what is meant; null: they do. Reads all of it. */
export function damageOf(bytes: Buffer): string | null {
  if (!isWhole(bytes)) return say(files.logoDamaged());
  if (orientationOf(bytes) > 1) return say(files.pictureTurned());
  return isForPrint(bytes) ? say(files.printProfile()) : null;
}

function isWhole(bytes: Buffer): boolean {
  try {
    PNG.sync.read(stripMetadata(bytes));
    return true;
  } catch {
    return false;
  }
}
