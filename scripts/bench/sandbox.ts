import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../setup/say.mjs';
import { type Numbers, timed } from './numbers';

const PER_SECOND = 200;
const WARM_UP_S = 5;
const ROUND_S = 12;

const health = z.object({
  memory: z.object({ rssBytes: z.number() }),
  genauth: z.object({ url: z.string(), appId: z.string(), connection: z.string() }),
  wechat: z.object({ url: z.string(), appid: z.string() }),
});
const code = z.object({ code: z.string() });

/**
 * The sandbox in a process of its own, under 200 sign-ins a second with both codes, each begun at
 * its time whether those before are done or not. 12 s for each round, after 5 s to warm up. The
 * latency is that of `signin-by-mobile`.
 */
export async function sandboxNumbers(rounds: number): Promise<Numbers> {
  const { ms: startMs, value: running } = await timed(startSandboxProcess);
  try {
    await load(running.url, WARM_UP_S);
    const before = await ask(running.url);
    const loaded = await load(running.url, ROUND_S * rounds);
    const after = await ask(running.url);
    const sorted = loaded.latencies.toSorted((a, b) => a - b);
    const percentile = (share: number) =>
      sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
    return {
      'sandbox.start.ms': startMs,
      'sandbox.load.seconds': ROUND_S * rounds,
      'sandbox.load.signInsPerSecond': sorted.length / loaded.seconds,
      'sandbox.load.errors.count': loaded.errors,
      'sandbox.signIn.p50.ms': percentile(0.5),
      'sandbox.signIn.p99.ms': percentile(0.99),
      'sandbox.memory.afterWarmUp.bytes': before.memory.rssBytes,
      'sandbox.memory.growth.bytes': after.memory.rssBytes - before.memory.rssBytes,
    };
  } finally {
    running.child.kill();
  }
}

async function startSandboxProcess(): Promise<{ child: ChildProcess; url: string }> {
  const command = join(root, 'scripts/sandbox/bin.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', command, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (text) => {
      output += String(text);
      const address = output.match(/GenAuth +(http\S+)/)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (exitCode) =>
      reject(new Error(`the sandbox ended with ${exitCode}: ${output}`)),
    );
  });
  return { child, url };
}

async function ask(url: string): Promise<z.infer<typeof health>> {
  return health.parse(await (await fetch(`${url}/health`)).json());
}

async function load(url: string, seconds: number) {
  const where = await ask(url);
  const latencies: number[] = [];
  let errors = 0;
  const one = async () => {
    try {
      latencies.push(await signIn(where));
    } catch {
      errors += 1;
    }
  };
  const startedAt = performance.now();
  const running: Promise<void>[] = [];
  for (let count = 0; count < PER_SECOND * seconds; count += 1) {
    const rest = startedAt + (count * 1000) / PER_SECOND - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    running.push(one());
  }
  await Promise.all(running);
  return { latencies, errors, seconds: (performance.now() - startedAt) / 1000 };
}

/** ms */
async function signIn({ genauth, wechat }: z.infer<typeof health>): Promise<number> {
  const caller = { appid: wechat.appid, person: 'existing' };
  const [login, phone] = await Promise.all(
    ['login', 'phone-number'].map(async (what) =>
      code.parse(await post(`${wechat.url}/client/${what}`, caller)),
    ),
  );
  const message = {
    connection: 'wechat_mini_program_code_and_phone',
    extIdpConnidentifier: genauth.connection,
    wechatMiniProgramCodeAndPhonePayload: { wxLoginInfo: login, wxPhoneInfo: phone },
    client_id: genauth.appId,
  };
  const { ms, value } = await timed(() => post(`${genauth.url}/api/v3/signin-by-mobile`, message));
  z.object({ statusCode: z.literal(200) }).parse(value);
  return ms;
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}
