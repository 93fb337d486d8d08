/**
 * What reads a directory's answers, in a subpackage: a hosted program shows its first screen without
 * it, and a packaged one leaves it out.
 */
export { directoryReader } from '../../login/hosted/reader';
