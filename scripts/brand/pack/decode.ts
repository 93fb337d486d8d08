import { files } from '../../messages/files';
import type { Text } from '../../messages/say';

/**
 * Bytes of a text file as text, or why they are none. Node's own `toString()` puts U+FFFD in place
 * of what it can't read, and people would see that.
 */
export function decodeText(bytes: Buffer): { readonly text: string } | { readonly problem: Text } {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || isUtf16(bytes))
    return { problem: files.utf16() };
  // It drops a byte order mark.
  const text = read(bytes, 'utf-8');
  return text === null ? { problem: problemOf(bytes) } : { text };
}

/** Without a mark: of ASCII, every second byte is 0, and no text has so many. */
function isUtf16(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 200);
  return start.length > 3 && start.filter((byte) => byte === 0).length * 3 > start.length;
}

function problemOf(bytes: Buffer): Text {
  if (isCutOff(bytes)) return files.cutOff();
  const { line, content } = firstBadLine(bytes);
  const sample = read(content, 'gb18030')?.trim().slice(0, 40);
  return sample !== undefined && /\p{Script=Han}/u.test(sample)
    ? files.gbk(line, sample)
    : files.otherBytes(line);
}

function read(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Right as far as it goes. */
function isCutOff(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A line feed is part of no longer character, neither in UTF-8 nor in GBK. */
function firstBadLine(bytes: Buffer): { readonly line: number; readonly content: Buffer } {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const next = end === -1 ? bytes.length : end + 1;
    const content = bytes.subarray(start, next);
    if (read(content, 'utf-8') === null) return { line, content };
    start = next;
  }
  return { line, content: bytes.subarray(bytes.length) };
}

function startsWith(bytes: Buffer, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
