import { type Command, Option } from 'commander';
import { chosenBrand } from '../../brand/choice';
import { extJsonOf, readTemplatePack } from '../../brand/ext';
import { type Brand, BrandError, readBrand } from '../../brand/pack/pack';
import type { BrandPack } from '../../brand/pack/schema';
import { requestOrigins } from '../../brand/request-origins';
import { platformHelp as help } from '../../messages/help/deploy';
import { usage } from '../../messages/platform';
import { say } from '../../messages/say';
import { upload as messages } from '../../messages/upload';
import { chooseBrands, partOf, type Shard, sharedAppIds } from '../fleet/choose';
import { descriptionProblem, isDirty, standardLabels, versionProblem } from '../upload/version';
import { shipPlatform } from './command';
import type { Needs } from './declare';

/** What `upload` takes for the third-party platform. */
export interface PlatformOptions {
  readonly platform?: boolean;
  readonly submit?: boolean;
  readonly release?: boolean;
  readonly setUp?: boolean;
  readonly template?: string;
  readonly platformConfig?: string;
}

interface UploadOptions extends PlatformOptions {
  readonly all: boolean;
  readonly shard?: Shard;
  readonly version?: string;
  readonly description?: string;
  readonly key?: string;
  readonly proxy?: string;
  readonly again?: boolean;
  readonly jobs: number;
  readonly dryRun: boolean;
  readonly allowDirty?: boolean;
  readonly json: boolean;
  readonly timeout: number;
}

export const PROVIDER_FILE = 'platform.json';

/** Where `--jobs` is left out: a place waits for WeChat's check, for a minute, and not for a processor. */
const JOBS = 32;

export function addPlatformOptions(command: Command): void {
  command
    .addOption(new Option('--platform', say(help.platform())).implies({ jobs: JOBS }))
    .option('--set-up', say(help.setUp()))
    .option('--submit', say(help.submit()))
    .option('--release', say(help.release()))
    .option('--template <brand>', say(help.template()))
    .option('--platform-config <file>', say(help.config()), PROVIDER_FILE);
}

/** `npm run upload -- --platform`. @returns the exit code. */
export async function shipOverPlatform(
  root: string,
  names: readonly string[],
  options: UploadOptions,
): Promise<number> {
  const { all, shard = null, submit = false, release = false, setUp = false, dryRun } = options;
  const labels = standardLabels(root);
  const description =
    options.description ?? labels.description.replace(/\p{Cc}/gu, ' ').slice(0, 200);
  // What is released was sent already: nothing of this checkout goes along.
  const isReleaseAlone = release && !submit && !dryRun;
  const template = isReleaseAlone ? null : readTemplate(root, options.template);
  if (typeof template === 'string') return fail(template, 1);
  const version = options.version ?? template?.pack.version ?? labels.version;
  const forKeys = (['key', 'proxy', 'again'] as const).filter((one) => options[one] !== undefined);
  const wrongUsage =
    versionProblem(version) ??
    descriptionProblem(description) ??
    (all && names.length > 0 ? say(messages.allOrNames()) : null) ??
    (forKeys.length > 0 ? say(usage.forKeys(`--${forKeys.join(', --')}`)) : null);
  if (wrongUsage !== null) return fail(wrongUsage, 2);
  if (!dryRun && !isReleaseAlone && options.allowDirty !== true && isDirty(root))
    return fail(say(messages.dirty()), 1);
  const chosen = chosenBrand(root);
  const wanted = chooseBrands(root, { names, all, shard: null, chosen });
  if (wanted.length === 0) return fail(say(usage.noBrands()), 1);
  return await shipPlatform({
    ...{ root, names: partOf(wanted, shard), shard, dryRun, jobs: options.jobs },
    ...{ version: isReleaseAlone ? '' : version, description, submit, release, setUp },
    // Of all machines' parts: the other one may be in another part.
    shared: sharedAppIds(root, wanted),
    template: template && { brand: template.name, appId: template.pack.miniProgram.appId },
    providerFile: options.platformConfig ?? PROVIDER_FILE,
    timeout: options.timeout * 1_000,
    json: options.json,
    readBrand(name) {
      const brand = readBrand(root, name);
      const extJson = template && JSON.stringify(extJsonOf(brand, template).json);
      return {
        appId: brand.pack.miniProgram.appId,
        needs: needsOf(brand.pack),
        version: options.version ?? brand.pack.version ?? null,
        extJson: extJson ?? '',
      };
    },
  });
}

function needsOf(pack: BrandPack): Needs {
  const { 'zh-CN': chinese, ...others } = pack.contact ?? {};
  const contact = chinese ?? Object.values(others)[0] ?? null;
  return { requestDomains: requestOrigins(pack), contact };
}

function readTemplate(root: string, name: string | undefined): Brand | string {
  try {
    return readTemplatePack(root, name);
  } catch (error) {
    if (error instanceof BrandError) return error.problems.join('\n');
    throw error;
  }
}

function fail(words: string, exitCode: number): number {
  process.stderr.write(`${words.trimEnd()}\n`);
  return exitCode;
}
