import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { linkFolder } from '@mini-login/platform/files';

export interface Project {
  readonly dir: string;
  write(files: Readonly<Record<string, string>>): void;
  remove(path: string): void;
  dispose(): void;
}

/**
 * A mini program in a folder of its own; one page, `pages/a/a`, unless `files` say otherwise. Paths
 * are from the project's folder.
 */
export function project(files: Readonly<Record<string, string>> = {}): Project {
  const dir = mkdtempSync(join(tmpdir(), 'program-'));
  linkFolder(join(import.meta.dirname, '../../../../node_modules'), join(dir, 'node_modules'));
  const own: Project = {
    dir,
    write(more) {
      for (const [path, text] of Object.entries(more)) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), text);
      }
    },
    remove: (path) => rmSync(join(dir, path)),
    dispose: () => rmSync(dir, { recursive: true }),
  };
  own.write({
    'project.config.json': '{ "appid": "wx1", "miniprogramRoot": "src/" }',
    'src/app.json': '{ "pages": ["pages/a/a"] }',
    'src/pages/a/a.json': '{}',
    'src/pages/a/a.wxml': '<view />',
    'src/pages/a/a.ts': 'Page({});',
    ...files,
  });
  return own;
}
