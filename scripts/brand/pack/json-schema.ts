import { z } from 'zod';
import { type Lang, langs } from '../../../miniprogram/login/lang';
import { wordIn } from '../../../miniprogram/login/words/index';
import { fields } from '../../messages/fields';
import { currentLanguage, inLanguage, type Language, say } from '../../messages/say';
import { renamedWords } from './renamed-words';
import { brandSchema } from './schema';
import { wordKeys } from './word-keys';

/** For editors: completion, checks and descriptions while brand.json is typed. */
export function jsonSchema(language: Language = currentLanguage()): string {
  const schema = z.toJSONSchema(brandSchema, {
    io: 'input',
    override: ({ jsonSchema: part }) => {
      const key = part.description;
      if (isField(key)) part.description = inLanguage(language, () => say(fields[key]()));
    },
  });
  return `${JSON.stringify(withKeys(schema), null, 2)}\n`;
}

/** The names that brand.json has at this place. */
export function fieldsAt(path: readonly PropertyKey[]): readonly string[] {
  const schema = z.toJSONSchema(brandSchema, { io: 'input' });
  const parts = path.reduce<readonly unknown[]>(
    (at, key) => at.flatMap((one) => partsIn(one, key)),
    [schema],
  );
  return parts.flatMap((part) => Object.keys(Object(Reflect.get(Object(part), 'properties'))));
}

function partsIn(part: unknown, key: PropertyKey): readonly unknown[] {
  const at: unknown =
    typeof key === 'number'
      ? Reflect.get(Object(part), 'items')
      : Reflect.get(Object(Reflect.get(Object(part), 'properties')), key);
  const choices: unknown = Reflect.get(Object(at), 'anyOf') ?? Reflect.get(Object(at), 'oneOf');
  return Array.isArray(choices) ? choices : [at];
}

/** An editor completes the keys of the texts too, and strikes out those of earlier versions. */
function withKeys(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withKeys);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === 'words' && isObjectSchema(value) ? { ...value, ...keysByLanguage } : withKeys(value),
    ]),
  );
}

function isObjectSchema(part: unknown): part is object {
  return Reflect.get(Object(part), 'type') === 'object';
}

const keysByLanguage = {
  properties: Object.fromEntries(langs.map((lang) => [lang, keysIn(lang)])),
  propertyNames: undefined,
  additionalProperties: false,
};

function keysIn(lang: Lang): object {
  const current = wordKeys.map((key) => [key, { type: 'string', description: wordIn(lang, key) }]);
  const earlier = Object.entries(renamedWords).map(([key, now]) => [
    key,
    { type: 'string', deprecated: true, description: now ?? '-' },
  ]);
  const properties = Object.fromEntries([...current, ...earlier]);
  return { type: 'object', properties, additionalProperties: false };
}

function isField(key: string | undefined): key is keyof typeof fields {
  return key !== undefined && Object.hasOwn(fields, key);
}
