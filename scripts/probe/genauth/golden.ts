export type GoldenJson =
  | null
  | boolean
  | number
  | string
  | readonly GoldenJson[]
  | { readonly [key: string]: GoldenJson };

export interface GoldenRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: GoldenJson;
  readonly form?: Readonly<Record<string, string>>;
}

export interface GoldenExchange {
  readonly request: GoldenRequest;
  readonly answer: { readonly status: number; readonly body: GoldenJson };
}

/**
 * Puts values in the place of `{{name}}`; those that are not given stay, as kinds for
 * `differences`.
 */
export function fill<T extends GoldenJson | GoldenRequest | GoldenExchange>(
  template: T,
  values: Readonly<Record<string, string>>,
): T {
  const filled: T = JSON.parse(
    JSON.stringify(template).replaceAll(
      /\{\{(\w+)\}\}/g,
      (whole, name: string) => values[name] ?? whole,
    ),
  );
  return filled;
}

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  '{{string}}': (value) => typeof value === 'string' && value !== '',
  '{{number}}': (value) => typeof value === 'number' && Number.isFinite(value),
  '{{boolean}}': (value) => typeof value === 'boolean',
  '{{array}}': (value) => Array.isArray(value),
  '{{null-or-string}}': (value) => value === null || typeof value === 'string',
  '{{iso-date}}': (value) => typeof value === 'string' && new Date(value).toISOString() === value,
  '{{jwt}}': (value) => typeof value === 'string' && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value),
  '{{jwe}}': (value) =>
    typeof value === 'string' && /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/.test(value),
  '{{url}}': (value) => typeof value === 'string' && URL.canParse(value),
};

/**
 * How a message differs from a golden one: same keys, same values, kinds where the golden one names
 * a kind. `"{{more}}": true` allows other keys; `["{{each}}", entry]` stands for one or more
 * entries.
 */
export function differences(actual: unknown, template: GoldenJson, path = ''): readonly string[] {
  const wrong = [
    `${path || 'the message'}: ${JSON.stringify(actual)} is not ${JSON.stringify(template)}`,
  ];
  if (typeof template === 'string' && template.startsWith('{{')) {
    const fits = kinds[template];
    if (!fits) throw new Error(`${path}: no kind is called ${template}`);
    return fits(actual) ? [] : wrong;
  }
  if (typeof template !== 'object' || template === null) return actual === template ? [] : wrong;
  if (
    typeof actual !== 'object' ||
    actual === null ||
    Array.isArray(actual) !== Array.isArray(template)
  )
    return wrong;
  if (Array.isArray(actual) && Array.isArray(template) && template[0] === '{{each}}') {
    const [, entry = null] = template;
    return actual.length === 0
      ? wrong
      : actual.flatMap((item, index) => differences(item, entry, `${path}.${index}`));
  }
  const given = new Map<string, unknown>(Object.entries(actual));
  const wanted = Object.entries(template).filter(([key]) => key !== '{{more}}');
  const names = new Set(wanted.map(([key]) => key));
  const surplus = '{{more}}' in template ? [] : [...given.keys()].filter((key) => !names.has(key));
  return [
    ...surplus.map((key) => `${path}.${key}: is too much`),
    ...wanted.flatMap(([key, value]) =>
      given.has(key)
        ? differences(given.get(key), value, `${path}.${key}`)
        : [`${path}.${key}: is missing`],
    ),
  ];
}
