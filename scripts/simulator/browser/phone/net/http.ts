/**
 * Calls of the phone page to its own server. Answers are typed by the contract and not parsed
 * again: both sides are this package's.
 */

export async function get<T>(path: string): Promise<T> {
  return read(await fetch(path), path);
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return read(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }), path);
}

async function read<T>(response: Response, path: string): Promise<T> {
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return await response.json();
}
