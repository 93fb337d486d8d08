import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { installDependencies, missingDependency } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { root, SetUpError, say } from './say.mjs';

/**
 * Installs what is missing. Cheap when nothing is: two files are read.
 *
 * @param {{ browser: boolean }} wanted
 * @returns {number} The exit code.
 */
export function setUp(wanted) {
  try {
    ensureDependencies();
    if (wanted.browser) ensureBrowser();
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
