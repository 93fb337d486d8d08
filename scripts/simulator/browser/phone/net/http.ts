/**
 * Calls of the phone page to its own server. Answers are typed by the contract and not parsed
 * again: both sides are this package's.
 */

export async function get<T>(path: string): Promise<T> {
  return read(await fetch(path), path);
}

/** The same, with the name that the server gives to what it sends. */
export async function getTagged<T>(path: string): Promise<{ value: T; etag: string }> {
  const response = await fetch(path);
  return { value: await read<T>(response, path), etag: response.headers.get('etag') ?? '' };
}

/** A file of the phone's own, which a browser keeps until the simulator itself is another. */
export function ofBuild(path: string): string {
  return `${path}?v=${document.documentElement.dataset.build}`;
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return read(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }), path);
}

async function read<T>(response: Response, path: string): Promise<T> {
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return await response.json();
}
