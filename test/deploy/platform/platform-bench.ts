import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import {
  createClock,
  miniProgram,
  type Sandbox,
  startSandbox,
  type VirtualClock,
} from '@mini-login/sandbox';
import { openApi, openRun } from '../../../scripts/deploy/platform/open-run';
import type { Timing } from '../../../scripts/deploy/platform/pace';
import type { Provider } from '../../../scripts/deploy/platform/provider';
import type { PlatformRun } from '../../../scripts/deploy/platform/run';
import {
  type PlatformShipment,
  releaseOnPlatform,
  shipOnPlatform,
} from '../../../scripts/deploy/platform/ship';
import type { WechatApi } from '../../../scripts/deploy/platform/wechat-api';

export const COMPONENT = 'wx00c0ffee00c0ffee';
export const FIRST = 'wx00000000000000a1';
export const SECOND = 'wx00000000000000a2';

type Json = Readonly<Record<string, unknown>>;

/** A third-party platform with two mini programs, on a clock that only waiting moves. */
export interface PlatformBench {
  readonly sandbox: Sandbox;
  readonly clock: VirtualClock;
  readonly timing: Timing;
  /** Of records and reports; another one is another machine. */
  out: string;
  provider(more?: Partial<Provider>): Provider;
  api(more?: Partial<Provider>): WechatApi;
  run(more?: Partial<PlatformRun>): PlatformRun;
  ship(appId: string, more?: Partial<PlatformRun>, version?: string): Promise<PlatformShipment>;
  /** `--release` alone. */
  release(appId: string): Promise<PlatformShipment>;
  /** Committed and submitted by somebody else, of the same template. */
  submitByHand(appId: string, version: string): Promise<void>;
  control(method: string, path: string, body?: Json): Promise<Json>;
  accepted(appId: string): Promise<unknown>;
  /** WeChat's reviewers have nothing against it. */
  approve(appId?: string): Promise<Json>;
  /** As its owner's or another program would, by GET. */
  wechat(appId: string, path: string): Promise<Json>;
}

/** One for the tests of a file, as at the start before each. */
export function usePlatformBench(): PlatformBench {
  const clock = createClock({ startAt: Date.UTC(2026, 0, 15, 8), running: false });
  const programs = [FIRST, SECOND].map((appid) => miniProgram({ appid, secret: 'secret' }));
  let started: Sandbox | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-platform-'));
  const timing: Timing = {
    now: () => clock.now(),
    async wait(ms) {
      clock.advance(ms);
    },
  };
  const bench: PlatformBench = {
    get sandbox() {
      if (!started) throw new Error('only inside a test');
      return started;
    },
    ...{ clock, timing, out: folder },
    provider: (more = {}) => ({
      ...{ componentAppId: COMPONENT, templateId: null, reviewNotes: '', callsPerMinute: 6_000 },
      privacy: null,
      tokens: { endpoint: `${bench.sandbox.genauth.url}/sandbox/platform/token?appid={appId}` },
      api: bench.sandbox.wechat.url,
      ...more,
    }),
    api: (more) => openApi(bench.provider(more), { timing, timeout: 5_000, key: undefined }),
    run: (more = {}) => ({
      ...openRun({
        ...{ provider: bench.provider(), api: bench.api(), timing, out: bench.out },
        ...{ templateId: 1, description: 'test', submit: true, release: false },
      }),
      ...more,
    }),
    ship: (appId, more, version = '1.0.0') =>
      shipOnPlatform(bench.run(more), {
        ...{ brand: appId, appId, version },
        extJson: JSON.stringify({ extAppid: appId, ext: { name: appId } }),
      }),
    release: (appId) =>
      releaseOnPlatform(bench.run({ templateId: null, submit: false, release: true }), {
        ...{ brand: appId, appId },
      }),
    async submitByHand(appId, user_version) {
      const ext_json = JSON.stringify({ extAppid: appId, ext: {} });
      const version = { user_version, user_desc: 'by hand' };
      const api = bench.api();
      await api.post(appId, '/wxa/commit', { template_id: 1, ext_json, ...version });
      clock.advance(60_000);
      const two = { first_class: '工具', first_id: 287, second_class: '信息查询', second_id: 620 };
      const answer = await api.post(appId, '/wxa/submit_audit', { item_list: [two] });
      if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
    },
    async control(method, path, body) {
      const send = () =>
        fetch(`${bench.sandbox.genauth.url}/sandbox/platform${path}`, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
      // On a busy machine a connection that was kept is closed by the time it is used.
      const response = await send().catch(send);
      return (await response.json()) as Json;
    },
    async accepted(appId) {
      const tenants = (await bench.control('GET', '/tenants')) as Record<string, Json>;
      return tenants[appId]?.accepted;
    },
    approve: (appId = FIRST) => bench.control('PUT', `/tenants/${appId}/review`, { status: 0 }),
    async wechat(appId, path) {
      const { access_token } = await bench.control('GET', `/token?appid=${appId}`);
      const response = await fetch(
        `${bench.sandbox.wechat.url}${path}?access_token=${access_token}`,
      );
      return (await response.json()) as Json;
    },
  };
  beforeAll(async () => {
    started = await startSandbox({ clock, programs });
  });
  beforeEach(async () => {
    bench.sandbox.reset();
    bench.out = mkdtempSync(join(folder, 'out-'));
    await bench.control('POST', '/drafts', { version: '1.0.0' });
    const { access_token } = await bench.control('GET', `/token?appid=${COMPONENT}`);
    const { url } = bench.sandbox.wechat;
    await fetch(`${url}/wxa/addtotemplate?access_token=${access_token}`, {
      method: 'POST',
      body: '{"draft_id":0}',
    });
  });
  afterAll(async () => {
    await started?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return bench;
}
