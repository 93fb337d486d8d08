export type Json = Readonly<Record<string, unknown>>;

/** A text that is there. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined when the text is no JSON. */
function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** Undefined when the text is no JSON object. */
export function parseRecord(source: string): Json | undefined {
  const value = parseJson(source);
  return isRecord(value) ? value : undefined;
}
