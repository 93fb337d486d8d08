import { createHash } from 'node:crypto';
import type { CompiledProgram } from '../../contract/program';

/** Where a module's source map is served, for a browser's own tools: `<path>.js.map` follows. */
export const MAPS = '/simulator/maps/';

/** A program as it crosses HTTP. */
export interface ProgramText {
  /** What `text` says. */
  readonly program: CompiledProgram;
  /** JSON. */
  readonly text: string;
  /** Another one whenever `text` is another: an ETag. */
  readonly version: string;
  /** Source maps, JSON, by the path of the module. */
  readonly maps: ReadonlyMap<string, string>;
}

/** As `compile/script.ts` ends a module. */
const mapInline = /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;

/**
 * Two thirds of a compiled program are its source maps, which nobody reads who opens no tools: each
 * module names the address of its own instead, which the tools ask for.
 *
 * @param origin Of the server. A module's own address, `program:///`, is none to ask.
 */
export function programText(program: CompiledProgram, origin: string): ProgramText {
  const maps = new Map<string, string>();
  const modules = Object.entries(program.modules).map(([path, code]) => {
    const found = mapInline.exec(code);
    if (!found) return [path, code];
    maps.set(path, Buffer.from(found[1] ?? '', 'base64').toString());
    const link = `//# sourceMappingURL=${origin}${MAPS}${encodeURI(path)}.js.map`;
    return [path, `${code.slice(0, found.index)}${link}\n`];
  });
  const sent = { ...program, modules: Object.fromEntries(modules) };
  const text = JSON.stringify(sent);
  const version = `"${createHash('sha256').update(text).digest('base64url')}"`;
  return { program: sent, text, version, maps };
}
