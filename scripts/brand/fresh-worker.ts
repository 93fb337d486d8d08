import { putBrand } from './compose';
import { readBrand } from './pack/pack';

/** Run by fresh.ts, with sources that are read again. */
const [root = '', name = '', folder = ''] = process.argv.slice(2);
putBrand(root, readBrand(root, name), folder);
