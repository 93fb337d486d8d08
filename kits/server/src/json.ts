export type Json = Readonly<Record<string, unknown>>;

/** A text that is there. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Longer texts, and deeper ones, are no message of any contract: a sealed result with long tokens
 * is about 6,000 characters and five levels deep. https://www.rfc-editor.org/rfc/rfc8259#section-9
 */
const maxLength = 100_000;
const maxDepth = 32;

/** Undefined when the text is no JSON object that can be read in one way only. */
export function parseRecord(source: string): Json | undefined {
  const value = parseJson(source);
  return isRecord(value) ? value : undefined;
}

/** Undefined when the text is no JSON, or JSON that two readers may read differently. */
export function parseJson(source: string): unknown {
  if (source.length > maxLength) return undefined;
  try {
    const value: unknown = JSON.parse(source);
    return isUnambiguous(source) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A string, or a character that structures: what is between them is numbers, words and space. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gs;

/** An object or a list that is open at some place of the text. */
interface Level {
  /** Null in a list. */
  readonly names: Set<string> | null;
  expectsName: boolean;
}

/**
 * No name twice in an object (RFC 8259, section 4; RFC 7515, section 4; RFC 7519, section 4), and
 * not too deep. `json` is JSON: in a text that is none the strings could not be told apart.
 */
function isUnambiguous(json: string): boolean {
  const open: Level[] = [];
  for (const [found] of json.matchAll(token)) {
    if (found === '{' || found === '[') {
      if (open.length === maxDepth) return false;
      open.push({ names: found === '{' ? new Set() : null, expectsName: found === '{' });
    } else if (found === '}' || found === ']') {
      open.pop();
    } else {
      const level = open.at(-1);
      if (level?.names && !isNewIn(level, level.names, found)) return false;
    }
  }
  return true;
}

function isNewIn(level: Level, names: Set<string>, found: string): boolean {
  if (found === ',') level.expectsName = true;
  if (!level.expectsName || !found.startsWith('"')) return true;
  level.expectsName = false;
  // `"\u0073ub"` is `sub`.
  const name: unknown = JSON.parse(found);
  if (typeof name !== 'string' || names.has(name)) return false;
  names.add(name);
  return true;
}
