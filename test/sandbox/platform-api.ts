import { expect } from '@jest/globals';
import { miniProgram } from '@mini-login/sandbox';
import { useBench } from './helpers';

export const TENANT = 'wx00000000000000a1';
export const OTHER = 'wx00000000000000a2';
export const COMPONENT = 'wx00c0ffee00c0ffee';
export const MINUTE = 60_000;

const programs = [TENANT, OTHER].map((appid) => miniProgram({ appid, secret: 'secret' }));
export type PlatformJson = Readonly<Record<string, unknown>>;

export const extJson = (appid = TENANT, more: PlatformJson = {}) =>
  JSON.stringify({ extAppid: appid, ext: { name: 'Harbor' }, ...more });

export const commitOf = (template: unknown, more: PlatformJson = {}) => ({
  template_id: template,
  ext_json: extJson(),
  user_version: '1.0.0',
  user_desc: 'first',
  ...more,
});

export const submission = {
  item_list: [{ first_class: '工具', first_id: 287, second_class: '信息查询', second_id: 620 }],
};

/** WeChat's third-party platform with two tenants, and short ways to ask it. */
export function usePlatform() {
  const bench = useBench({ programs });

  /** The control API. */
  async function control(method: string, path: string, body?: PlatformJson): Promise<PlatformJson> {
    const response = await fetch(`${bench.sandbox.genauth.url}/sandbox/platform${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as PlatformJson;
  }

  const tokenOf = async (appid: string) =>
    String((await control('GET', `/token?appid=${appid}`)).access_token);

  /** POST with a body, else GET. */
  async function ask(path: string, token: string, body?: PlatformJson): Promise<PlatformJson> {
    const sign = path.includes('?') ? '&' : '?';
    return (await bench.wechat(`${path}${sign}access_token=${token}`, body)) as PlatformJson;
  }

  /** A template with this code, by its number. */
  async function makeTemplate(code: PlatformJson = {}, type = 0): Promise<unknown> {
    const { draft_id } = await control('POST', '/drafts', { version: '1.0.0', ...code });
    const token = await tokenOf(COMPONENT);
    await ask('/wxa/addtotemplate', token, { draft_id, template_type: type });
    const { template_list } = await ask('/wxa/gettemplatelist', token);
    return (template_list as PlatformJson[]).at(-1)?.template_id;
  }

  /** As far as being checked. */
  async function committed(code?: PlatformJson): Promise<string> {
    const template = await makeTemplate(code);
    const token = await tokenOf(TENANT);
    expect(await ask('/wxa/commit', token, commitOf(template))).toMatchObject({ errcode: 0 });
    bench.clock.advance(MINUTE);
    return token;
  }
  return { bench, control, tokenOf, ask, makeTemplate, committed };
}
