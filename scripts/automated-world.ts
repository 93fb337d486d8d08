import { ensureBrand } from './brand/ensure';
import { root } from './setup/say.mjs';
import type { OpenWorld } from './simulator';

/**
 * What this project brings to scripts/simulator/cli (package.json names it there): its doubles, and
 * the demo app behind the program.
 */
export const openWorld: OpenWorld = async () => {
  const problems = await ensureBrand(root);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  // The world reads the applied brand when it is loaded.
  const { startWorld } = await import('./world');
  const { simulator, sandbox, close } = await startWorld();
  const { app, connection } = sandbox.genauth.tenant;
  return { simulator, app: { appId: connection.mobileAppID, name: app.name }, close };
};
