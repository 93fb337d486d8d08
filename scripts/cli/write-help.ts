import { readLanguage } from '@mini-login/platform/language';
import { allHelp } from './fix';

// Run by `npm run fix` in a process of its own: what a command says of itself is said when it is
// loaded, in one language.
process.stdout.write(await allHelp(readLanguage(process.argv[2] ?? '') ?? 'en'));
