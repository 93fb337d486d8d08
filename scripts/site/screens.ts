import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The pictures that the tests hold every screen to. */
const folder = 'test/screens/baselines';

const languages: Readonly<Record<string, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
  ja: '日本語',
};

export interface ScreensPage {
  /** By their paths on the site. */
  readonly texts: ReadonlyMap<string, string>;
  /** By their paths in the repository. */
  readonly pictures: readonly string[];
}

/** A page with screens of the program, in several languages, sizes, themes and brands. */
export function screensPage(root: string): ScreensPage {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.png'));
  const page = (title: string, about: string, up: string) =>
    `---\naside: false\nsearch: false\n---\n\n# ${title}\n\n${about}\n\n<div class="screens">\n${names
      .map((name) => figureOf(name, up))
      .join('\n')}\n</div>\n\n${style}`;
  return {
    texts: new Map([
      [
        'screens.md',
        page(
          'Screens',
          'Some of the screens, as the program itself draws them: names say the brand (where it is not the demo), the screen, its size and theme. `npm start` has all of them under “Gallery”, in each language, size and theme, with your brand.',
          './',
        ),
      ],
      [
        'zh/screens.md',
        page(
          '界面',
          '部分界面，由小程序自己绘制；名称依次是品牌（演示品牌不写）、界面、尺寸和主题。运行 `npm start` 后，「画廊」里有全部界面：各种语言、尺寸和主题，用您自己的品牌。',
          '../',
        ),
      ],
    ]),
    pictures: names.map((name) => `${folder}/${name}`),
  };
}

function figureOf(name: string, up: string): string {
  const parts = name.replace(/\.png$/, '').split('.');
  const lang = parts.find((part) => part in languages) ?? '';
  const other = parts.filter((part) => part !== lang).join(' · ');
  const caption = `${other} · ${languages[lang]}`;
  return `<figure><img src="${up}pictures/${name}" alt="${caption}" loading="lazy"><figcaption>${caption}</figcaption></figure>`;
}

const style = `<style>
.screens {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
  gap: 24px;
}
.screens figure {
  margin: 0;
}
.screens img {
  border: 1px solid var(--vp-c-divider);
  border-radius: 8px;
}
.screens figcaption {
  margin-top: 6px;
  color: var(--vp-c-text-2);
  font-size: 13px;
  line-height: 1.5;
}
</style>
`;
