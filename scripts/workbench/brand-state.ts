import type { Brand } from '../../miniprogram/login/brand';

/** What the pages and their server tell each other about brands. */
export interface BrandState {
  /** Counts the environments: a page of an earlier one has to load again. */
  readonly environment: number;
  readonly wanted: string;
  /** On the phone: the wanted one, or the last that was right. */
  readonly shown: string;
  readonly brands: readonly string[];
  /** What is wrong with the wanted one, one line each. */
  readonly problems: readonly string[];
  /** What the demo app may ask this brand for. */
  readonly contracts: readonly string[];
}

/** A brand.json, for whoever edits it. */
export interface BrandFile {
  readonly name: string;
  /** As it is on the disk. */
  readonly saved: string;
  /** As it is on the phone, where that is another. */
  readonly draft: string | null;
}

/** What there is to say of it, one line each, the field first. */
export interface BrandHints {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

export interface BrandSwitcher {
  /** Shows a brand.json that is not saved; null: what is saved. */
  draft(name: string, text: string | null): void;
  file(name: string): BrandFile;
  /** Of what is shown of it, saved or not. */
  hints(name: string, language: 'en' | 'zh'): BrandHints;
  /** False: the file was changed by somebody else. */
  save(name: string, text: string, was: string): boolean;
  /** What the program on the phone was made with; null before there is one. */
  program(): Brand | null;
  /** @param language Of the problems; this process's when left out. */
  state(language?: 'en' | 'zh'): BrandState;
  /** Resolves when it is shown, or its problems are. */
  show(name: string): Promise<void>;
}

/** What the demo app takes of a brand, so that it is one company's app and program. */
export interface BrandLook {
  /** By language, `zh-CN`. */
  readonly name: Readonly<Record<string, string>>;
  /** The picture's path on the phone's server. */
  readonly logo: string;
  /** Of buttons and links, `#0b6478`. */
  readonly color: { readonly light: string; readonly dark: string };
}
