import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from './markdown';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('the repository is tested on the systems and versions of Node that it promises', () => {
  const workflow = z
    .object({
      jobs: z.object({
        test: z.object({
          strategy: z.object({
            matrix: z.object({ os: z.array(z.string()), node: z.array(z.string()) }),
          }),
        }),
      }),
    })
    .parse(parse(read('.github/workflows/test.yml')));
  const { os, node } = workflow.jobs.test.strategy.matrix;
  expect(os).toEqual(['ubuntu-latest', 'macos-latest', 'windows-latest']);
  const { engines } = JSON.parse(read('package.json'));
  expect(node).toEqual(['20.19', '22', '24', '26']);
  expect(engines.node).toBe(`>=${node[0]}`);
});

/** https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms */
const form = z.strictObject({
  name: z.string(),
  description: z.string(),
  labels: z.array(z.string()),
  body: z.array(
    z.looseObject({ type: z.enum(['markdown', 'textarea', 'input', 'dropdown', 'checkboxes']) }),
  ),
});

test("each issue form is in the platform's form", () => {
  const folder = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(join(ROOT, folder)).filter((name) => name !== 'config.yml');
  expect(forms.length).toBeGreaterThan(0);
  for (const name of forms) form.parse(parse(read(join(folder, name))));
});

test('an editor finds the schema of brand.json where the commands write it', () => {
  const { 'json.schemas': schemas } = JSON.parse(read('.vscode/settings.json'));
  expect(schemas).toEqual([
    { fileMatch: ['brands/*/brand.json'], url: './brands/brand.schema.json' },
  ]);
  expect(read('scripts/brand/apply.ts')).toContain("'brands/brand.schema.json'");
});

test('npm version finds each package of this repository here, whatever its version', () => {
  const manifest = z.object({
    workspaces: z.array(z.string()).default([]),
    dependencies: z.record(z.string(), z.string()).default({}),
    devDependencies: z.record(z.string(), z.string()).default({}),
  });
  const all = manifest.parse(JSON.parse(read('package.json')));
  const manifests = [
    all,
    ...all.workspaces.map((folder) =>
      manifest.parse(JSON.parse(read(join(folder, 'package.json')))),
    ),
  ];
  const own = manifests
    .flatMap((one) => Object.entries({ ...one.dependencies, ...one.devDependencies }))
    .filter(([name]) => name.startsWith('@mini-login/'));
  expect(own.length).toBeGreaterThan(5);
  // An exact one would be looked for elsewhere once the version is raised.
  expect(own.filter(([, range]) => range !== '*')).toEqual([]);
});

test('a release is published by the workflow that its document names, with no token', () => {
  const { jobs } = z
    .object({
      jobs: z.object({ publish: z.object({ permissions: z.record(z.string(), z.string()) }) }),
    })
    .parse(parse(read('.github/workflows/publish.yml')));
  expect(jobs.publish.permissions['id-token']).toBe('write');
  expect(read('docs/releasing.md')).toContain('](../.github/workflows/publish.yml)');
  expect(read('.github/workflows/publish.yml')).not.toContain('secrets.');
});

test('every package has the same version, and the changelog does not know a newer one', () => {
  const version = z.object({ version: z.string(), workspaces: z.array(z.string()).default([]) });
  const root = version.parse(JSON.parse(read('package.json')));
  const others = root.workspaces.map(
    (folder) => version.parse(JSON.parse(read(join(folder, 'package.json')))).version,
  );
  expect([...new Set([root.version, ...others])]).toEqual([root.version]);
  const headings = [...read('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
  expect(headings[0]).toBe('Unreleased');
  expect(headings[1]?.split(' ')[0]).toBe(root.version);
  for (const title of headings.slice(1))
    expect(title).toMatch(/^\d+\.\d+\.\d+ - \d{4}-\d{2}-\d{2}$/);
});
