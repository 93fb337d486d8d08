import type { EffectiveBrand } from '../../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../../miniprogram/login/directory';
import { directoryReader } from '../../../miniprogram/login/hosted/reader';
import { ownBrand } from '../../../miniprogram/login/launch/effective';
import { consoleHost, plain } from '../../../scripts/prove/brands';
import { hosted } from '../../../scripts/prove/hosted';

/** An entry of a provider's directory, as the program reads it. */
const caller = plain.apps[0].mobileAppId;
export const program = 'wxaaaaaaaaaaaaaaaa';
export const hex = (digit: string) => digit.repeat(24);
export const provider: EffectiveBrand = {
  ...ownBrand({ ...hosted, languages: ['zh-CN', 'en'], contact: { 'zh-CN': '平台客服' } }),
  phone: 'optional',
};
const config: DirectoryConfig = {
  ...{ program, consoleHost, endpoint: 'https://directory.example', logoHosts: ['cdn.example'] },
  ...{ hosts: ['https://second.example'], unregistered: 'refuse', unregisteredWords: {} },
};

export const rules = { id: 'rules', version: '3', title: 'Rules', text: 'Be kind.' };
export const least = {
  v: 1,
  mobileAppId: caller,
  app: hex('a'),
  connection: 'acme-wechat',
  name: 'Acme',
  agreements: [rules],
};
export const both = (text: string) => ({ 'zh-CN': text, en: text });

export const read = (body: unknown, status = 200) =>
  directoryReader.readEntryOf({ status, body }, caller, provider, config);
export const withField = (change: object) => read({ ...least, ...change });
export function brandOf(change: object): EffectiveBrand {
  const answer = withField(change);
  if ('failure' in answer) throw new Error(answer.failure.message);
  return answer.brand;
}
export const invalid = (what: string) => ({
  failure: { code: 'directory_invalid', message: `The directory's entry ${what}` },
});
export const unavailable = (what: string) => ({
  failure: { code: 'directory_unavailable', message: `The directory's answer ${what}` },
});
