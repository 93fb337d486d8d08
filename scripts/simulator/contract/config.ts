import type { ApiTable } from './apis';

/**
 * What the server tells a phone of its environment: of WeChat, and of the program as its owner has set it
 * up in WeChat's console.
 */
export interface PhoneConfig {
  readonly apis: ApiTable;
  /** As WeChat shows it on the splash and on its sheets. */
  readonly programName: string;
  /** A data URL or a path on this server; '' for none. */
  readonly programIcon: string;
  /** Whether each write to the storage is an error on the timeline. */
  readonly storage: 'kept' | 'reported';
  /** Warnings of the compiler stop the launch, and what WeChat tolerates is an error. */
  readonly strict: boolean;
  /** The interfaces in the console's privacy declaration; null: all. */
  readonly privacyScopes: readonly string[] | null;
  /** Hosts that <web-view> may open. */
  readonly businessDomains: readonly string[];
}
