import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Inside the repository a package runs from TypeScript; whoever installs it gets `dist`. npm does
 * not apply `publishConfig`, as others do: `published` puts it in place before `npm pack`
 * reads package.json, `source` takes it back and removes `dist`. In the
 * folder of the package.
 */
const manifest = 'package.json';
const kept = '.package.json.source';

if (process.argv[2] === 'published') {
  const source = readFileSync(manifest, 'utf8');
  const { publishConfig, scripts: _scripts, devDependencies: _tools, ...rest } = JSON.parse(source);
  if (!existsSync(kept)) writeFileSync(kept, source);
  // `main` and `types` are for what does not read `exports`: older Metro, `moduleResolution: node`.
  const published = { ...rest, ...publishConfig };
  writeFileSync(manifest, `${JSON.stringify(published, null, 2)}\n`);
} else {
  if (existsSync(kept)) renameSync(kept, manifest);
  // It is in the archive; here it would only be found by what looks for sources.
  rmSync('dist', { recursive: true, force: true });
}
