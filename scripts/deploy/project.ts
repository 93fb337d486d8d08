import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Tree } from './compile/references';

export interface ShippedProgram {
  readonly files: Tree;
  readonly maps: Tree;
}

/** Where the program lies in the project, as `miniprogramRoot` names it. */
const programRoot = 'program/';

/**
 * Compiled files as a project: what the official tool uploads as they are, and what the simulator
 * opens to test what ships. Whatever the compiler would do is off, because it is done; source maps
 * lie next to their scripts, where it looks for them.
 *
 * @param folder Empty, and not below a node_modules: the program brings its own packages.
 */
export function writeProject(folder: string, { files, maps }: ShippedProgram, appId: string): void {
  // The compiler's note to itself, which it writes again.
  const program = [...files].filter(([path]) => path !== 'project.config.json');
  for (const [path, content] of [...program, ...maps]) {
    const target = join(folder, programRoot, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  const config = {
    compileType: 'miniprogram',
    miniprogramRoot: programRoot,
    setting: {
      ...{
        es6: false,
        enhance: false,
        postcss: false,
        minified: false,
        minifyWXSS: false,
        minifyWXML: false,
      },
      ...{
        ignoreUploadUnusedFiles: false,
        uploadWithSourceMap: true,
        useCompilerPlugins: [],
        urlCheck: true,
      },
    },
  };
  writeFileSync(join(folder, 'project.config.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'project.private.config.json'), JSON.stringify({ appid: appId }));
}
