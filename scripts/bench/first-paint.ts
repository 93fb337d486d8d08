import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openBrowser,
  openPhone,
  type PhoneBrowser,
  type Simulator,
  startSimulator,
} from '@mini-login/simulator';
import { type Compiled, compileProgram } from '../deploy/compile/compile-program';
import { writeProject } from '../deploy/project';
import type { Environment } from '../environment';
import { root } from '../setup/say.mjs';
import { writeHandWritten } from './hand-written';
import { median, type Numbers } from './numbers';

type Shipped = Extract<Compiled, { ok: true }>;

/** What the official compiler makes of this project. */
async function compileOwn(): Promise<Shipped> {
  const compiled = await compileProgram({ project: root, root });
  if (!compiled.ok) throw new Error(`the program does not compile: ${compiled.message}`);
  return compiled;
}

/**
 * The main thread's CPU time until the login page is painted: what ships against a hand-written
 * page of the same look, turn by turn in one browser. Source maps stay on the server's disk, as
 * WeChat keeps them apart.
 */
export async function firstPaintNumbers(
  environment: Environment,
  path: string,
  rounds: number,
  shippedProgram?: Shipped,
): Promise<Numbers> {
  const compiled = shippedProgram ?? (await compileOwn());
  const folders = ['shipped', 'hand'].map((name) =>
    mkdtempSync(join(tmpdir(), `mini-login-${name}-`)),
  );
  const [shippedFolder = '', handFolder = ''] = folders;
  // The one that the environment's WeChat knows.
  const appId = environment.sandbox.genauth.tenant.connection.appid;
  writeProject(shippedFolder, { files: compiled.files, maps: new Map() }, appId);
  writeHandWritten(handFolder, compiled.files, appId);
  const start = (project: string) =>
    startSimulator({
      project,
      cloud: environment.sandbox.wechat.url,
      requestDomains: [],
      hosts: {},
    });
  const [shipped, hand] = await Promise.all([start(shippedFolder), start(handFolder)]);
  const browser = await openBrowser();
  try {
    const measured: { ours: number; theirs: number }[] = [];
    // The first round warms the browser up.
    for (let round = 0; round <= rounds; round += 1) {
      const theirs = await paint(browser, hand, 'pages/login/login');
      const ours = await paint(browser, shipped, path);
      if (round > 0) measured.push({ ours, theirs });
    }
    const ours = median(measured.map((each) => each.ours));
    const theirs = median(measured.map((each) => each.theirs));
    return {
      'page.firstPaint.cpu.ms': ours,
      'page.handWritten.cpu.ms': theirs,
      'page.firstPaint.ratioToHandWritten': ours / theirs,
    };
  } finally {
    await browser.close();
    await Promise.all([shipped.close(), hand.close()]);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

const UNTIL_PAINTED =
  '() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))';

export async function paint(
  browser: PhoneBrowser,
  simulator: Simulator,
  path: string,
): Promise<number> {
  const phone = await openPhone({ browser, simulator });
  try {
    return await phone.cpuMs(async () => {
      await phone.launch({ path });
      await phone.evaluateInFrame(UNTIL_PAINTED);
    });
  } finally {
    await phone.close();
  }
}
