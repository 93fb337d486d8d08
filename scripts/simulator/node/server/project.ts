import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programRoot } from '../compile/program-root';

/** What the server needs of project.config.json. What is wrong with the file, the compiler says. */
export interface ServedProject {
  readonly name: string;
  /** Absolute. */
  readonly programFolder: string;
}

export function readProject(folder: string): ServedProject {
  // docs/wechat.md#settings-of-one-machine-win-over-the-projects
  const config = {
    ...readConfig(folder, 'project.config.json'),
    ...readConfig(folder, 'project.private.config.json'),
  };
  const text = (key: string) => {
    const value = config[key];
    return typeof value === 'string' ? value : '';
  };
  return {
    name: decodeURIComponent(text('projectname')),
    programFolder: join(folder, programRoot(config.miniprogramRoot) ?? '.'),
  };
}

function readConfig(folder: string, name: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch {
    return {};
  }
}
