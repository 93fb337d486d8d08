import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the server needs of project.config.json. What is wrong with the file, the compiler says. */
export interface Project {
  readonly name: string;
  /** Absolute. */
  readonly programFolder: string;
}

export function readProject(folder: string): Project {
  const config = readConfig(join(folder, 'project.config.json'));
  const text = (key: string) => {
    const value: unknown = Object(config)[key];
    return typeof value === 'string' ? value : '';
  };
  return { name: decodeURIComponent(text('projectname')), programFolder: join(folder, text('miniprogramRoot')) };
}

function readConfig(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
