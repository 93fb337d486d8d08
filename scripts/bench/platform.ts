import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endGroupOf } from '@mini-login/platform/processes';
import { createClock, miniProgram, type Sandbox, startSandbox } from '@mini-login/sandbox';
import { z } from 'zod';
import { forkScript } from '../deploy/fork';
import type { Numbers } from './numbers';

const COMPONENT = 'wx00c0ffee00c0ffee';
/** Questions for one program, from nothing to being under review. */
const CALLS = 10;

export interface KilledRuns {
  readonly programs: number;
  readonly kills: number;
  /** Answers that get lost after WeChat has done what was asked. */
  readonly lost: number;
  /** Of one endpoint, as the double and the run have it. */
  readonly callsPerMinute: number;
  /** From 0 to 1. */
  random(): number;
}

export interface KilledResult {
  /** Programs that were committed, or submitted, another number of times than once. */
  readonly wrong: readonly string[];
  readonly failed: readonly unknown[];
  readonly kills: number;
  readonly ms: number;
  /** Bytes, of the process that came to the end. */
  readonly memory: number;
}

const tenants = z.record(
  z.string(),
  z.object({ accepted: z.object({ commit: z.number(), submit: z.number() }) }),
);
const report = z.object({ failed: z.array(z.unknown()), memory: z.number() });

/**
 * Programs that are committed and submitted through the double of WeChat's platform, by a process
 * that is killed at random moments and begun again: counted by the double, each is to be committed
 * and submitted once.
 */
export async function killedRuns(options: KilledRuns): Promise<KilledResult> {
  const appIds = Array.from(
    { length: options.programs },
    (_, index) => `wx${(index + 1).toString(16).padStart(16, '0')}`,
  );
  const programs = appIds.map((appid) => miniProgram({ appid, secret: 'secret' }));
  const sandbox = await startSandbox({ clock: createClock(), programs });
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-platform-'));
  try {
    const template = await prepare(sandbox, options);
    const file = join(folder, 'platform.json');
    writeFileSync(file, JSON.stringify(providerOf(sandbox, options)));
    const args = [file, join(folder, 'out'), String(template), ...appIds];
    const startedAt = performance.now();
    let kills = 0;
    // The moments are counted in questions: how busy the machine is changes nothing about them.
    const moments = Array.from({ length: options.kills }, () =>
      Math.ceil(options.random() * options.programs * CALLS * 0.8),
    ).sort((a, b) => a - b);
    for (const moment of moments) kills += (await killAt(sandbox, moment, folder, args)) ? 1 : 0;
    const { failed, memory } = await finish(folder, args);
    const ms = performance.now() - startedAt;
    const known = tenants.parse(await control(sandbox, 'GET', '/tenants'));
    const wrong = appIds.flatMap((appId) => {
      const { commit, submit } = known[appId]?.accepted ?? { commit: 0, submit: 0 };
      return commit === 1 && submit === 1 ? [] : [`${appId}: ${commit} commits, ${submit} submits`];
    });
    return { wrong, failed, kills, ms, memory };
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 1,000 programs, at ten times the pace that the sandbox takes for WeChat's. */
export async function platformNumbers(): Promise<Numbers> {
  const programs = 1_000;
  const { wrong, failed, kills, ms, memory } = await killedRuns({
    ...{ programs, kills: 10, lost: 40, callsPerMinute: 6_000 },
    random: Math.random,
  });
  if (failed.length > 0) throw new Error(`failed: ${JSON.stringify(failed.slice(0, 3))}`);
  return {
    'provider.platform.programs.count': programs,
    'provider.platform.kills.count': kills,
    'provider.platform.notOnce.count': wrong.length,
    'provider.platform.ms': ms,
    'provider.platform.memory.bytes': memory,
  };
}

/** A template, quick checks, and answers that get lost. */
async function prepare(sandbox: Sandbox, options: KilledRuns): Promise<number> {
  await control(sandbox, 'PUT', '', {
    ...{ checkSeconds: 2, commitSeconds: 0, auditLimit: options.programs },
    callsPerMinute: options.callsPerMinute,
  });
  await control(sandbox, 'POST', '/drafts', { version: '1.0.0' });
  const { access_token } = z
    .object({ access_token: z.string() })
    .parse(await control(sandbox, 'GET', `/token?appid=${COMPONENT}`));
  await fetch(`${sandbox.wechat.url}/wxa/addtotemplate?access_token=${access_token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"draft_id":0}',
  });
  for (let index = 0; index < options.lost; index += 1) {
    const path = index % 2 === 0 ? '/wxa/commit' : '/wxa/submit_audit';
    const nth = Math.ceil(options.random() * options.programs);
    sandbox.wechat.faults.enqueue({ path, fault: { kind: 'truncated' }, nth });
  }
  return 1;
}

function providerOf(sandbox: Sandbox, { callsPerMinute }: KilledRuns) {
  return {
    componentAppId: COMPONENT,
    tokens: { endpoint: `${sandbox.genauth.url}/sandbox/platform/token?appid={appId}` },
    callsPerMinute,
    api: sandbox.wechat.url,
  };
}

/** Begins a run, and kills it when the double has been asked so often; false: it ended before. */
async function killAt(
  sandbox: Sandbox,
  moment: number,
  folder: string,
  args: readonly string[],
): Promise<boolean> {
  const child = forkScript(join(import.meta.dirname, 'platform-worker.ts'), folder, args);
  let isOver = false;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void exited.then(() => {
    isOver = true;
  });
  // At least a few of its own, or kills that fall together would kill a run that has done nothing.
  const least = requestsSoFar(sandbox) + 5;
  while (!isOver && requestsSoFar(sandbox) < Math.max(moment, least)) await sleep(1);
  if (isOver) return false;
  endGroupOf(child);
  await exited;
  return true;
}

/** How many questions WeChat and the provider's server were asked so far. */
function requestsSoFar(sandbox: Sandbox): number {
  return sandbox.journal.all().at(-1)?.id ?? 0;
}

async function finish(folder: string, args: readonly string[]): Promise<z.output<typeof report>> {
  const child = forkScript(join(import.meta.dirname, 'platform-worker.ts'), folder, args);
  let said: unknown;
  let words = '';
  child.stderr?.on('data', (data: Buffer) => {
    words += data.toString();
  });
  child.on('message', (message) => {
    said = message;
  });
  await new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const read = report.safeParse(said);
  if (!read.success) throw new Error(`the run ended without a report: ${words.slice(0, 1_000)}`);
  return read.data;
}

async function control(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${sandbox.genauth.url}/sandbox/platform${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return await response.json();
}
