import { expect } from '@jest/globals';
import { readAgreements } from '../../../miniprogram/login/genauth/agreements';

const declared = ['docs.example.cn'];

/** [text] is text, [text](address) a link; null: refused. */
export function read(title: string): string | null {
  const data = { agreementEnabled: true, agreements: [{ id: 1, title }] };
  const answer = readAgreements(data, 'zh-CN', { businessDomains: declared });
  if ('failure' in answer) {
    expect(answer.failure.code).toBe('agreements_missing');
    return null;
  }
  const [agreement] = answer.agreements;
  return (agreement?.parts ?? [])
    .map(({ text, url }) => `[${text}]${url === null ? '' : `(${url})`}`)
    .join('');
}

export const at = (path: string) => `https://docs.example.cn/${path}`;
