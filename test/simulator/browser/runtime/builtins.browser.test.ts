import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BOXES } from '../../../../scripts/simulator/contract/boxes';
import { BUILTINS, toAttributeName } from '../../../../scripts/simulator/contract/builtins';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';
import { project } from '../../node/compile/project';

let bench: ProgramBench;
let program: OpenProgram;

/** Values that every attribute of that name takes; the rest get an empty binding. */
const VALUES: Readonly<Record<string, string>> = {
  mode: 'aspectFit',
  src: 'data:,',
  decode: '{{ false }}',
};

beforeAll(async () => {
  bench = await programBench();
  const tags = Object.entries(BUILTINS).map(([tag, properties]) => {
    const written = Object.keys(properties)
      .map(toAttributeName)
      .map((name) => ` ${name}="${VALUES[name] ?? '{{ none }}'}"`);
    return `<${tag} id="${tag}"${written.join('')} aria-label="x" />`;
  });
  // <page-meta> must be a page's first node.
  tags.sort((a, b) => Number(b.startsWith('<page-meta')) - Number(a.startsWith('<page-meta')));
  const one = project({ 'src/pages/a/a.wxml': tags.join('\n') });
  program = await bench.open(one.dir);
  one.dispose();
});
afterAll(() => bench.close());

test('every component that the compiler lets through is one of the runtime’s', async () => {
  // Of some there is only the place, and the compiler says of which.
  expect(
    program.program.errors.filter(
      ({ message }) => !Object.keys(BOXES).some((tag) => message.startsWith(`<${tag}>`)),
    ),
  ).toEqual([]);
  const made = await program.page.evaluate(async (tags) => {
    const { automation } = window.fakePhone.process;
    const id = automation.currentPage()?.pageId ?? 0;
    const isComponent = async (tag: string) => {
      const found = automation.element(id, `#${tag}`);
      const answer = await automation.elementCall(id, found?.elementId ?? '', {
        name: 'properties',
        names: ['__propPublic'],
      });
      // A tag that nobody registered is a bare node, which has no properties.
      return Array.isArray(answer) && answer[0] !== null;
    };
    const known = await Promise.all(tags.map(isComponent));
    return tags.filter((_, index) => known[index]);
  }, Object.keys(BUILTINS));
  expect(made).toEqual(Object.keys(BUILTINS));
});
