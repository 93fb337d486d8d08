import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../setup/say.mjs';
import { probeQuery } from './program/miniprogram/contract';

const source = join(import.meta.dirname, 'program');

/** Where the built probe lies; WeChat DevTools opens this folder. */
const probeFolder = join(root, 'out/probe');

/**
 * Writes the probe as plain JavaScript, so that the simulator, DevTools and a phone run the same
 * bytes.
 *
 * @param appid Yours, for a preview on a phone; DevTools' test AppID when left out.
 * @returns The folder with project.config.json.
 */
export async function buildProbe({
  to = probeFolder,
  appid,
}: {
  readonly to?: string;
  readonly appid?: string;
} = {}): Promise<string> {
  const program = join(to, 'miniprogram');
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  cpSync(join(source, 'miniprogram'), program, {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
  await build({
    entryPoints: [join(source, 'miniprogram/**/*.ts')],
    outbase: join(source, 'miniprogram'),
    outdir: program,
    ...syntax,
  });
  await build({
    entryPoints: [join(source, 'miniprogram/qr.ts')],
    bundle: true,
    outfile: join(program, 'qr.js'),
    ...syntax,
  });
  const config = readFileSync(join(source, 'project.config.json'), 'utf8').replace(
    '{{query}}',
    probeQuery,
  );
  writeFileSync(
    join(to, 'project.config.json'),
    appid === undefined ? config : config.replace('touristappid', appid),
  );
  return to;
}

/**
 * ES2020 is what the oldest WeChat that we support runs:
 * docs/wechat.md#syntax-that-each-base-library-runs
 */
const syntax = {
  format: 'cjs',
  target: 'es2020',
  platform: 'neutral',
  logLevel: 'silent',
} as const;
