import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { acquire } from '@mini-login/platform/lock-file';
import { Command } from 'commander';
import { createBrand, standardAnswers } from '../../../scripts/brand/create';
import { readBrand } from '../../../scripts/brand/pack/pack';
import { addPlatformOptions, shipOverPlatform } from '../../../scripts/deploy/platform/options';
import { FIRST, SECOND, usePlatformBench } from './platform-bench';

const REPOSITORY = join(import.meta.dirname, '../../..');

const bench = usePlatformBench();
let root: string;
const terminal: string[] = [];
beforeEach(async () => {
  root = bench.out;
  await bench.control('PUT', '', { checkSeconds: 0, commitSeconds: 0 });
  writeFileSync(join(root, 'package.json'), '{"version":"1.4.0"}');
  writeFileSync(join(root, 'platform.json'), JSON.stringify(bench.provider()));
  cpSync(join(REPOSITORY, 'brands/platform'), join(root, 'brands/platform'), { recursive: true });
  createBrand(root, 'acme', { ...standardAnswers('acme'), appId: FIRST });
  createBrand(root, 'beta', { ...standardAnswers('beta'), appId: SECOND });
  const { appId } = readBrand(root, 'platform').pack.miniProgram;
  await bench.control('POST', '/drafts', { version: '1.4.0', appid: appId });
  terminal.length = 0;
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => terminal.push(String(text)) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const upload = (more: Partial<Parameters<typeof shipOverPlatform>[2]> = {}, names: string[] = []) =>
  shipOverPlatform(root, names, {
    ...{ all: names.length === 0, jobs: 2, dryRun: false, allowDirty: true, json: false },
    ...{ timeout: 20, submit: true },
    ...more,
  });

describe('npm run upload -- --platform', () => {
  test("makes the draft a template, and submits each company's brand with its ext_json", async () => {
    const privacy = { notice: '弹窗', contactEmail: 'help@provider.example' };
    writeFileSync(join(root, 'platform.json'), JSON.stringify({ ...bench.provider(), privacy }));
    await bench.control('PUT', '', { serverDomains: ['core.genauth.ai'] });
    expect(await upload({ setUp: true })).toBe(0);
    expect(terminal.join('')).toMatch(/acme +wx00000000000000a1 {2}1\.4\.0 {2}under review/);
    const tenants = (await bench.control('GET', '/tenants')) as Record<
      string,
      { trial: { extJson: string; templateId: number } }
    >;
    const { extJson = '', templateId } = tenants[SECOND]?.trial ?? {};
    expect(templateId).toBe(2);
    expect(JSON.stringify(tenants[SECOND])).toContain(
      '"requestdomain":["https://core.genauth.ai"]',
    );
    expect(JSON.parse(extJson)).toMatchObject({
      ...{ extAppid: SECOND, ext: { v: 1, appName: { en: 'Beta' } } },
    });
    const report = JSON.parse(readFileSync(join(root, 'out/platform/report.json'), 'utf8'));
    expect(report).toMatchObject({
      ...{ kind: 'platform', version: '1.4.0', templateId: 2 },
      brands: [{ brand: 'acme', state: 'submitted' }, { brand: 'beta' }],
    });
    const index = readFileSync(join(root, 'out/platform/reports/index.md'), 'utf8');
    expect(index).toMatch(/\| platform \| 1\.4\.0 \| {2}\| 2 \| 0 \| 0 \|/);

    // By then the pack has another number, and the template's is not at hand.
    await bench.control('PUT', `/tenants/${FIRST}/review`, { status: 0 });
    const file = join(root, 'brands/acme/brand.json');
    const pack = { ...JSON.parse(readFileSync(file, 'utf8')), version: '1.5.0' };
    writeFileSync(file, JSON.stringify(pack));
    rmSync(join(root, 'brands/platform'), { recursive: true });
    const alone = { submit: false, release: true, allowDirty: false };
    terminal.length = 0;
    expect(await upload(alone)).toBe(0);
    expect(terminal.join('')).toMatch(/acme +wx00000000000000a1 {2}1\.4\.0 {2}live/);
    expect(await bench.accepted(FIRST)).toEqual({ commit: 1, submit: 1, release: 1 });
    expect(await bench.accepted(SECOND)).toEqual({ commit: 1, submit: 1, release: 0 });
    expect(await upload({ ...alone, setUp: true })).toBe(2);
  });

  test('of a dry run reads all that would be sent, and asks nobody', async () => {
    const before = bench.sandbox.journal.all().length;
    writeFileSync(join(root, 'brands/acme/brand.json'), '{"miniProgram":{}}');
    expect(await upload({ dryRun: true })).toBe(1);
    expect(terminal.join('')).toMatch(
      /beta +wx00000000000000a2 {2}1\.4\.0 {2}ext_json of \d\.\d KB/,
    );
    expect(terminal.join('')).toContain('npm run brand -- check acme');
    expect(await upload({ dryRun: true }, ['beta'])).toBe(0);
    expect(bench.sandbox.journal.all()).toHaveLength(before);
    expect(existsSync(join(root, 'out/platform'))).toBe(false);
  });

  test('in parts sends each brand once, and makes one template', async () => {
    const part = (index: number) => upload({ shard: { index, of: 2 } });
    expect(await part(2)).toBe(1);
    expect(terminal.at(-1)).toContain('--shard 1/n');
    expect(await part(1)).toBe(0);
    expect(await bench.accepted(SECOND)).toBeUndefined();
    expect(await part(2)).toBe(0);
    for (const appId of [FIRST, SECOND])
      expect(await bench.accepted(appId)).toMatchObject({ commit: 1, submit: 1 });
    expect(await bench.control('GET', '')).toMatchObject({ templates: 2 });
    createBrand(root, 'gamma', { ...standardAnswers('gamma'), appId: FIRST });
    expect(await part(2)).toBe(0);
    expect(await part(1)).toBe(1);
    expect(terminal.join('')).toContain('acme and gamma');
  });

  test("ends with 1 where one brand fails, which is that brand's own", async () => {
    writeFileSync(join(root, 'brands/acme/brand.json'), '{"miniProgram":{}}');
    expect(await upload({ json: true })).toBe(1);
    const [json = ''] = terminal.filter((text) => text.startsWith('{'));
    expect(JSON.parse(json)).toMatchObject({
      brands: [
        { brand: 'acme', ok: false, reason: 'brand', remedy: 'npm run brand -- check acme' },
        { brand: 'beta', ok: true, state: 'submitted' },
      ],
    });
  });

  test('ends with 3 where it is not known whether something has arrived', async () => {
    const { faults } = bench.sandbox.wechat;
    await upload({}, ['acme']);
    await bench.control('PUT', `/tenants/${FIRST}/review`, { status: 0 });
    faults.enqueue({ path: '/wxa/release', fault: { kind: 'truncated' } });
    // Asked for before the release, and after it.
    const fault = { kind: 'errcode', errcode: 61007 } as const;
    faults.enqueue({ path: '/wxa/getversioninfo', nth: 2, fault });
    expect(await upload({ release: true }, ['acme'])).toBe(3);
    expect(await upload({ release: true }, ['acme'])).toBe(0);
    expect(await bench.accepted(FIRST)).toEqual({ commit: 1, submit: 1, release: 1 });
  }, 60_000);

  test('refuses two brands of one mini program', async () => {
    createBrand(root, 'gamma', { ...standardAnswers('gamma'), appId: FIRST });
    expect(await upload()).toBe(1);
    expect(terminal.join('')).toContain('acme and gamma');
    expect(await bench.accepted(FIRST)).toBeUndefined();
  });

  test('begins nothing while another run is at it', async () => {
    expect(await upload({ submit: false }, ['acme'])).toBe(0);
    acquire(join(root, 'out/platform/lock'));
    expect(await upload({}, ['acme'])).toBe(1);
    expect(terminal.at(-1)).toContain(String(process.pid));
  });

  test('says what is missing', async () => {
    expect(await upload({ setUp: true })).toBe(2);
    expect(terminal.at(-1)).toContain('"privacy"');
    expect(await upload({ key: 'key.pem', proxy: 'http://a.example' })).toBe(2);
    expect(terminal.at(-1)).toContain('--key, --proxy');
    rmSync(join(root, 'platform.json'));
    expect(await upload()).toBe(2);
    expect(terminal.at(-1)).toContain('componentAppId');
    rmSync(join(root, 'brands/platform'), { recursive: true });
    expect(await upload()).toBe(1);
    expect(terminal.at(-1)).toContain('--template');
  });

  test.each([
    [[], 2],
    [['--platform'], 32],
    [['--platform', '--jobs', '4'], 4],
  ])('waits for more at a time than it compiles: %j', (args, jobs) => {
    const command = new Command().option('--jobs <n>', 'how many', Number, 2);
    addPlatformOptions(command);
    expect(command.parse(args, { from: 'user' }).opts()).toMatchObject({ jobs });
  });

  test('names the pack to upload where the platform has no template of this version', async () => {
    expect(await upload({ version: '9.9.9' })).toBe(1);
    expect(terminal.at(-1)).toContain('npm run upload -- platform');
  });
});
