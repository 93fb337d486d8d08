import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { keepOnDisk, type Made } from '@mini-login/local-server/disk-cache';
import { patience } from '@mini-login/simulator';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { CompiledProgram } from '../../../scripts/simulator/contract/program';
import type { EnterOptions, TimelineEvent } from '../../../scripts/simulator/contract/timeline';
import { openChromium } from '../../../scripts/simulator/node/chromium/chromium';
import { compilerSources } from '../../../scripts/simulator/node/compile/compiler-sources';

export interface OpenProgram {
  readonly page: Page;
  readonly program: CompiledProgram;
  events(): Promise<TimelineEvent[]>;
  errors(): Promise<string[]>;
  /** A real touch on the first node that matches a CSS selector. */
  tap(selector: string): Promise<void>;
  /** A method of the page in front, with what crosses JSON. */
  callPage(method: string, ...args: unknown[]): Promise<unknown>;
  /** `setData` of the page in front. */
  setPage(data: object): Promise<void>;
}

export interface ProgramBench {
  /** The name of a fixture, or any program's folder. */
  open(fixture: string, options?: Partial<EnterOptions>): Promise<OpenProgram>;
  close(): Promise<void>;
}

async function bundleFrame(): Promise<Made<string>> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(import.meta.dirname, 'frame.ts')],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return {
    value: outputFiles[0]?.text ?? '',
    files: Object.keys(metafile.inputs).map((path) => resolve(path)),
  };
}

async function compileProgram(project: string): Promise<CompiledProgram> {
  const { value } = await keepOnDisk(
    `program ${project}`,
    async () => {
      // What was kept on disk needs none of it.
      const { createCompiler } = await import('../../../scripts/simulator/node/compile');
      const compiler = createCompiler(project);
      return { value: await compiler.compile(), files: compiler.files };
    },
    compilerSources,
  );
  return value;
}

/** One browser, one page and one server for a test file; each `open` is a fresh document. */
export async function programBench(): Promise<ProgramBench> {
  const { value: script } = await keepOnDisk('test frame', bundleFrame);
  const server = createServer((request, response) => {
    const isScript = request.url === '/frame.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : DOCUMENT);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await openChromium();
  const compiled = new Map<string, Promise<CompiledProgram>>();
  const compile = (fixture: string) => {
    const program =
      compiled.get(fixture) ?? compileProgram(resolve(import.meta.dirname, '../fixtures', fixture));
    compiled.set(fixture, program);
    return program;
  };
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    hasTouch: true,
    isMobile: true,
  });
  context.setDefaultTimeout(patience());
  const page = await context.newPage();
  return {
    async open(fixture, options) {
      const program = await compile(fixture);
      await page.goto(`http://127.0.0.1:${portOf(server)}/`);
      return openProgram(page, program, options);
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const DOCUMENT =
  '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><body><script src="/frame.js"></script>';

async function openProgram(
  page: Page,
  program: CompiledProgram,
  options: Partial<EnterOptions> = {},
): Promise<OpenProgram> {
  const enter: EnterOptions = {
    path: program.app.pages[0] ?? '',
    query: {},
    scene: 1069,
    apiCategory: 'default',
    ...options,
  };
  await page.evaluate(
    ([compiled, enterOptions]) => window.fakePhone.start(compiled, enterOptions),
    [program, enter] as const,
  );
  const events = () => page.evaluate(() => window.fakePhone.events);
  return {
    page,
    program,
    events,
    async errors() {
      return (await events()).flatMap((event) => (event.kind === 'error' ? [event.message] : []));
    },
    tap: (selector) => page.locator(selector).first().tap({ force: true }),
    callPage: (method, ...args) =>
      page.evaluate(
        ([name, values]) => {
          const { automation } = window.fakePhone.process;
          return automation.callPageMethod(automation.currentPage()?.pageId ?? 0, name, values);
        },
        [method, args] as const,
      ),
    setPage: (data) =>
      page.evaluate(
        (values) => {
          const { automation } = window.fakePhone.process;
          automation.setPageData(automation.currentPage()?.pageId ?? 0, values);
        },
        { ...data },
      ),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null)
    throw new Error('the server does not listen');
  return address.port;
}
