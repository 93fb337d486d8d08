import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isAlive } from '@mini-login/platform/processes';
import { chosenBrand } from './choice';
import {
  type BrandedProject,
  composeProject,
  type OtherAddresses,
  otherAddresses,
} from './compose';
import { ensureAnyBrand, ensureBrand } from './ensure';
import { BrandError, readBrand } from './pack/pack';
import { appliedName, isApplied } from './stamp';

/**
 * Which files are the program of this command. `miniprogram/brand/` is shared by everything that
 * runs in this checkout, so a command never puts another brand there.
 */

/** Names the folder of this command's program, where that is not the checkout itself. */
const FOLDER = 'MINI_LOGIN_PROGRAM';

const programs = 'out/programs';

/** The folder with project.config.json of the program that this command is about. */
export function programFolder(root: string): string {
  return process.env[FOLDER] ?? root;
}

/**
 * Makes the shared files complete: in a fresh checkout with the chosen brand, else, where they are
 * older than what they are made of, with the brand that they are of.
 */
export async function completeProgram(root: string): Promise<void> {
  const name = appliedName(root);
  const isThere = existsSync(join(root, 'miniprogram/brand/index.ts'));
  if (name === null || !isThere) await ensureAnyBrand(root);
  // A pack that is wrong now leaves the files as they were.
  else await ensureBrand(root, name);
}

/**
 * Gives this command the chosen brand's program: the checkout where that brand is applied, else a
 * copy of its own, which `miniprogram/brand` then leads to.
 *
 * @returns What is wrong with the brand, one line each; empty when all is well.
 */
export async function useChosenProgram(root: string): Promise<readonly string[]> {
  delete process.env[FOLDER];
  const name = chosenBrand(root);
  try {
    // Pages of the tenant's own are in no checkout's app.json.
    if (isApplied(root, name) && readBrand(root, name).pack.subpackages === undefined) return [];
    const folder = ownFolder(root, name);
    composeProject(root, name, folder);
    process.env[FOLDER] = folder;
    leadTo(root, folder);
    return [];
  } catch (error) {
    if (error instanceof BrandError) return error.problems;
    throw error;
  }
}

/** A folder of this process's own, removed when it ends. In the checkout, for npm's packages. */
export function ownFolder(root: string, name: string): string {
  removeLeftBehind(root);
  mkdirSync(join(root, programs), { recursive: true });
  // A name may be anything that somebody types, and is checked later.
  const safe = name.replaceAll(/[^\w-]/g, '-').slice(0, 40);
  const folder = mkdtempSync(join(root, programs, `${process.pid}-${safe}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a process that was killed has left. */
function removeLeftBehind(root: string): void {
  if (!existsSync(join(root, programs))) return;
  for (const entry of readdirSync(join(root, programs))) {
    if (!isAlive(Number.parseInt(entry, 10)))
      rmSync(join(root, programs, entry), { recursive: true, force: true });
  }
}

/** From now on, an import of the shared brand's modules loads those of this folder. */
function leadTo(root: string, folder: string): void {
  const data = {
    from: pathToFileURL(join(root, 'miniprogram/brand')).href,
    to: pathToFileURL(join(folder, 'miniprogram/brand')).href,
  };
  register('./lead-brand.mjs', { parentURL: import.meta.url, data });
}

/** Of the program that `programFolder` names. */
export function addressesOfProgram(root: string): OtherAddresses {
  const own = process.env[FOLDER] !== undefined;
  try {
    return otherAddresses(
      readBrand(root, own ? chosenBrand(root) : (appliedName(root) ?? '')).pack,
    );
  } catch (error) {
    // The applied files are there, whatever has become of their pack.
    if (error instanceof BrandError) return { events: null, requests: [] };
    throw error;
  }
}

/** The sample of a program for many companies. */
const hostedSample = 'gateway';

/**
 * A copy of the chosen brand's program where that is hosted, else of the sample's.
 *
 * @throws BrandError when its pack is wrong.
 */
export function hostedProgram(root: string): BrandedProject {
  const chosen = chosenBrand(root);
  const isHosted = readBrand(root, chosen).pack.directory !== undefined;
  const name = isHosted ? chosen : hostedSample;
  return composeProject(root, name, ownFolder(root, name));
}
