import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flowPage } from '../prove/flow/page';

/** `npm run flow` writes docs/flow.md anew, after a change of the login's table. */
await writeFile(join(import.meta.dirname, '../../docs/flow.md'), flowPage());
