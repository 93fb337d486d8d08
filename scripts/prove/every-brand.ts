import { brands } from './brands';
import { hosted } from './hosted';
import { fromExt, withoutBrand } from './templates';

/** What the proof runs with: packaged brands, brands of a template, and one program for many. */
export const everyBrand = [...brands, ...fromExt, withoutBrand, hosted];
