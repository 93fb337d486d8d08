import { join } from 'node:path';
import { installDependencies, missingDependency } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { root, SetUpError, say } from './say.mjs';

/**
 * Installs what is missing. Cheap when nothing is: two files are read.
 *
 * @param {{ browser: boolean }} wanted
 * @returns {Promise<number>} The exit code.
 */
export async function setUp(wanted) {
  try {
    ensureDependencies();
    if (wanted.browser) {
      // Only now: it needs an installed package.
      const { ensureBrowser } = await import('./browser.mjs');
      ensureBrowser();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    say(error.message);
    return 1;
  }
}

function ensureDependencies() {
  if (missingDependency(root) === null) return;
  withLock(join(root, 'out', 'set-up.lock'), () => {
    // Asked again: whoever held the lock before us has probably installed everything.
    const missing = missingDependency(root);
    if (missing !== null) installDependencies(root, missing);
  });
}
