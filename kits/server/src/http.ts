import { type Json, parseRecord } from './json.ts';

/** A request that is no login at all. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Whether the app should go on waiting. */
    readonly pending = false,
  ) {
    super(message);
  }
}

export function answerError({ status, code, message, pending }: HttpError): Response {
  // https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6
  const headers = status === 405 ? { allow: 'POST' } : {};
  return Response.json({ error: { code, message, pending } }, { status, headers });
}

/** A sealed result with a long id_token is about 6,000 characters; escaped it may be twice that. */
const maxBodyBytes = 256 * 1024;

/**
 * The body of a POST, which must be a JSON object: the JSON type keeps out the forms of foreign web
 * pages.
 *
 * @throws HttpError
 */
export async function readBody(request: Request): Promise<Json> {
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new HttpError(415, 'unsupported_media_type', 'The body must be application/json', true);
  }
  const body = parseRecord(await readText(request));
  if (body === undefined)
    throw new HttpError(400, 'bad_request', 'The body is no JSON object', true);
  return body;
}

async function readText({ body }: Request): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBodyBytes) {
      await reader.cancel();
      throw new HttpError(413, 'too_large', `The body is longer than ${maxBodyBytes} bytes`, true);
    }
    text += decoder.decode(value, { stream: true });
  }
}
