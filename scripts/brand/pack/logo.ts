import { PNG } from 'pngjs';
import { readPackFile } from '../files';
import { stripMetadata } from './png';

/** Bytes; every byte of the logo is downloaded before the first screen. */
const logoLimit = 40 * 1024;

/** px; drawn at 72 px, and sharp on a screen with two. */
const least = 144;
const most = 1024;

export function checkLogo(folder: string, logo: string): string[] {
  const bytes = readPackFile(folder, logo, logoLimit);
  if (!Buffer.isBuffer(bytes))
    return [`logo: ${bytes.problem}; a square PNG of 192 x 192 px is enough`];
  return sizeProblems(bytes, logo).map((problem) => `logo: ${logo} ${problem}`);
}

function sizeProblems(bytes: Buffer, logo: string): string[] {
  const size = readSize(bytes);
  if (size === null)
    return [`cannot be read as a PNG picture${kindOf(bytes)}; save it as PNG, not only as ${logo}`];
  const { width, height } = size;
  const problems: string[] = [];
  if (width !== height) problems.push(`is ${width} x ${height} px; it must be square`);
  if (Math.min(width, height) < least)
    problems.push(`is ${width} px wide; at least ${least} px are needed to be sharp`);
  if (Math.max(width, height) > most)
    problems.push(`is ${width} x ${height} px; at most ${most} px are allowed`);
  // Only now: a small file may claim to be a picture of gigabytes.
  if (problems.length === 0 && !isWhole(bytes))
    problems.push('is a damaged PNG picture; save it again');
  return problems;
}

/** From the header, which comes first: https://www.w3.org/TR/png-3/#11IHDR */
function readSize(bytes: Buffer): { readonly width: number; readonly height: number } | null {
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
  if (bytes.toString('latin1', 0, 3) === '\xff\xd8\xff') return ' (it is a JPEG)';
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return ' (it is a WebP)';
  if (bytes.toString('latin1', 0, 512).includes('<svg')) return ' (it is an SVG)';
  return '';
}

function isWhole(bytes: Buffer): boolean {
  try {
    PNG.sync.read(stripMetadata(bytes));
    return true;
  } catch {
    return false;
  }
}
