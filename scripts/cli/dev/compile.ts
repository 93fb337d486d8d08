import { Command } from 'commander';
import { programFolder } from '../../brand/program';
import { type Compiled, compileProgram, isSound } from '../../deploy/compile/compile-program';
import type { Tree } from '../../deploy/compile/references';
import { reportCompiled } from '../../deploy/compile/report';
import { root } from '../../setup/say.mjs';
import { step } from '../progress';

export const command = new Command('compile')
  .description(
    "Compile the program with WeChat's own compiler, offline, and say how big each package is.",
  )
  .option('--json', 'one JSON document on stdout, and nothing else')
  .option('--files', 'list each compiled file with its size')
  .action(async (options: { readonly json?: boolean; readonly files?: boolean }) => {
    const compiled = await step("Compile with WeChat's compiler", () =>
      compileProgram({ project: programFolder(root), root }),
    );
    process.stdout.write(
      options.json === true
        ? json(compiled)
        : reportCompiled(compiled, { files: options.files === true }),
    );
    process.exitCode = isSound(compiled) ? 0 : 1;
  });

function json(result: Compiled): string {
  if (!result.ok) return `${JSON.stringify(result, null, 2)}\n`;
  const { maps: _, files, ...rest } = result;
  return `${JSON.stringify({ ...rest, files: sizesOf(files) }, null, 2)}\n`;
}

function sizesOf(files: Tree): Record<string, number> {
  return Object.fromEntries([...files].map(([path, { byteLength }]) => [path, byteLength]));
}
