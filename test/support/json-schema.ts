type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Says about anything, as JSON Schema does for what a keyword is not about. */
const notes = ['$schema', 'title', 'description', '$defs'];

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

/**
 * Whether a value is of a JSON Schema, draft 2020-12, of which it knows what
 * docs/directory-entry.schema.json uses. Any other keyword is an error.
 * https://json-schema.org/draft/2020-12/json-schema-validation
 */
export function isOfSchema(value: unknown, schema: unknown, root = schema): boolean {
  if (!isObject(schema)) throw new Error(`no schema: ${JSON.stringify(schema)}`);
  const holds = (one: unknown, part: unknown) => isOfSchema(one, part, root);
  return Object.entries(schema).every(([keyword, what]) => {
    if (notes.includes(keyword)) return true;
    const check = keywords[keyword];
    if (check === undefined) throw new Error(`${keyword} is not known here`);
    return check(value, what, holds, root, schema);
  });
}

type Check = (
  value: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: the schema is the project's own
  what: any,
  holds: (value: unknown, schema: unknown) => boolean,
  root: unknown,
  schema: Json,
) => boolean;

const ofText = (check: (text: string, what: never) => boolean): Check => {
  return (value, what) => typeof value !== 'string' || check(value, what as never);
};
const ofList = (
  check: (list: readonly unknown[], what: never, holds: Parameters<Check>[2]) => boolean,
): Check => {
  return (value, what, holds) => !Array.isArray(value) || check(value, what as never, holds);
};

const keywords: Readonly<Record<string, Check>> = {
  type: (value, what) => [what].flat().some((name: string) => types[name]?.(value)),
  const: (value, what) => value === what,
  enum: (value, what) => what.includes(value),
  pattern: ofText((text, what: string) => new RegExp(what, 'u').test(text)),
  // In characters, not in UTF-16 units.
  maxLength: ofText((text, what: number) => [...text].length <= what),
  minItems: ofList((list, what: number) => list.length >= what),
  maxItems: ofList((list, what: number) => list.length <= what),
  uniqueItems: ofList(
    (list) => new Set(list.map((one) => JSON.stringify(one))).size === list.length,
  ),
  items: ofList((list, what, holds) => list.every((one) => holds(one, what))),
  contains: ofList((list, what, holds) => list.some((one) => holds(one, what))),
  required: (value, what) =>
    !isObject(value) || what.every((key: string) => Object.hasOwn(value, key)),
  properties: (value, what, holds) =>
    !isObject(value) ||
    Object.entries(what).every(
      ([key, part]) => !Object.hasOwn(value, key) || holds(value[key], part),
    ),
  patternProperties: (value, what, holds) =>
    !isObject(value) ||
    Object.entries(what).every(([pattern, part]) =>
      Object.keys(value).every(
        (key) => !new RegExp(pattern, 'u').test(key) || holds(value[key], part),
      ),
    ),
  additionalProperties: (value, what, holds, _root, { properties, patternProperties }) =>
    !isObject(value) ||
    Object.keys(value).every(
      (key) =>
        Object.hasOwn(Object(properties), key) ||
        Object.keys(Object(patternProperties)).some((one) => new RegExp(one, 'u').test(key)) ||
        (what !== false && holds(value[key], what)),
    ),
  allOf: (value, what, holds) => what.every((part: unknown) => holds(value, part)),
  anyOf: (value, what, holds) => what.some((part: unknown) => holds(value, part)),
  oneOf: (value, what, holds) => what.filter((part: unknown) => holds(value, part)).length === 1,
  not: (value, what, holds) => !holds(value, what),
  $ref: (value, what: string, holds, root) => {
    const path = what.replace(/^#\//, '').split('/');
    return holds(
      value,
      path.reduce((at: unknown, key) => Reflect.get(Object(at), key), root),
    );
  },
};
