import type { Exchange } from '../contract/exchange';

/**
 * Fields that hold secrets or somebody's number, by the names that GenAuth, WeChat and OAuth give
 * them.
 */
const SECRET =
  /^(.*token|.*secret|code|js_code|phone_?code|phoneInfoCode|encryptedData|iv|session_key|ticket|authorization|cookie|phone|phone_number|phoneNumber|purePhoneNumber|id_token_hint|assertion)$/i;
/** Numbers that say what went wrong, under a name that is a secret's elsewhere. */
const isNumber = (value: unknown) => typeof value === 'number';

/** An exchange for readers: what is secret is said by its length only. */
export function mask(exchange: Exchange): Exchange {
  const { query, headers, body, answer } = exchange;
  return {
    ...exchange,
    query: maskFields(query),
    headers: maskFields(headers),
    body: maskValue(body),
    answer: maskValue(answer),
  };
}

function maskFields(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, SECRET.test(key) ? hidden(value) : value]),
  );
}

function maskValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskValue);
  if (typeof value === 'string') return maskText(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      SECRET.test(key) && !isNumber(entry) ? hideIn(entry) : maskValue(entry),
    ]),
  );
}

/** JSON in a string is masked inside; other text is kept where it is too short to be a token. */
function maskText(text: string): unknown {
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.stringify(maskValue(JSON.parse(text)));
    } catch {
      return hidden(text);
    }
  }
  return text.replaceAll(/[\w-]{20,}(\.[\w-]+)*/g, (word) =>
    /^[0-9a-f]{24}$/.test(word) || /^[a-z_-]+$/.test(word) ? word : hidden(word),
  );
}

function hideIn(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? '' : hidden(value);
  return value === null || typeof value === 'boolean' ? value : maskValue(value);
}

function hidden(text: string): string {
  return `(${text.length} characters)`;
}
