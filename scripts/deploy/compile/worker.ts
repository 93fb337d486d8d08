import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { giveProcessToTool, officialTool, openProject, readToolError } from '../official-tool';
import type { WorkerAnswer } from './protocol';

/**
 * WeChat's own compiler, in a process of its own: it keeps state per process, leaves children
 * behind that hold its parent, and never gives up waiting. `compileProgram` starts this file, in a
 * temporary folder and as the leader of a process group, and ends the group.
 */
const job = z
  .object({
    /** Holds project.config.json; a copy, because npm is packed into it. */
    project: z.string(),
    appId: z.string(),
    /** Whose production dependencies are packed. */
    packageJson: z.string(),
    /** Where these are, in node_modules: `@vant`. */
    npmFolders: z.array(z.string()),
    /** Files of npm components, to put in place of those that are packed. */
    packageFiles: z.string().optional(),
    /** Where the compiled files go. */
    output: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? 'null'));

/**
 * Nothing listens there, so what the compiler asks of WeChat fails at once, on a machine with and
 * without a network.
 */
const NOWHERE = 'http://127.0.0.1:9';

process.once('disconnect', () => process.exit(1));
giveProcessToTool();

void compile()
  .catch((error: unknown): WorkerAnswer => ({ ok: false, message: describe(error) }))
  .then((answer) => process.send?.(answer, () => process.exit(0)));

async function compile(): Promise<WorkerAnswer> {
  const ci = officialTool();
  ci.proxy(NOWHERE);
  const npmPackages = job.npmFolders.length > 0 ? await packNpm(ci) : 0;
  if (job.packageFiles !== undefined)
    cpSync(job.packageFiles, join(job.project, 'miniprogram'), { recursive: true });
  const files = await ci.getCompiledResult({
    // Compiling signs nothing, but a project without a key is refused.
    // @ts-expect-error its class lacks an `| undefined` to be its own interface.
    project: openProject({ folder: job.project, appId: job.appId, privateKey: 'none' }),
    version: '0.0.0',
    setting: { useProjectConfig: true },
    onProgressUpdate: () => undefined,
    includedMap: true,
  });
  for (const [path, content] of Object.entries(files)) {
    const target = join(job.output, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return { ok: true, npmPackages };
}

/** How many packages for mini programs were found. */
async function packNpm(ci: ReturnType<typeof officialTool>): Promise<number> {
  const { miniProgramPackNum } = await ci.packNpmManually({
    packageJsonPath: job.packageJson,
    miniprogramNpmDistDir: join(job.project, 'miniprogram'),
    ignores: [
      'out/**',
      'miniprogram/**',
      'test/**',
      `node_modules/!(${job.npmFolders.join('|')})/**`,
    ],
  });
  return miniProgramPackNum;
}

/** The place is sometimes in the message, sometimes next to it. */
function describe(error: unknown): string {
  const { code, path, message } = readToolError(error);
  return [
    code === undefined ? 'error' : `error ${code}`,
    path === undefined || message.includes(path) ? '' : ` in ${path}`,
    `: ${message}`,
  ].join('');
}
