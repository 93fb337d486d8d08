import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addKeys, checkKeys, initKeys } from '../deploy/keys';
import { root } from '../setup/say.mjs';
import { makeUploadKey } from '../upload-double/upload-key';
import { type Numbers, timed } from './numbers';

const run = promisify(execFile);

const KEYS = 300;

/** What somebody waits for who runs brands: the doctor, and the keys of a fleet. */
export async function tenantNumbers(): Promise<Numbers> {
  // As in a fresh checkout; then as after each edit of a pack.
  rmSync(join(root, 'out/doctor'), { recursive: true, force: true });
  const first = await doctorCpu();
  const doctor = await timed(doctorCpu);
  const keys = await timed(openKeys);
  return {
    'tenant.doctor.first.cpu.ms': first,
    'tenant.doctor.cpu.ms': doctor.value,
    'tenant.doctor.ms': doctor.ms,
    'tenant.keys300.ms': keys.ms,
  };
}

/**
 * Of all processes that the doctor starts, as the shell that waits for them knows it: seconds on the
 * clock depend on what else the machine does.
 */
async function doctorCpu(): Promise<number> {
  const command = `"${process.execPath}" scripts/cli/run.mjs doctor demo >/dev/null 2>&1; times`;
  const { stdout } = await run('sh', ['-c', command], { cwd: root });
  // The shell's own, then its children's: user and system.
  const [, children = ''] = stdout.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new Error(`times said: ${stdout}`);
  return (
    parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0) *
    1_000
  );
}

/** Encrypts as many keys as a large fleet has, and opens them all with the one secret. */
async function openKeys(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-bench-keys-'));
  try {
    const given = join(folder, 'given');
    mkdirSync(given);
    const { privateKey } = makeUploadKey();
    for (let index = 0; index < KEYS; index += 1)
      writeFileSync(
        join(given, `private.wx${index.toString(16).padStart(16, '0')}.key`),
        privateKey,
      );
    const { result = '' } = await initKeys(folder);
    await addKeys(folder, [given]);
    const { ok, said } = await checkKeys(folder, result.trim());
    if (!ok) throw new Error(said.join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
