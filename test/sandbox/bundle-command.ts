import { compileSources } from '../../scripts/cli/load.mjs';

/** The command as JavaScript that Node runs, as `npm run sandbox` has it: each start is short. */
export function bundleCommand(): Promise<string> {
  return compileSources('sandbox-bin', "import '../sandbox/bin';");
}
