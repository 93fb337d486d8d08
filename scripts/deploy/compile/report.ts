import type { Compiled } from './compile-program';

/** For people: sizes, and what is wrong. */
export function reportCompiled(compiled: Compiled, { files = false } = {}): string {
  if (!compiled.ok) return `The program does not compile.\n${compiled.message}\n`;
  const { main, subpackages, total } = compiled.sizes;
  const lines = [
    ...(files
      ? [...compiled.files]
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([path, { byteLength }]) => row(path, byteLength))
      : []),
    row('main package', main),
    ...Object.entries(subpackages).map(([name, bytes]) => row(`subpackage ${name}`, bytes)),
    row('total', total),
    ...compiled.missing.map(
      ({ file, reference }) => `missing: ${file} needs '${reference}', which is not in the package`,
    ),
    ...compiled.newer.map(({ file, line, what }) => `too new: ${file}:${line} has ${what}`),
    ...compiled.unused.map((path) => `unused: ${path}`),
  ];
  return `${lines.join('\n')}\n`;
}

function row(name: string, bytes: number): string {
  return `${name.padEnd(60)} ${bytes.toLocaleString('en').padStart(10)} B`;
}
