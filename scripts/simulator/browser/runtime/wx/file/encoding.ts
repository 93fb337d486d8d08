import { isArrayBuffer } from '../../plain';
import { FileError } from './file-error';

const ENCODINGS = [
  ...['ascii', 'base64', 'binary', 'hex', 'ucs2', 'ucs-2', 'utf16le', 'utf-16le'],
  ...['utf-8', 'utf8', 'latin1'],
];

/** `parameter error` in the words of WeChat when it has no such encoding. */
function check(encoding: string): void {
  if (!ENCODINGS.includes(encoding)) throw new Error(`invalid encoding "${encoding}"`);
}

export function encode(data: unknown, encoding: string): Uint8Array {
  if (isArrayBuffer(data)) return new Uint8Array(data);
  check(encoding);
  const text = String(data);
  if (/^utf-?8$/.test(encoding)) return new TextEncoder().encode(text);
  if (encoding === 'base64') return fromBase64(text);
  if (encoding === 'hex')
    return Uint8Array.from(text.match(/[\da-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));
  if (/^(?:ucs-?2|utf-?16le)$/.test(encoding)) {
    const units = Uint16Array.from(text, (char) => char.charCodeAt(0));
    return new Uint8Array(units.buffer);
  }
  return Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);
}

/** Without an encoding: the bytes, as an ArrayBuffer of this document. */
export function decode(bytes: Uint8Array, encoding: string | undefined): string | ArrayBuffer {
  if (encoding === undefined) return new Uint8Array(bytes).buffer;
  check(encoding);
  if (/^utf-?8$/.test(encoding)) return new TextDecoder().decode(bytes);
  if (/^(?:ucs-?2|utf-?16le)$/.test(encoding)) return new TextDecoder('utf-16le').decode(bytes);
  if (encoding === 'hex')
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const mask = encoding === 'ascii' ? 0x7f : 0xff;
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte & mask)).join('');
  return encoding === 'base64' ? btoa(binary) : binary;
}

function fromBase64(text: string): Uint8Array {
  // What `atob` would not read.
  const whole = text.replace(/=+$/, '');
  if (!/^[A-Za-z\d+/]*$/.test(whole) || whole.length % 4 === 1) throw new FileError(1300203);
  return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
}
