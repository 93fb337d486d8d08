import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { wechatAnswer } from '@mini-login/sandbox';
import { nameRun, writeReport } from '../../../scripts/deploy/fleet/reports';
import { readProvider } from '../../../scripts/deploy/platform/provider';
import { Secrets } from '../../../scripts/deploy/platform/secrets';
import {
  type PlatformResult,
  platformMarkdown,
  platformText,
} from '../../../scripts/deploy/platform/summary';
import { PlatformTokens } from '../../../scripts/deploy/platform/tokens';
import { FIRST, type PlatformBench, SECOND, usePlatformBench } from './platform-bench';

const bench = usePlatformBench();

const node = (code: string) => ({ command: [process.execPath, '-e', code] });

describe('a token', () => {
  test('comes from a command that is given the AppID', async () => {
    const { access_token } = await bench.control('GET', `/token?appid=${FIRST}`);
    const code = `if (process.argv[1] === '${FIRST}') console.log('${access_token}')`;
    const api = bench.api({ tokens: node(code) });
    expect(await bench.ship(FIRST, { api })).toMatchObject({ ok: true });
  });

  test('is renewed where WeChat says that it is over, and what was asked is asked again', async () => {
    const run = bench.run();
    await bench.ship(FIRST, { ...run, submit: false });
    const fault = { kind: 'errcode', errcode: 42001 } as const;
    bench.sandbox.wechat.faults.enqueue({ path: '/wxa/submit_audit', fault });
    expect(await bench.ship(FIRST, run)).toMatchObject({ ok: true, state: 'submitted' });
    expect(await bench.accepted(FIRST)).toMatchObject({ commit: 1, submit: 1 });
  });

  test.each([
    ['prints a sentence', `console.log('not today')`],
    ['prints JSON without one', `console.log('{"errcode": 1}')`],
    ['fails', `process.exit(7)`],
  ])('is missing where the command %s: nothing was sent', async (_name, code) => {
    const api = bench.api({ tokens: node(code) });
    expect(await bench.ship(FIRST, { api })).toMatchObject({
      ...{ ok: false, reason: 'token', mayHaveArrived: false },
    });
  });

  test('is refused where another mini program has it: nothing was sent for the second', async () => {
    const { access_token } = await bench.control('GET', `/token?appid=${FIRST}`);
    const api = bench.api({ tokens: node(`console.log('${access_token}')`) });
    expect(await bench.ship(FIRST, { api })).toMatchObject({ ok: true });
    const refused = await bench.ship(SECOND, { api });
    expect(refused).toMatchObject({
      ...{ ok: false, reason: 'token', mayHaveArrived: false },
      problems: [expect.stringMatching(`${SECOND}.*${FIRST}`)],
    });
    expect(JSON.stringify(refused)).not.toContain(access_token);
    expect(await bench.accepted(FIRST)).toMatchObject({ commit: 1, submit: 1 });
  });
});

