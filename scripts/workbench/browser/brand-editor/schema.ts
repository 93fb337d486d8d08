/** What of a JSON schema a form needs. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Path = readonly (string | number)[];

/** How a value is edited. */
export type Field =
  | { readonly kind: 'text' | 'colour' | 'yes-no' | 'number' }
  | { readonly kind: 'one-of' | 'some-of'; readonly options: readonly string[] }
  | { readonly kind: 'texts'; readonly names: readonly string[] }
  | { readonly kind: 'group'; readonly properties: Readonly<Record<string, Schema>> }
  | { readonly kind: 'list'; readonly items: Schema }
  /** By hand, in the file itself. */
  | { readonly kind: 'json' };

/** Of several forms the one that the value has; where there is none, the first that is a value. */
export function fieldOf(schema: Schema, value: unknown): Field {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const fits = choices.find((one) => isLike(one, value)) ?? choices.find((one) => !isNull(one));
    return fits === undefined ? { kind: 'json' } : fieldOf(fits, value);
  }
  const types = [schema.type ?? []].flat();
  if (types.includes('boolean')) return { kind: 'yes-no' };
  if (types.includes('number') || types.includes('integer')) return { kind: 'number' };
  if (types.includes('string')) return stringField(schema);
  if (types.includes('array')) return arrayField(schema.items);
  return types.includes('object') ? objectField(schema) : { kind: 'json' };
}

function stringField({ enum: options, pattern = '' }: Schema): Field {
  if (options !== undefined) return { kind: 'one-of', options };
  return { kind: /^\^#/.test(pattern) ? 'colour' : 'text' };
}

function arrayField(items: Schema | undefined): Field {
  if (items === undefined) return { kind: 'json' };
  if (items.enum !== undefined) return { kind: 'some-of', options: items.enum };
  return { kind: 'list', items };
}

function objectField({ properties, additionalProperties, propertyNames }: Schema): Field {
  if (properties !== undefined) return { kind: 'group', properties };
  const names = propertyNames?.enum;
  return names !== undefined && typeof additionalProperties === 'object'
    ? { kind: 'texts', names }
    : { kind: 'json' };
}

/** What a new row begins with: all that has to be there, and nothing in it. */
export function emptyOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return emptyOf(choices.find((one) => !isNull(one)) ?? {});
  switch ([schema.type].flat()[0]) {
    case 'string':
      return schema.enum?.[0] ?? '';
    case 'boolean':
      return false;
    case 'number':
    case 'integer':
      return schema.minimum ?? 0;
    case 'array':
      return [];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, part]) => [name, emptyOf(part)]),
      );
    default:
      return null;
  }
}

/** The same list with one of it in another place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

const isNull = ({ type }: Schema) => type === 'null';

/** As far as it tells one form from the others. */
function isLike(schema: Schema, value: unknown): boolean {
  if (isNull(schema)) return value === null;
  if (value === null || value === undefined) return false;
  if (schema.type === 'string') return typeof value === 'string';
  if (typeof value !== 'object') return false;
  return Object.entries(schema.properties ?? {}).every(
    ([name, { const: fixed }]) => fixed === undefined || Reflect.get(value, name) === fixed,
  );
}

/** Messages by the field that they begin with: `look.light.link: ...`, a file's name before it. */
export function messagesAt(lines: readonly string[], path: Path): readonly string[] {
  const start = `${path.join('.')}: `;
  return lines
    .map((line) => line.replace(/^brands\/[^:]*: /, ''))
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length));
}
