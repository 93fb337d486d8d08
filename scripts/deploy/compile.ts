import { Command } from 'commander';
import { root } from '../setup/say.mjs';
import { type Compiled, compileProgram } from './compile/compile-program';

const command = new Command('npm run compile --')
  .description("Compile the program with WeChat's own compiler, offline, and say how big each package is.")
  .option('--json', 'one JSON document on stdout, and nothing else')
  .option('--files', 'list each compiled file with its size')
  .parse();
const options = command.opts<{ json?: boolean; files?: boolean }>();

const compiled = await compileProgram({ project: root, root });
process.stdout.write(options.json === true ? json(compiled) : report(compiled, options.files === true));
process.exitCode = compiled.ok && compiled.missing.length === 0 ? 0 : 1;

function json(result: Compiled): string {
  const document = result.ok ? { ...result, files: Object.fromEntries(result.files) } : result;
  return `${JSON.stringify(document, null, 2)}\n`;
}

function report(result: Compiled, listFiles: boolean): string {
  if (!result.ok) return `The program does not compile.\n${result.message}\n`;
  const { main, subpackages, total } = result.sizes;
  const lines = [
    ...(listFiles ? [...result.files].sort(([a], [b]) => a.localeCompare(b)).map(([path, bytes]) => row(path, bytes)) : []),
    row('main package', main),
    ...Object.entries(subpackages).map(([name, bytes]) => row(`subpackage ${name}`, bytes)),
    row('total', total),
    ...result.missing.map(({ file, reference }) => `missing: ${file} needs '${reference}', which is not in the package`),
    ...result.unused.map((path) => `unused: ${path}`),
  ];
  return `${lines.join('\n')}\n`;
}

function row(name: string, bytes: number): string {
  return `${name.padEnd(60)} ${bytes.toLocaleString('en').padStart(10)} B`;
}
