import { type Compiled, compileProgram } from '../deploy/compile/compile-program';
import { root } from '../setup/say.mjs';
import type { Numbers } from './numbers';
import { startUpNumbers } from './start-up';

/**
 * What a person downloads, and what runs of it before they see anything. By WeChat's own compiler.
 */
export async function packageNumbers(rounds: number): Promise<Numbers> {
  const compiled: Compiled = await compileProgram({ project: root, root });
  if (!compiled.ok) throw new Error(`the program does not compile: ${compiled.message}`);
  const { main, subpackages, total } = compiled.sizes;
  return {
    'package.main.bytes': main,
    'package.subpackages.bytes': Object.values(subpackages).reduce((sum, bytes) => sum + bytes, 0),
    'package.total.bytes': total,
    'package.files.count': compiled.files.size,
    ...startUpNumbers(compiled.files, rounds),
  };
}
