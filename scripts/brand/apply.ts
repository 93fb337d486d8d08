import { join } from 'node:path';
import { languages } from '@mini-login/platform/language';
import { brand as messages } from '../messages/brand';
import { say } from '../messages/say';
import { generate, projectSettings } from './generate';
import { jsonSchema } from './pack/json-schema';
import { type Brand, BrandError, readBrand } from './pack/pack';
import { writeStamp } from './stamp';
import { differences, readIfThere, writeAll } from './write';

/**
 * DevTools' own file for settings of one machine, which win over project.config.json; git ignores
 * it.
 */
const privateConfig = 'project.private.config.json';

const schemaFile = 'brands/brand.schema.json';

export interface Applied {
  readonly brand: Brand;
  /** Paths of what was written or removed; empty: it was all there. */
  readonly changed: readonly string[];
}

/** Reads, checks and applies a brand: all of it or nothing. Throws `BrandError`. */
export function applyBrand(root: string, name: string): Applied {
  const brand = readBrand(root, name);
  const changes = changesFor(root, brand);
  writeAll(root, changes);
  writeStamp(root, name, filesOf(brand));
  return { brand, changed: [...changes.keys()] };
}

/** Whether applying this brand would change nothing but the language of an editor's help. */
export function isBrandApplied(root: string, brand: Brand): boolean {
  const schema = readIfThere(join(root, schemaFile))?.toString();
  const isSchema = languages.some((language) => jsonSchema(language) === schema);
  return [...changesFor(root, brand).keys()].every((path) => path === schemaFile && isSchema);
}

function changesFor(root: string, brand: Brand): ReadonlyMap<string, Buffer | null> {
  const changes = new Map(differences(root, filesOf(brand)));
  const config = privateConfigFor(root, brand);
  if (config !== null) changes.set(privateConfig, config);
  return changes;
}

/** The brand, and what an editor needs to help with the next one. */
function filesOf(brand: Brand): ReadonlyMap<string, Buffer> {
  return new Map([...generate(brand), [schemaFile, Buffer.from(jsonSchema())]]);
}

/** The developer's own settings stay: only the brand's two are put in. Null: they are there. */
function privateConfigFor(root: string, { pack }: Brand): Buffer | null {
  const settings = projectSettings(pack);
  const text = readIfThere(join(root, privateConfig))?.toString() ?? '{}';
  const config = parseConfig(text);
  if (Object.entries(settings).every(([key, value]) => config[key] === value)) return null;
  return Buffer.from(`${JSON.stringify({ ...config, ...settings }, null, 2)}\n`);
}

function parseConfig(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return Object.fromEntries(Object.entries(Object(value)));
  } catch (cause) {
    throw new BrandError([`${privateConfig}: ${say(messages.privateConfig())}`], { cause });
  }
}
