import { expect, test } from '@jest/globals';
import { troubleOf } from '../../../scripts/deploy/platform/trouble';
import { inLanguage } from '../../../scripts/messages/say';

/**
 * What WeChat's documents name for commit, submit_audit, get_auditstatus, release, the templates, and
 * for every call: https://developers.weixin.qq.com/doc/oplatform/openApi/
 */
const documented = [
  ...[40001, 40014, 40097, 41001, 42001, 44002, 45009, 45011, 47001, 48001],
  ...[61003, 61004, 61007, 61014, 61040, 85006, 85007, 85008, 85009, 85010, 85011, 85012, 85013],
  ...[85014, 85019, 85020, 85023, 85043, 85044, 85045, 85046, 85047, 85048, 85051, 85058, 85065],
  ...[85077, 85085, 85086, 85310, 85311, 85312, 86000, 86001, 86002, 86007, 86009, 86010],
  ...[9400001, 9402202, 9402203],
];

test.each(documented)('%i is named by its reason, with what to do in both languages', (errcode) => {
  const said = () => troubleOf({ kind: 'refused', errcode, errmsg: 'no' }, 'acme');
  const { reason, problems, remedy } = inLanguage('en', said);
  expect(reason).not.toBe('refused');
  expect(problems).toEqual([`WeChat refuses: no (${errcode})`]);
  expect(remedy).not.toBeNull();
  const zh = inLanguage('zh', said);
  expect(zh.problems).toEqual([`微信拒绝：no（${errcode}）`]);
  // A command is the same in both.
  if (!remedy?.startsWith('npm run')) expect(zh.remedy).toMatch(/[\u4e00-\u9fff]/);
});
