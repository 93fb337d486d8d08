import type { ServiceAnswer } from '../../../../contract/process';
import { ASSETS } from '../../../../contract/program';
import { isArrayBuffer } from '../../plain';
import type { ApiTools } from '../call';

/** Where bytes come from: a file of the phone, of the package, or a server. */
export type Source = 'phone' | 'package' | 'server';

export function sourceOf(path: string): Source {
  if (path.startsWith('wxfile://')) return 'phone';
  return /^https?:\/\//.test(path) ? 'server' : 'package';
}

/** Null: there is nothing. */
export async function bytesOf(path: string, { runtime, service }: ApiTools) {
  if (sourceOf(path) === 'phone') return runtime.host.files.read(path);
  if (sourceOf(path) === 'package') {
    const response = await fetch(ASSETS + path.replace(/^\//, ''));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  }
  const answer = await service('request', { url: path, method: 'GET', header: {} });
  const bytes = bytesIn(answer);
  return answer.ok && Number(answer.result.statusCode) < 400 ? bytes : null;
}

/** Of an answer of the phone's `request`. */
export function bytesIn(answer: ServiceAnswer): Uint8Array | null {
  const bytes = answer.ok ? answer.result.bytes : null;
  return isArrayBuffer(bytes) ? new Uint8Array(bytes) : null;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
  'application/pdf': 'pdf',
  'application/json': 'json',
  'text/plain': 'txt',
  'text/html': 'html',
};

export function endingOf(path: string, contentType: string): string {
  const known = ENDINGS[contentType.split(';')[0]?.trim() ?? ''];
  return (
    known ?? /\.(\w{1,5})(?:[?#]|$)/.exec(path.replace(/^\w+:\/\/[^/]+/, ''))?.[1] ?? 'unknown'
  );
}

export function contentTypeOf(path: string): string {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  const [type] = Object.entries(ENDINGS).find(([, known]) => known === ending) ?? [];
  return type ?? 'application/octet-stream';
}
