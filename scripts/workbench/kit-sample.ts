/** Folders of `kits/`, an app's first. */
export const kitNames = [
  'swift',
  'kotlin',
  'harmonyos',
  'flutter',
  'javascript',
  'server',
] as const;
export type KitName = (typeof kitNames)[number];

export interface KitCode {
  readonly kit: KitName;
  /** From the repository's root. */
  readonly source: string;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly heading: string;
  readonly language: string;
  readonly code: string;
}
