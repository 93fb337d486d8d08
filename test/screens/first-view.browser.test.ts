import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { langs } from '../../miniprogram/login/lang';
import { looks } from '../../scripts/screens/looks';
import { openRenderers, type ScreenRenderers } from '../../scripts/screens/renderer';
import { checkOf, everyScene } from './every-scene';
import { actionsInView, drawnLines, scrollEdge } from './measure';

// Many pictures in one browser; a machine that is busy otherwise takes its time.

let renderers: ScreenRenderers;

beforeAll(async () => {
  renderers = await openRenderers();
});
afterAll(async () => {
  await renderers.close();
});

/** Both themes have one layout. */
const sizes = looks.filter(({ theme }) => theme === 'light');

/** Agreeing and refusing, trying again and giving up: all is seen before anybody scrolls. */
const allInFirstView = checkOf(actionsInView, ({ height, buttons, sheet }, { device }) => {
  const { safeAreaBottom = 0 } = device;
  const inFront = buttons.filter(({ id, inSheet }) => id !== 'copy-support' && inSheet === sheet);
  return inFront.flatMap(({ id, top, bottom, covered }) => [
    ...(top < 0 || bottom > height - safeAreaBottom ? [`${id} is not in the first view`] : []),
    ...(covered > 0 ? [`${id} is covered`] : []),
  ]);
});

/** Words that a reader does not want to see apart, written by hand. */
const words =
  /问题|問題|手机号|手機號碼|電話番号|小程序|小程式|微信|登录|登入|账号|帳號|协议|協議|网络|網路|重试|重試|客服|获取|信息|資訊|原因|以下|内容|同意|阅读|閱讀|确认|確認|协议|指引|ポリシー|お知らせ|港湾|港灣|ハーバー|ログイン|アカウント|規約|通信|方法|情報/g;

/** What is left for the last line of a text: two signs, or a short word. */
const orphan = /^(?:[\p{L}]{1,2}|\p{Script=Latin}{1,6})[。.]?$/u;

const wellBroken = checkOf(drawnLines, (drawn, { device }) => {
  const isLarge = device.fontSizeScaleFactor !== 1;
  return drawn.flatMap(({ text, kind, lines }) => {
    const whole = lines.join('');
    const ends = lines.map((_, index) => lines.slice(0, index + 1).join('').length);
    const apart = [...whole.matchAll(words)].filter(({ index, 0: word }) =>
      ends.some((end) => end > index && end < index + word.length),
    );
    const odd = lines.filter(
      (line) => /^[、。，：！？；”」》）…]/.test(line) || (lines.length > 1 && line.length === 1),
    );
    // Very large, a title is longer than a line.
    const split = kind === 'link' && lines.length > 1 && !isLarge ? ['a link on two lines'] : [];
    const last = lines.at(-1) ?? '';
    const left =
      !isLarge && lines.length > 1 && orphan.test(last) ? [`«${last}» is left over`] : [];
    return [
      ...left,
      ...apart.map(([word]) => `${word} is apart`),
      ...odd.map((line) => `«${line}» alone`),
      ...split,
    ].map((problem) => `${problem}: ${text} as ${lines.join(' / ')}`);
  });
});

/** What lies under the actions is announced while it is there, and only then. */
const saysThereIsMore = checkOf(scrollEdge, (found) => {
  if (found === null) return [];
  const { more, edge, edgeAtEnd } = found;
  return [
    ...(more > 0 !== edge ? [`${more} px more, and ${edge ? 'an' : 'no'} edge`] : []),
    ...(edgeAtEnd ? ['an edge at the end'] : []),
  ];
});

const checks = [allInFirstView, wellBroken, saysThereIsMore];

test.each(langs)(
  'every button is in the first view and nothing covers it, an edge says that there is more; no word, name or link is broken (%s)',
  async (lang) => {
    expect(await everyScene(renderers, sizes, lang, checks)).toEqual([]);
  },
);
