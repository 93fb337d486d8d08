import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Brand, readBrand } from '../../scripts/brand/pack/pack';
import { checklistText, markSteps } from '../../scripts/doctor/checklist';
import { inLanguage } from '../../scripts/messages/say';
import { checkout } from '../brand/checkout';

let root: string;
let brand: Brand;

beforeEach(() => {
  root = checkout();
  brand = readBrand(root, 'demo');
});
afterEach(() => rmSync(root, { recursive: true }));

const show = (hasKey = false) => checklistText({ root, brand, hasKey });
const stateOf = (step: string, text = show()) =>
  new RegExp(`^ *\\d+ +(\\w+) +${step} `, 'm').exec(text)?.[1];

describe('the checklist', () => {
  test('names all that stops a launch, in the order in which it is done', () => {
    const text = show();
    const order = [...text.matchAll(/^ *\d+ +\S+ +(\w+) /gm)].map(([, step]) => step);
    expect(order).toEqual([
      ...['account', 'name', 'category', 'filing', 'apps', 'linked', 'quota', 'genauth', 'pack'],
      ...['domains', 'privacy', 'library', 'key', 'device', 'upload', 'review', 'release'],
    ]);
    for (const word of ['备案', '服务类目', '0.03 yuan', 'test account'])
      expect(text).toContain(word);
  });

  test('keeps what was marked with the brand, and takes it back', () => {
    markSteps(brand, ['filing', 'account'], []);
    expect([stateOf('account'), stateOf('filing'), stateOf('quota')]).toEqual([
      'done',
      'done',
      'open',
    ]);
    markSteps(brand, [], ['filing']);
    expect(stateOf('filing')).toBe('open');
    expect(JSON.parse(readFileSync(join(brand.folder, 'checklist.json'), 'utf8'))).toEqual([
      'account',
    ]);
  });

  test('sees by itself what it can, and nobody can say otherwise', () => {
    expect([stateOf('key'), stateOf('key', show(true))]).toEqual(['open', 'seen']);
    const records = join(root, 'out/upload/records');
    mkdirSync(records, { recursive: true });
    const record = join(records, `upload-${brand.pack.miniProgram.appId}-1-1-x.json`);
    writeFileSync(
      record,
      JSON.stringify({ state: 'failed', code: 1, message: '', mayHaveArrived: false }),
    );
    expect(stateOf('upload')).toBe('open');
    writeFileSync(record, JSON.stringify({ state: 'sent', packages: [], ms: 1 }));
    expect(stateOf('upload')).toBe('seen');
    expect(() => markSteps(brand, ['pack'], [])).toThrow('is seen by itself');
  });

  test('takes a key and an upload that are elsewhere, by their encrypted file or by hand', () => {
    markSteps(brand, ['key', 'upload'], []);
    expect([stateOf('key'), stateOf('upload')]).toEqual(['done', 'done']);
    markSteps(brand, [], ['key', 'upload']);
    expect([stateOf('key'), stateOf('upload')]).toEqual(['open', 'open']);
    const keys = join(root, 'upload-keys');
    mkdirSync(keys);
    writeFileSync(join(keys, 'wx00000000000000ff.jwe'), 'another’s');
    expect(stateOf('key')).toBe('open');
    writeFileSync(join(keys, `${brand.pack.miniProgram.appId}.jwe`), 'x');
    expect(stateOf('key')).toBe('seen');
  });

  test('refuses a step that there is not, and a damaged file', () => {
    expect(() => markSteps(brand, ['filling'], [])).toThrow('filling: no such step; there are acc');
    writeFileSync(join(brand.folder, 'checklist.json'), '{');
    expect(show).toThrow('is not a list of steps');
  });

  test('is Chinese for whoever reads Chinese, with the texts to paste in the brand’s name', () => {
    const text = inLanguage('zh', () => show());
    expect(text).toContain('法定代表人与小程序管理员；1 至 4 周');
    expect(text).toContain('本小程序只用于 App「港湾」的微信一键登录');
    expect(text).toContain('手机号：为了注册、登录你的账号');
  });
});
