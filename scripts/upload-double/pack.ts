import { gunzipSync } from 'node:zlib';

/**
 * The files of an uploaded package, by path. A header (0xBE, three lengths, 0xED), an index (name,
 * offset, length) and the data; offsets count from the start. Throws on anything else.
 */
export function unpack(body: Buffer): ReadonlyMap<string, Buffer> {
  const pack = gunzipSync(body);
  if (pack.readUInt8(0) !== 0xbe || pack.readUInt8(13) !== 0xed)
    throw new Error('no package: its header is wrong');
  const indexLength = pack.readUInt32BE(5);
  const dataLength = pack.readUInt32BE(9);
  if (14 + indexLength + dataLength !== pack.length)
    throw new Error('no package: its length is wrong');
  const files = new Map<string, Buffer>();
  let at = 18;
  for (let left = pack.readUInt32BE(14); left > 0; left -= 1) {
    const nameLength = pack.readUInt32BE(at);
    const name = pack.subarray(at + 4, at + 4 + nameLength).toString();
    const offset = pack.readUInt32BE(at + 4 + nameLength);
    const length = pack.readUInt32BE(at + 8 + nameLength);
    if (files.has(name)) throw new Error(`no package: ${name} is in it twice`);
    files.set(name.replace(/^\//, ''), pack.subarray(offset, offset + length));
    at += 12 + nameLength;
  }
  if (at !== 14 + indexLength) throw new Error('no package: its index is wrong');
  return files;
}
