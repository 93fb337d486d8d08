/**
 * Bytes of a text file as text, or why they are none. Node's own `toString()` puts U+FFFD in place
 * of what it can't read, and people would see that.
 */
export function decodeText(
  bytes: Buffer,
): { readonly text: string } | { readonly problem: string } {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return { problem: `is UTF-16 and not UTF-8; ${remedy}` };
  // It drops a byte order mark.
  const text = read(bytes, 'utf-8');
  return text === null ? { problem: problemOf(bytes) } : { text };
}

/** Editors of tenants are often set to Chinese, so the remedy is said in both languages. */
const remedy =
  'save it again as UTF-8 (Save as → Encoding → UTF-8) · 不是 UTF-8 编码，请用编辑器另存为 UTF-8';

function problemOf(bytes: Buffer): string {
  if (isCutOff(bytes))
    return `is not UTF-8 to its end: the last character is cut off in the middle; the file is not whole, copy it again · 文件末尾被截断，请重新复制`;
  const { line, content } = firstBadLine(bytes);
  const sample = read(content, 'gb18030')?.trim().slice(0, 40);
  return sample !== undefined && /\p{Script=Han}/u.test(sample)
    ? `is not UTF-8: line ${line} is GBK (“${sample}”); ${remedy}`
    : `is not UTF-8: line ${line} has bytes that mean nothing in it; ${remedy}`;
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
