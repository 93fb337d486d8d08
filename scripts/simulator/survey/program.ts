import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The pages that a mini program's app.json lists, those of its subpackages too. */
export function pagesOf(folder: string): readonly string[] {
  const app = readObject(join(programFolder(folder), 'app.json'));
  const packages = app.subPackages ?? app.subpackages;
  return [
    ...strings(app.pages),
    ...(Array.isArray(packages) ? packages : []).flatMap((each) => {
      const { root, pages } = Object(each);
      return strings(pages).map((page) => `${String(root).replace(/^\/|\/$/g, '')}/${page}`);
    }),
  ];
}

function programFolder(folder: string): string {
  const config = join(folder, 'project.config.json');
  const { miniprogramRoot } = existsSync(config) ? readObject(config) : {};
  return join(folder, typeof miniprogramRoot === 'string' ? miniprogramRoot : '.');
}

function readObject(file: string): Readonly<Record<string, unknown>> {
  return Object(JSON.parse(readFileSync(file, 'utf8')));
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
