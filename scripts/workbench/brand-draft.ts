import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOn } from '../brand/pack/notes';
import { readBrand } from '../brand/pack/pack';
import { ownFolder } from '../brand/program';
import { inLanguage, type Language } from '../messages/say';
import type { BrandFile } from './brand-state';

/** What is being edited of a brand and not saved: a copy of its pack with another brand.json. */
export interface BrandDraft {
  /** The folder whose `brands/<name>` is to be read. */
  rootOf(name: string): string;
  /** Null: what is saved counts again. */
  put(name: string, text: string | null): void;
  read(name: string): BrandFile;
  /** False, and nothing is written: brand.json is another than `was` by now. */
  save(name: string, text: string, was: string): boolean;
  close(): void;
}

export function createBrandDraft(root: string): BrandDraft {
  const folder = ownFolder(root, 'brand-draft');
  let edited: { readonly name: string; readonly text: string } | null = null;
  const fileOf = (name: string, within = root) => join(within, 'brands', name, 'brand.json');
  const draftOf = (name: string) => (edited?.name === name ? edited.text : null);

  const put = (name: string, text: string | null) => {
    rmSync(folder, { recursive: true, force: true });
    edited = null;
    if (text === null) return;
    // Its pictures and agreements too: they are checked with it.
    cpSync(join(root, 'brands', name), join(folder, 'brands', name), { recursive: true });
    writeFileSync(fileOf(name, folder), text);
    edited = { name, text };
  };
  return {
    rootOf: (name) => (draftOf(name) === null ? root : folder),
    put,
    read: (name) => ({ name, saved: readFileSync(fileOf(name), 'utf8'), draft: draftOf(name) }),
    save(name, text, was) {
      if (readFileSync(fileOf(name), 'utf8') !== was) return false;
      writeFileSync(fileOf(name), text);
      put(name, null);
      return true;
    },
    close: () => put('', null),
  };
}

/** What is allowed in a pack and worth a look, one line each; none while it is wrong. */
export function notesIn(root: string, name: string, language: Language): readonly string[] {
  try {
    return inLanguage(language, () => notesOn(readBrand(root, name)));
  } catch {
    return [];
  }
}
