import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { build, type Plugin } from 'esbuild';
import * as fc from 'fast-check';
import { flowProperty } from '../../scripts/prove/property';
import { reportOf } from '../../scripts/prove/report';
import { login, type Subject } from '../../scripts/prove/subject';
import { withoutBrand } from '../../scripts/prove/templates';
import { contractMutations } from './mutations/contract';
import { flowMutations } from './mutations/flow';
import type { Edit, Mutation } from './mutations/mutation';
import { phoneMutations } from './mutations/phones';

const mutations = [...flowMutations, ...contractMutations, ...phoneMutations];

const root = join(import.meta.dirname, '../..');

/** A copy of the login with the mistake in it. */
async function mutate(mutation: Mutation): Promise<Subject> {
  const edited = new Map<string, string>();
  for (const one of [mutation, ...(mutation.also ? [mutation.also] : [])]) edit(one, edited);
  const mistake: Plugin = {
    name: 'mistake',
    setup(builder) {
      builder.onLoad({ filter: /\.ts$/ }, (args) => {
        const contents = edited.get(args.path);
        return contents === undefined ? undefined : { contents, loader: 'ts' };
      });
    },
  };
  const entry = join(root, 'scripts/prove/subject.ts');
  const bundled = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    plugins: [mistake],
    logLevel: 'silent',
  });
  const module: { exports: { login?: Subject } } = { exports: {} };
  new Function('module', 'exports', bundled.outputFiles[0]?.text ?? '')(module, module.exports);
  if (!module.exports.login) throw new Error('the copy exports no login');
  return module.exports.login;
}

function edit({ file, from, to }: Edit, edited: Map<string, string>): void {
  const path = join(root, 'miniprogram/login', file);
  const source = edited.get(path) ?? readFileSync(path, 'utf8');
  if (source.split(from).length !== 2)
    throw new Error(`${file} does not have exactly one: ${from}`);
  edited.set(
    path,
    source.replace(from, () => to),
  );
}

interface Sequences {
  readonly seed: number;
  /** Where they begin among all of the seed. */
  readonly path: string;
  readonly numRuns: number;
}

/** What the copies were driven through, the longest from each beginning. */
const played = new Map<string, Sequences>();

/** Plays on until a sequence finds the mistake. */
function findMistake(copy: Subject, { seed, after, invariant }: Mutation): string | null {
  const path = after === undefined ? '' : String(after);
  const few = seed === undefined ? [] : [{ seed, path, numRuns: 40 }];
  for (const sequences of [...few, { seed: 20_250_101, path: '', numRuns: 20_000 }]) {
    const details = fc.check(flowProperty(copy, null, undefined, invariant), {
      ...sequences,
      endOnFailure: true,
    });
    const beginning = `${sequences.seed} ${sequences.path}`;
    const numRuns = Math.max(played.get(beginning)?.numRuns ?? 0, details.numRuns);
    played.set(beginning, { ...sequences, numRuns });
    const { violation } = reportOf(details);
    if (violation !== null) return violation;
  }
  return null;
}

test.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
  'is caught: %s',
  async (_, mutation) => {
    const violation = findMistake(await mutate(mutation), mutation);
    expect(violation).toMatch(new RegExp(`^invariant ${mutation.invariant}: `));
  },
);

test('is caught: a template that was committed without a company serves the app it names', () => {
  const served: Subject = {
    ...login,
    step(state, event, { directory, ...context }) {
      const isRefused = context.brand === withoutBrand;
      return login.step(state, event, {
        ...context,
        ...(directory && !isRefused && { directory }),
      });
    },
  };
  const { violation } = reportOf(
    fc.check(flowProperty(served, null), { seed: 1, numRuns: 2_000, endOnFailure: true }),
  );
  expect(violation).toMatch(/^invariant 8: /);
});

test('the login itself passes the same sequences', () => {
  expect(played.size).toBeGreaterThan(0);
  for (const sequences of played.values())
    expect(
      reportOf(fc.check(flowProperty(login, null), { ...sequences, endOnFailure: true })).violation,
    ).toBeNull();
});

test('each invariant has a mistake that breaks it', () => {
  expect([...new Set(mutations.map(({ invariant }) => invariant))].sort()).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
});
