import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `npm run brand -- <name>` remembers the choice on this machine; git ignores it. */
const chosenFile = 'brands/.chosen.json';

const standard = 'demo';

/** Which brand is chosen here, and which was before it, for `undo`. */
interface Choice {
  readonly brand: string;
  readonly before: string | null;
}

/**
 * The brand that applies, decided without a change to a file that git follows: the environment's
 * `BRAND`, else the one that `npm run brand -- <name>` chose on this machine, else the only brand
 * of one's own, else the demo.
 */
export function chosenBrand(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  if (env.BRAND) return env.BRAND;
  const choice = readChoice(root);
  if (choice && existsSync(join(root, 'brands', choice.brand, 'brand.json'))) return choice.brand;
  const [own, ...more] = listBrands(root).filter((name) => !isSample(root, name));
  return own !== undefined && more.length === 0 ? own : standard;
}

/** @param applied The brand whose files were there before; null: nobody knows. */
export function choose(root: string, brand: string, applied: string | null = null): void {
  const choice = readChoice(root);
  if (choice?.brand === brand && choice.before !== null) return;
  const candidates = [choice?.brand, applied, chosenBrand(root, {}), standard];
  const before = candidates.find(
    (name) => typeof name === 'string' && name !== brand && isBrand(root, name),
  );
  writeChoice(root, { brand, before: before ?? null });
}

function isBrand(root: string, name: string): boolean {
  return existsSync(join(root, 'brands', name, 'brand.json'));
}

/** The brand that was chosen before; null: there is none. */
export function previousBrand(root: string): string | null {
  return readChoice(root)?.before ?? null;
}

export function listBrands(root: string): string[] {
  const folder = join(root, 'brands');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'brand.json')))
    .sort();
}

export function listSamples(root: string): readonly string[] {
  return listBrands(root).filter((name) => isSample(root, name));
}

/** Comes with the project, and steps back when there is a brand of one's own. */
function isSample(root: string, name: string): boolean {
  return field(readJson(join(root, 'brands', name, 'brand.json')), 'sample') === true;
}

function readChoice(root: string): Choice | null {
  const value = readJson(join(root, chosenFile));
  const brand = field(value, 'brand');
  const before = field(value, 'before');
  return typeof brand === 'string'
    ? { brand, before: typeof before === 'string' ? before : null }
    : null;
}

function writeChoice(root: string, choice: Choice): void {
  mkdirSync(join(root, 'brands'), { recursive: true });
  writeFileSync(join(root, chosenFile), `${JSON.stringify(choice)}\n`);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * Without a byte order mark, which a pack may have. Undefined for what is no JSON: whoever needs the file says what
 * is wrong with it.
 */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
