import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  openPhone,
  type Phone,
  type PhoneBrowser,
  type Simulator,
  startSimulator,
} from '@mini-login/simulator';
import { createCompiler } from '@mini-login/simulator/compiler';
import { z } from 'zod';
import type { Numbers } from './numbers';
import { timed } from './numbers';

/** A page, its component, and data that it requires: 8 MB of sources in all. */
const PAGES = 80;
const PAGE_BYTES = 100_000;

/**
 * Where the time goes when a program of 8 MB is launched, and what the second launch after an edit
 * of one file takes and is sent.
 */
export async function largeProgramNumbers(browser: PhoneBrowser): Promise<Numbers> {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-large-'));
  let simulator: Simulator | undefined;
  let phone: Phone | undefined;
  try {
    const sources = program();
    for (const [path, text] of Object.entries(sources)) write(join(folder, path), text);
    const compiler = createCompiler(folder);
    const compile = await timed(() => compiler.compile());
    edit(folder, 'first');
    const compileAgain = await timed(() => compiler.compile());
    // Compiles once more, in its own way; from here on it has the program in memory.
    simulator = await startSimulator({ project: folder });
    phone = await openPhone({ simulator, browser, scale: 1 });
    const first = await launch(phone);
    await phone.kill();
    edit(folder, 'second');
    const second = await launch(phone);
    const bytes = Object.values(sources).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return {
      'qa.launch8MB.sources.bytes': bytes,
      'qa.launch8MB.compile.ms': compile.ms,
      'qa.launch8MB.compileEdit.ms': compileAgain.ms,
      ...named('qa.launch8MB.', first),
      ...named('qa.launch8MBAgain.', second),
    };
  } finally {
    await phone?.close();
    await simulator?.close();
    rmSync(folder, { recursive: true });
  }
}

function named(prefix: string, numbers: Numbers): Numbers {
  return Object.fromEntries(Object.entries(numbers).map(([key, value]) => [prefix + key, value]));
}

/** Absolute, ms; the phone's page and the program's document have each a beginning of their own. */
const moments = z.object({
  asked: z.number(),
  answered: z.number(),
  received: z.number(),
  bytes: z.number(),
  runtime: z.number(),
  painted: z.number(),
});

/** In the program's document, whose window is the phone's. */
const MOMENTS = `() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const at = (of, ms) => of.performance.timeOrigin + ms;
  const sent = parent.performance.getEntriesByType('resource')
    .filter(({ name }) => /\\/simulator\\/program(\\/changes.*)?$/.test(name)).at(-1);
  const runtime = performance.getEntriesByType('resource')
    .find(({ name }) => name.includes('/simulator/runtime.js'));
  const [paint] = performance.getEntriesByType('paint').filter(({ name }) => name === 'first-contentful-paint');
  done({
    asked: at(parent, sent.startTime),
    answered: at(parent, sent.responseStart),
    received: at(parent, sent.responseEnd),
    bytes: sent.encodedBodySize,
    runtime: at(window, runtime.responseEnd),
    painted: at(window, paint ? paint.startTime : performance.now()),
  });
})))`;

/**
 * `answer`: until the server begins to answer, a compile in it. `send`: until all is there. `open`:
 * until it was read, and the empty document has the runtime. `evaluate`: scripts, templates and the
 * first page, until it is painted.
 */
async function launch(phone: Phone): Promise<Numbers> {
  const { ms } = await timed(() => phone.launch());
  const at = moments.parse(await phone.evaluateInFrame(MOMENTS));
  return {
    'all.ms': ms,
    'answer.ms': at.answered - at.asked,
    'send.ms': at.received - at.answered,
    'open.ms': at.runtime - at.received,
    'evaluateAndPaint.ms': at.painted - at.runtime,
    'sent.bytes': at.bytes,
  };
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function edit(folder: string, word: string): void {
  write(join(folder, 'src/pages/p0/p0.wxml'), page(0, word));
}

function page(index: number, word = 'text'): string {
  const rows = Array.from(
    { length: 40 },
    (_, row) =>
      `<view class="row r${row}" bindtap="tap">{{ words }} ${word} ${index} ${row}</view>`,
  );
  return `<box words="{{ words }}" />\n${rows.join('\n')}\n`;
}

/** Of functions and texts, as a bundler leaves them; each page another. */
function data(index: number, bytes: number): string {
  const lines: string[] = [];
  for (let size = 0, line = 0; size < bytes; line += 1) {
    const text = `exports.f${line} = function (a, b) { return a.value${index} + b[${line}] + 'text ${index} ${line}'; };`;
    lines.push(text);
    size += text.length + 1;
  }
  return lines.join('\n');
}

function program(): Readonly<Record<string, string>> {
  const pages = Array.from({ length: PAGES }, (_, index) => `pages/p${index}/p${index}`);
  return {
    'project.config.json': '{ "appid": "wx0000000000000001", "miniprogramRoot": "src/" }',
    'src/app.json': JSON.stringify({ pages, usingComponents: { box: '/box/box' } }),
    'src/app.js': 'App({})',
    'src/box/box.json': '{ "component": true }',
    'src/box/box.wxml': '<view>{{ words }}</view>',
    'src/box/box.js': 'Component({ properties: { words: String } })',
    ...Object.fromEntries(
      pages.flatMap((path, index) => [
        [`src/${path}.wxml`, page(index)],
        [
          `src/${path}.js`,
          "const data = require('./data'); Page({ data: { words: typeof data.f0 }, tap() {} })",
        ],
        [`src/${path}.wxss`, `.row { padding: ${index}rpx; }\n`.repeat(20)],
        [`src/pages/p${index}/data.js`, data(index, PAGE_BYTES)],
      ]),
    ),
  };
}