describe('PLATFORM_TOKENS_KEY', () => {
  const provider = { tokens: { endpoint: 'http://127.0.0.1:9/{appId}' } };
  const tokensOf = (key: string) => {
    const secrets = new Secrets();
    return { secrets, tokens: new PlatformTokens({ provider, secrets, key, now: () => 0 }) };
  };
  const sent: unknown[] = [];
  const answer = async (_url: unknown, init?: RequestInit) => {
    sent.push(new Headers(init?.headers).get('authorization'));
    return new Response('{"access_token":"token-of-the-answer"}');
  };
  beforeEach(() => {
    sent.length = 0;
    jest.spyOn(globalThis, 'fetch').mockImplementation(answer);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test.each([' alpha-secret-1\r\n', 'k3y\n'])(
    '%j goes along without what stands around it',
    async (key) => {
      const { secrets, tokens } = tokensOf(key);
      await tokens.for(FIRST);
      expect(sent).toEqual([`Bearer ${key.trim()}`]);
      expect(secrets.hide(`it says ${key.trim()}`)).toBe('it says ***');
    },
  );

  test.each(['alpha-secret-1\nbeta-secret-2\n', 'abc\nx', 'abcdefghij\u0000k', '密钥-secret'])(
    '%j is refused before anything is sent, and shown nowhere',
    async (key) => {
      const said = await tokensOf(key).tokens.for(FIRST).catch(String);
      expect(said).toContain('PLATFORM_TOKENS_KEY');
      for (const part of key.split(/[\n\0-]/).filter((one) => one.length > 2))
        expect(said).not.toContain(part);
      expect(sent).toEqual([]);
    },
  );

  test('of nothing goes nowhere', async () => {
    await tokensOf(' \n').tokens.for(FIRST);
    expect(sent).toEqual([null]);
  });
});

describe('a token that leaks', () => {
  const SECRET = '92_sEcReTsEcReT-sEcReT_0123456789';

  /** Every file of the run, and what its terminal shows. */
  async function written(api: ReturnType<PlatformBench['api']>): Promise<string> {
    const brands = [await bench.ship(FIRST, { api })];
    const result: PlatformResult = {
      ...{ run: nameRun(new Date(), 1), kind: 'platform', version: '1.0.0', templateId: 1, brands },
    };
    writeReport(bench.out, result, platformMarkdown(result));
    const files = readdirSync(bench.out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(files.length).toBeGreaterThanOrEqual(5);
    return [platformText(result), ...files].join('\n');
  }

  test("in WeChat's words stands in no report, no record and on no terminal", async () => {
    const api = bench.api({ tokens: node(`console.log('${SECRET}')`) });
    const fault = wechatAnswer(48001, `api unauthorized access_token=${SECRET} ${SECRET}`);
    bench.sandbox.wechat.faults.enqueue({ path: '/wxa/*', fault });
    const all = await written(api);
    expect(all).toContain('api unauthorized');
    expect(all).not.toContain(SECRET);
  });

  test("in the reviewer's words does neither", async () => {
    const { access_token } = await bench.control('GET', `/token?appid=${FIRST}`);
    const api = bench.api({ tokens: node(`console.log('${access_token}')`) });
    await bench.ship(FIRST, { api });
    const verdict = { status: 1, reason: `see\u001b[2J\u202e\n${access_token}` };
    await bench.control('PUT', `/tenants/${FIRST}/review`, verdict);
    const all = await written(api);
    expect(all).toContain('see [2J ***');
    expect(all).not.toContain(access_token);
  });

  test('where its command fails, or shows it in a form that is none, does neither', async () => {
    const code = `console.log('{"token": "${SECRET}"}'); console.error('${SECRET}'); process.exit(1)`;
    for (const exit of [code, code.replace('process.exit(1)', '0')])
      expect(await bench.ship(FIRST, { api: bench.api({ tokens: node(exit) }) })).toMatchObject({
        problems: [expect.not.stringContaining(SECRET)],
      });
  });

  test('is hidden as it stands in an address, too', () => {
    const secrets = new Secrets();
    secrets.add('a token/with+signs');
    expect(secrets.hide('x?access_token=abc&y a%20token%2Fwith%2Bsigns a token/with+signs')).toBe(
      'x?access_token=***&y *** ***',
    );
    expect(secrets.hide(`id ${'x'.repeat(64)}`)).toBe('id ***');
  });
});

describe('platform.json', () => {
  test.each([
    ['of one for all', { endpoint: 'https://tokens.example/wx' }, '{appId}'],
    ['over http', { endpoint: 'http://tokens.example/{appId}' }, 'https'],
    ['with a password', { endpoint: 'https://me:secret@tokens.example/{appId}' }, 'https'],
    ['of nothing', {}, 'tokens'],
  ])('takes no tokens %s', (_name, tokens, words) => {
    const file = join(bench.out, 'platform.json');
    writeFileSync(file, JSON.stringify({ componentAppId: 'wx00c0ffee00c0ffee', tokens }));
    expect(readProvider(file)).toEqual(expect.stringContaining(words));
  });

  test('takes a command, and an https endpoint', () => {
    const file = join(bench.out, 'platform.json');
    for (const tokens of [node('0'), { endpoint: 'https://tokens.example/{appId}' }]) {
      writeFileSync(file, JSON.stringify({ componentAppId: 'wx00c0ffee00c0ffee', tokens }));
      expect(readProvider(file)).toMatchObject({ api: 'https://api.weixin.qq.com', tokens });
    }
    expect(readProvider(join(bench.out, 'none.json'))).toContain('none.json');
  });
});
