import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** The command as one file that Node runs, so that each start in a test is short. */
export async function bundleCommand(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'scripts/sandbox/bin.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    plugins: [
      {
        name: 'others stay outside',
        setup(builder) {
          // The workspaces are TypeScript, which Node does not read.
          builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@mini-login/')
              ? undefined
              : { path, external: true },
          );
        },
      },
    ],
  });
}
