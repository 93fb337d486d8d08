/** What the workbench's page and its server tell each other about brands. */
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

export interface BrandDesk {
  /** @param language Of the problems; this process's when left out. */
  state(language?: 'en' | 'zh'): BrandState;
  /** Resolves when it is shown, or its problems are. */
  show(name: string): Promise<void>;
}
