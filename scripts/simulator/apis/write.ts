import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiPage } from './page';

writeFileSync(join(import.meta.dirname, '../APIS.md'), apiPage());
