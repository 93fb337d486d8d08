import { brands } from './brands';
import { hosted } from './hosted';

/** What the proof runs with: packaged brands, and one program for many companies. */
export const everyBrand = [...brands, hosted];
