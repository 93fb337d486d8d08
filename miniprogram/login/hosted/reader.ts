import { readEntryOf } from './entry';
import { readPublicConfig } from './public';

/**
 * What reads the answers of a directory: loaded by itself, while the first answer is awaited
 * (`wechat/hosted/directory.ts`). Nobody is served before it is there.
 */
export interface DirectoryReader {
  readonly readEntryOf: typeof readEntryOf;
  readonly readPublicConfig: typeof readPublicConfig;
}

export const directoryReader: DirectoryReader = { readEntryOf, readPublicConfig };
