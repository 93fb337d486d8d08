import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { generatedFolders } from '../brand/generate';
import type { Brand } from '../brand/pack/pack';
import { hashFolder } from '../brand/stamp';
import { hasOwnProgram } from '../brand/subpackages';
import { brandedProgram } from '../deploy/branded';
import type { Compiled } from '../deploy/compile/compile-program';
import type { Tree } from '../deploy/compile/references';

/**
 * What took long to find out, kept in `out/doctor` for as long as nothing that it was made of has
 * changed: an edit of a pack changes neither the compiled program nor its types. Only what was right
 * is kept.
 */
const place = 'out/doctor';

/** Of each kind, the last ones: some for the brands that are compiled by themselves. */
const keptAtMost = 6;

const keptFiles = z.record(z.string(), z.base64());

/** By WeChat's compiler, or bundled alone. */
export type CompiledForm = 'compiled' | 'bundled';

export interface DoctorKeeper {
  /** Whether neither of the two has to be done again. */
  readonly isKnown: boolean;
  /** The files with this brand in them. */
  readonly compile: (work: () => Promise<Compiled>) => Promise<Compiled | FilesOnly>;
  /** @param work Whether the types are right. */
  readonly checkTypes: (work: () => Promise<boolean>) => Promise<boolean>;
}

export interface FilesOnly {
  readonly ok: true;
  readonly files: Tree;
}

/** @param form Which of the two ways the program is compiled. */
export function openKeeper(root: string, brand: Brand, form: CompiledForm): DoctorKeeper {
  const program = join(root, place, `program-${programKey(root, brand, form)}.json`);
  const types = join(root, place, `types-${typesKey(root)}.json`);
  return {
    isKnown: existsSync(program) && existsSync(types),
    async compile(work) {
      const kept = readFiles(program);
      if (kept !== null)
        return { ok: true, files: isShared(brand) ? await putIn(kept, brand) : kept };
      const compiled = await work();
      if (compiled.ok)
        keep(
          program,
          Object.fromEntries(
            [...compiled.files].map(([path, content]) => [path, content.toString('base64')]),
          ),
        );
      return compiled;
    },
    async checkTypes(work) {
      if (existsSync(types)) return true;
      const isRight = await work();
      if (isRight) keep(types, {});
      return isRight;
    },
  };
}

/** As a fleet is sent: compiled once, with each brand's files in their place. */
function isShared({ pack }: Brand): boolean {
  return !hasOwnProgram(pack);
}

async function putIn(files: Tree, brand: Brand): Promise<Tree> {
  return (await brandedProgram({ files, maps: new Map() }, brand)).files;
}

function programKey(root: string, brand: Brand, form: CompiledForm): string {
  const generated = [...generatedFolders, 'miniprogram/miniprogram_npm'].map((path) =>
    join(root, path),
  );
  const hash = startHash(root).update(`${form}\n`);
  hashFolder(join(root, 'miniprogram'), hash, (path) => generated.includes(path));
  for (const folder of ['scripts/deploy/compile', 'scripts/brand', 'scripts/messages'])
    hashFolder(join(root, folder), hash);
  if (!isShared(brand)) {
    hash.update(`${brand.name}\n`);
    hashFolder(brand.folder, hash);
  }
  return nameOf(hash);
}

function typesKey(root: string): string {
  const hash = startHash(root);
  for (const folder of ['miniprogram', 'typings'])
    hashFolder(join(root, folder), hash, (path) => path.endsWith('miniprogram_npm'));
  return nameOf(hash);
}

/** With what both are made by. */
function startHash(root: string) {
  const hash = createHash('sha256').update(`${process.version} ${process.platform}\n`);
  const files = [
    ...['project.config.json', 'tsconfig.json', 'package.json', 'package-lock.json'],
    ...['node_modules/.package-lock.json', 'scripts/deploy/official-tool.ts'],
  ];
  for (const file of files) {
    const path = join(root, file);
    hash.update(`${file}\n`).update(existsSync(path) ? readFileSync(path) : '-');
  }
  return hash;
}

function nameOf(hash: ReturnType<typeof createHash>): string {
  return hash.digest('hex').slice(0, 16);
}

/** Null: there is none, or none that can be read. */
function readFiles(file: string): Tree | null {
  try {
    const files = keptFiles.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(
      Object.entries(files).map(([path, content]) => [path, Buffer.from(content, 'base64')]),
    );
  } catch {
    return null;
  }
}

/** What can't be kept is found out again. */
function keep(file: string, content: unknown): void {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(content));
    renameSync(`${file}.${process.pid}`, file);
    removeOld(join(file, '..'));
  } catch {
    rmSync(`${file}.${process.pid}`, { force: true });
  }
}

function removeOld(folder: string): void {
  for (const kind of ['program-', 'types-']) {
    const old = readdirSync(folder)
      .filter((name) => name.startsWith(kind) && name.endsWith('.json'))
      .map((name) => join(folder, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
      .slice(keptAtMost);
    for (const file of old) rmSync(file, { force: true });
  }
}
