import type { TestStyle } from './test-text';

/** What the server tells its page. */
export interface RecorderSettings {
  /** Of the phone's page, with its query. */
  readonly phone: string;
  readonly project: string;
  readonly style: TestStyle;
  /** As a person names it. */
  readonly file: string;
  /** Where this page's server is asked; nobody else knows it. */
  readonly base: string;
}

export function readRecorderSettings(page: Document): RecorderSettings {
  const text = page.getElementById('settings')?.textContent ?? '';
  // Written by this package's own server.
  return JSON.parse(text) as RecorderSettings;
}
