export type ProbeJson =
  | null
  | boolean
  | number
  | string
  | readonly ProbeJson[]
  | { readonly [key: string]: ProbeJson };

/**
 * What came from WeChat as JSON: what JSON has no word for becomes its type in brackets, so that
 * the shape stays visible.
 */
export function toJson(value: unknown, depth = 0): ProbeJson {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : `[${value}]`;
  if (typeof value !== 'object') return `[${typeof value}]`;
  if (depth > 4) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1));
  const copy: Record<string, ProbeJson> = {};
  for (const key of Object.keys(value).sort())
    copy[key] = toJson(Reflect.get(value, key), depth + 1);
  return copy;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
