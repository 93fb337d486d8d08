import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { listBrands, listSamples } from '../brand/choice';
import { unknownBrands } from '../brand/known';
import { sideBySide } from '../deploy/fleet/side-by-side';
import { openApi } from '../deploy/platform/open-run';
import { PROVIDER_FILE } from '../deploy/platform/options';
import { readProvider } from '../deploy/platform/provider';
import { realTiming } from '../deploy/platform/ship';
import { statusOf, statusText } from '../deploy/platform/status';
import { statusHelp as help, platformHelp, shipHelp } from '../messages/help/deploy';
import { say } from '../messages/say';
import { root } from '../setup/say.mjs';

interface Options {
  readonly offline?: boolean;
  readonly json?: boolean;
  readonly platformConfig: string;
  readonly jobs: number;
}

export const command = new Command('status')
  .description(say(help.about()))
  .argument('[brands...]', say(help.brands()))
  .option('--offline', say(help.offline()))
  .option('--platform-config <file>', say(platformHelp.config()), PROVIDER_FILE)
  .option('--jobs <n>', say(shipHelp.jobs()), readJobs, 4)
  .option('--json', say(shipHelp.json()))
  .action(async (names: string[], { offline, json, platformConfig, jobs }: Options) => {
    const unknown = unknownBrands(root, names);
    if (unknown !== null) command.error(unknown);
    const api = offline ? null : openPlatform(resolve(root, platformConfig));
    if (typeof api === 'string') {
      process.stderr.write(`${api}\n`);
      process.exitCode = 2;
      return;
    }
    const samples = listSamples(root);
    const brands =
      names.length > 0 ? names : listBrands(root).filter((name) => !samples.includes(name));
    const all = await sideBySide(brands, jobs, (name) => statusOf({ root, api }, name));
    process.stdout.write(json ? `${JSON.stringify(all, null, 2)}\n` : statusText(all));
    if (all.some(({ problem }) => problem !== null)) process.exitCode = 1;
  });

/** Null: there is no platform here. */
function openPlatform(file: string) {
  if (!existsSync(file)) return null;
  const provider = readProvider(file);
  if (typeof provider === 'string') return provider;
  const { PLATFORM_TOKENS_KEY: key } = process.env;
  return openApi(provider, { timing: realTiming, timeout: 30_000, key });
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 32)
    throw new InvalidArgumentError(say(help.badJobs()));
  return jobs;
}
