import { createRequire } from 'node:module';
import { inWords } from '@mini-login/platform/lists';
import { type Schema, type ValidationError, Validator } from 'jsonschema';
import type { CompileError } from '../../contract/program';
import { isString, type JsonObject, lineOf } from './json';

const require = createRequire(import.meta.url);

/** What the official compiler holds these files to: it brings the schemas along. */
const schemas: Readonly<Record<'app.json' | "a page's JSON", Schema>> = {
  'app.json': require('miniprogram-ci/dist/schema/dist/app.js'),
  "a page's JSON": require('miniprogram-ci/dist/schema/dist/page.js'),
};

const validator = new Validator();

/**
 * As the official compiler: a key that it does not know is a warning, a value of another kind is an
 * error, one outside of a list a warning too.
 */
export function checkSchema(
  value: JsonObject,
  what: keyof typeof schemas,
  text: string,
  file: string,
): CompileError[] {
  return validator
    .validate(value, schemas[what])
    .errors.filter(({ instance }) => !isVariable(instance))
    .map((error): CompileError => {
      const path = error.path.map(String);
      if (error.name !== 'additionalProperties') {
        // Older tools took it, and WeChat falls back to what it does without.
        const level =
          error.name === 'enum' || error.name === 'anyOf' ? { level: 'warning' as const } : {};
        return {
          ...level,
          kind: 'json',
          file,
          ...lineOfKey(text, path.at(-1)),
          message: `${path.join('.') || what} ${wording(error)}`,
        };
      }
      const key = String(error.argument);
      const message = `"${[...path, key].join('.')}" is no key of ${what}; WeChat ignores it`;
      return { level: 'warning', kind: 'json', file, ...lineOfKey(text, key), message };
    });
}

/** `@name`: theme.json has the value. */
function isVariable(value: unknown): boolean {
  return isString(value) && value.startsWith('@');
}

function wording({ message, instance, name, schema }: ValidationError): string {
  const choices =
    typeof schema === 'object' && name === 'anyOf' ? (schema.anyOf ?? []).map(kindOf) : [];
  return `${choices.length === 0 ? message : `is not one of ${inWords(choices)}`}: ${JSON.stringify(instance)?.slice(0, 80)}`;
}

function kindOf({ enum: values, pattern, type }: Schema): string {
  return values?.join(', ') ?? pattern?.toString() ?? String(type ?? 'another kind');
}

function lineOfKey(text: string, key: string | undefined): { line?: number } {
  return key === undefined ? { line: 1 } : lineOf(text, JSON.stringify(key));
}
