import { afterAll, beforeAll } from '@jest/globals';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';
import { project } from '../../node/compile/project';

interface SmallProgram extends OpenProgram {
  data(): Promise<Record<string, unknown>>;
  call(method: string): Promise<unknown>;
}

/** Programs of one page, in one browser page for a test file. */
export function useSmallPrograms() {
  let bench: ProgramBench;
  beforeAll(async () => {
    bench = await programBench();
  });
  afterAll(() => bench.close());

  /** A page of this script and template; `files` adds to it. */
  async function open(
    script: string,
    template = '<view />',
    files: Readonly<Record<string, string>> = {},
  ): Promise<SmallProgram> {
    const one = project({ 'src/pages/a/a.ts': script, 'src/pages/a/a.wxml': template, ...files });
    const program = await bench.open(one.dir);
    one.dispose();
    const automation = <T>(run: string) =>
      program.page.evaluate(`(() => {
    const { automation } = window.fakePhone.process;
    const id = automation.currentPage().pageId;
    return ${run};
  })()`) as Promise<T>;
    return {
      ...program,
      data: () => automation('automation.pageData(id)'),
      call: (method) => automation(`automation.callPageMethod(id, ${JSON.stringify(method)}, [])`),
    };
  }
  return open;
}
