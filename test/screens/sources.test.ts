import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const program = resolve(__dirname, '../../miniprogram');

/** The program's own sources, by path from `miniprogram/`. */
const sources = readdirSync(program, { recursive: true, encoding: 'utf8' })
  .filter((path) => !path.startsWith('miniprogram_npm') && !path.startsWith('packages/seal'))
  .filter((path) => /\.(ts|wxml|wxss|json)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(program, path), 'utf8') }));

const ofKind = (extension: string) => sources.filter(({ path }) => path.endsWith(extension));
const where = (found: readonly { path: string }[]) => found.map(({ path }) => path);

describe('the sources of the screens', () => {
  test("WXML holds no words: each comes from the view, in the person's language", () => {
    const spoken = ofKind('.wxml').filter(({ text }) => {
      const between = text
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/<[^>]*>/g, '')
        .replace(/\{\{[^}]*\}\}/g, '');
      return between.trim() !== '' || /aria-label="[^"{]+"/.test(text);
    });
    expect(where(spoken)).toEqual([]);
  });

  test('`wx.` is written in wechat/ only', () => {
    const callers = ofKind('.ts').filter(
      ({ path, text }) => !path.startsWith('wechat/') && /\bwx\./.test(withoutComments(text)),
    );
    expect(where(callers)).toEqual([]);
  });

  // https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getSystemInfoSync.html and
  // the other pages that say 停止维护
  test('no deprecated API is called', () => {
    const deprecated =
      /\bwx\.(getSystemInfo(Sync|Async)?|getUserInfo|getUserProfile|getLaunchOptionsSync|createCanvasContext|hideKeyboard|stopRecord|playVoice)\b/;
    expect(
      where(ofKind('.ts').filter(({ text }) => deprecated.test(withoutComments(text)))),
    ).toEqual([]);
  });

  test('nothing is fetched for the look: no remote font, picture or style sheet', () => {
    const remote = ofKind('.wxss').filter(({ text }) =>
      /url\((?!["']?data:)|@font-face|(https?:)?\/\/(?!\s)[\w.]+\.\w+\//.test(
        text.replace(/url\("data:[^"]*"\)/g, ''),
      ),
    );
    expect(where(remote)).toEqual([]);
  });

  test('the box is never ticked by itself: only the view says so', () => {
    const boxes = ofKind('.wxml').flatMap(({ text }) => text.match(/aria-checked="[^"]*"/g) ?? []);
    expect(boxes).toEqual(['aria-checked="{{box.agreed}}"']);
    // The one template of all boxes is only given what the view says.
    const given = ofKind('.wxml').flatMap(({ text }) => text.match(/\bbox: [^,}]*/g) ?? []);
    expect(given).toEqual(['box: view.consent', 'box: item', 'box: item']);
    const lists = ofKind('.wxml').flatMap(
      ({ text }) => text.match(/wx:for="[^"]*option[^"]*"/g) ?? [],
    );
    expect(lists).toEqual(['wx:for="{{view.options}}"', 'wx:for="{{options}}"']);
  });

  test("WeChat's phone prompt is only ever asked for by the view's action, never by a fixed open type", () => {
    const openTypes = ofKind('.wxml').flatMap(({ text }) => text.match(/open-type="[^"]*"/g) ?? []);
    expect(openTypes.length).toBeGreaterThan(0);
    expect(
      openTypes.filter((attribute) => !/^open-type="\{\{.*action.*\}\}"$/.test(attribute)),
    ).toEqual([]);
  });

  test('nothing is kept between launches, and nothing is printed but notes for the developer', () => {
    const keepers = ofKind('.ts').filter(
      ({ path, text }) =>
        path !== 'wechat/note.ts' &&
        /setStorage|getFileSystemManager|console\./.test(withoutComments(text)),
    );
    expect(where(keepers)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
