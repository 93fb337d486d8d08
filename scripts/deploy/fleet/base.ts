import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeProject } from '../../brand/compose';
import { type Compiled, type CompileOptions, compileProgram } from '../compile/compile-program';

/** As an upload needs it. */
export type CompileBrand = (root: string, name: string) => Promise<Compiled>;

/** The program, compiled with this brand, whichever one is applied here. Throws `BrandError`. */
export async function compileBrand(
  root: string,
  name: string,
  options: Pick<CompileOptions, 'bundleOnly'> = {},
): Promise<Compiled> {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-brand-'));
  try {
    const project = composeProject(root, name, join(folder, 'project')).folder;
    return await compileProgram({ project, root, ...options });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
