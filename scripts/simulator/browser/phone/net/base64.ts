/** Text (as UTF-8) or an ArrayBuffer of any document. */
export function encodeBase64(body: unknown): string {
  const bytes =
    typeof body === 'string'
      ? new TextEncoder().encode(body)
      : isArrayBuffer(body)
        ? new Uint8Array(body)
        : new Uint8Array();
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function decodeBase64(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer;
}

/** By tag: `instanceof` knows only this document's ArrayBuffer. */
export function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}
