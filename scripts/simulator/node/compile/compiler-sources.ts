import { join } from 'node:path';

/** The folders of the compiler's own code, for whoever keeps what it made. */
export const compilerSources: readonly string[] = [
  import.meta.dirname,
  join(import.meta.dirname, '../../contract'),
];
