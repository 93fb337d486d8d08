import type { EffectiveBrand } from './brand';

/** What a hosted program asks to learn whose launch it is, and whom it believes. */
export interface DirectoryConfig {
  /** The AppID of this mini program. */
  readonly program: string;
  /** GenAuth's console, for launches that name an application; null: it is not asked. */
  readonly consoleHost: string | null;
  /** The provider's own, for launches that name nothing; null: there is none. */
  readonly endpoint: string | null;
  /** Origins of GenAuth that an entry of the endpoint may name, besides the brand's. */
  readonly hosts: readonly string[];
  /** Hosts that logos may be on, as declared with WeChat. */
  readonly logoHosts: readonly string[];
  /** Apps without an entry: refused, or served `codes` under the provider's own name. */
  readonly unregistered: 'refuse' | 'codes';
  /** What is said to their users. */
  readonly unregisteredWords: NonNullable<EffectiveBrand['words']>;
}

/** What a template holds fast, whatever its ext.json says. */
export interface TemplateConfig {
  /** Hosts that logos may be on. */
  readonly logoHosts: readonly string[];
}
