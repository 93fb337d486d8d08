/** The parameters of an asynchronous API, as its documentation types them; `?`: not required. */
export type ParamTypes = Readonly<Record<string, ParamType | `${ParamType}?`>>;
type ParamType = 'String' | 'Number' | 'Boolean' | 'Object' | 'Array' | 'Function' | 'Any';

/**
 * WeChat's own words for a parameter of the wrong type; null when all is well.
 * `unknown` lists names that the documentation does not have.
 */
export function check(
  types: ParamTypes,
  params: Readonly<Record<string, unknown>>,
): { refusal: string | null; unknown: string[] } {
  const unknown = Object.keys(params).filter((name) => !Object.hasOwn(types, name));
  for (const [name, type] of Object.entries(types)) {
    const value = params[name];
    const optional = type.endsWith('?');
    if (optional && value === undefined) continue;
    const expected = optional ? type.slice(0, -1) : type;
    const actual = typeOf(value);
    if (expected !== 'Any' && actual !== expected) {
      return {
        refusal: `parameter error: parameter.${name} should be ${expected} instead of ${actual};`,
        unknown,
      };
    }
  }
  return { refusal: null, unknown };
}

function typeOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
