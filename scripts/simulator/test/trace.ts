import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportPage, unescapeHtml } from '../report/page.mjs';
import {
  checkArgument,
  checkOptions,
  FUNCTION,
  type Kind,
  NAME,
  oneOf,
  optional,
} from './arguments';
import type { Program } from './program';
import type { StepCamera } from './steps';
import { PASSED, tracePage } from './trace-page';

export interface TraceOptions {
  readonly title: string;
  /** Where `<title>.html` and `index.html` go. Default `out/traces`. */
  readonly folder?: string;
  /**
   * Pictures: before and after each step (`always`), or of a step that fails alone (default, and as
   * good as free).
   */
  readonly pictures?: 'always' | 'failed';
  /** `failed` (default): nothing is written of a story that passes. */
  readonly keep?: 'all' | 'failed';
  /** More to say of where it ran: a commit, the `seed` of what was random. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The command that runs it again. Default: `npx jest <file> -t "<title>"`. */
  readonly again?: string;
}

const ENVIRONMENT: Kind = {
  words: 'an object of strings',
  fits: (value) => Object.values(Object(value)).every((each) => typeof each === 'string'),
};
const OPTIONS = {
  title: NAME,
  folder: optional(NAME),
  pictures: optional(oneOf('always', 'failed')),
  keep: optional(oneOf('all', 'failed')),
  environment: optional(ENVIRONMENT),
  again: optional(NAME),
};

/**
 * Runs a story, and leaves what it did as one HTML file when it fails: its steps with their line,
 * time, wait and pictures, the error whole, what it ran on, and the command that runs it again.
 * `index.html` lists the traces of the folder. Gives what the story gives, and throws what it throws.
 *
 *     test('a pear is bought', () => traced(program, { title: 'a pear is bought' }, async () => {
 *       await program.locator('.buy').tap();
 *     }));
 */
export async function traced<T>(
  program: Program,
  options: TraceOptions,
  story: (program: Program) => Promise<T>,
): Promise<T> {
  checkOptions('traced', options, OPTIONS);
  checkArgument('traced: the story', story, FUNCTION);
  const { title, folder = 'out/traces', pictures = 'failed', keep = 'failed', ...more } = options;
  const { log } = program.context;
  log.record(cameraOf(program), pictures);
  const from = log.steps.length;
  try {
    const value = await story(program);
    if (keep === 'failed') return value;
    await write(null);
    return value;
  } catch (error) {
    // Also when nothing is left to trace, the story's own error is what is told.
    await write(error).catch(() => undefined);
    throw error;
  } finally {
    log.record(async () => null, 'failed');
  }

  async function write(error: unknown): Promise<void> {
    const steps = log.steps.slice(from);
    const phone = await program.mini.systemInfo().catch(() => ({}));
    const file = steps.find(({ source }) => source !== null)?.source?.replace(/:\d+$/, '');
    const again = more.again ?? (file && `npx jest ${file} -t ${JSON.stringify(title)}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `${fileName(title)}.html`),
      tracePage({
        title,
        error: error === null ? null : textOf(error),
        environment: {
          ...phoneFacts(phone),
          page: await program.path().catch(() => ''),
          ran: new Date().toISOString(),
          ...more.environment,
          ...(again === undefined ? {} : { again }),
        },
        steps,
        width: Number(Reflect.get(Object(phone), 'windowWidth')) || 375,
      }),
    );
    writeIndex(folder);
  }
}

function cameraOf({ mini }: Program): StepCamera {
  return async () => {
    const base64: unknown = await mini.screenshot();
    return typeof base64 === 'string' ? { type: 'png', base64 } : null;
  };
}

const FACTS = ['platform', 'model', 'system', 'version', 'SDKVersion', 'language', 'theme'];

function phoneFacts(phone: object): Record<string, string> {
  const facts = FACTS.map((name) => [name, String(Reflect.get(phone, name) ?? '')] as const);
  return Object.fromEntries(facts.filter(([, value]) => value !== ''));
}

/** With the errors that caused it. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\n\ncaused by: ${textOf(error.cause)}`;
}

/** What every file system takes, and a person can still read. */
function fileName(title: string): string {
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return name.slice(0, 80) || 'trace';
}

/** Of all traces in the folder; the reporter for Jest writes it again, with every test of the run. */
function writeIndex(folder: string): void {
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.html') && name !== 'index.html',
  );
  const tests = files.map((trace) => {
    const text = readFileSync(join(folder, trace), 'utf8');
    const title = unescapeHtml(/<title>([^<]*)<\/title>/.exec(text)?.[1] ?? trace);
    return { trace, title, status: text.includes(PASSED) ? 'passed' : 'failed' } as const;
  });
  writeFileSync(join(folder, 'index.html'), reportPage({ tests }));
}
