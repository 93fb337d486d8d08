import { filesInProject } from './compose';
import { readBrand } from './pack/pack';
import { differences, writeAll } from './write';

/** Run by fresh.ts, with sources that are read again. */
const [root = '', name = '', folder = ''] = process.argv.slice(2);
const files = filesInProject(readBrand(root, name));
writeAll(folder, differences(folder, files));
