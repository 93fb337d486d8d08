import { compile as messages } from '../../messages/compile';
import { say } from '../../messages/say';
import type { Compiled } from './compile-program';

/** For people: sizes, and what is wrong. */
export function reportCompiled(compiled: Compiled, { files = false } = {}): string {
  if (!compiled.ok) return `${say(messages.fails(compiled.message))}\n`;
  const { main, subpackages, total } = compiled.sizes;
  const lines = [
    ...(files
      ? [...compiled.files]
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([path, { byteLength }]) => row(path, byteLength))
      : []),
    row(say(messages.main()), main),
    ...Object.entries(subpackages).map(([name, bytes]) =>
      row(say(messages.subpackage(name)), bytes),
    ),
    row(say(messages.total()), total),
    ...compiled.missing.map(({ file, reference }) => say(messages.missing(file, reference))),
    ...compiled.newer.map(({ file, line, what }) => say(messages.tooNew(`${file}:${line}`, what))),
    ...compiled.unused.map((path) => say(messages.unused(path))),
  ];
  return `${lines.join('\n')}\n`;
}

function row(name: string, bytes: number): string {
  return `${name.padEnd(60)} ${bytes.toLocaleString('en').padStart(10)} B`;
}
