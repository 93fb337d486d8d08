/** A login to record: how `npm run journey` plays it, and what the page says of it. */
interface Recorded {
  readonly name: string;
  readonly words: readonly string[];
  readonly title: string;
  readonly about: string;
}

export interface DemoPage {
  /** Of WeChat, for `--lang`. */
  readonly lang: string;
  /** Where it stands on the site. */
  readonly path: string;
  readonly title: string;
  readonly about: string;
  /** The link under each recording. */
  readonly open: string;
  readonly recorded: readonly Recorded[];
}

const best = ['--person', 'new'];
const refusal = ['--person', 'new', '--deny', 'phone'];

export const demoPages: readonly DemoPage[] = [
  {
    lang: 'en',
    path: 'demo.md',
    title: 'A login, recorded',
    about:
      'Two logins of the real program, recorded when this site was built: the phone’s pictures and all that happened between the app, the mini program, WeChat and GenAuth. Click a picture or a line to see that moment. To play one yourself, run `npm start`.',
    open: 'Open it in the whole window',
    recorded: [
      {
        ...{ name: 'best', words: best, title: 'The best way' },
        about: 'A new person agrees, shares the phone number, and is back in the app, signed in.',
      },
      {
        ...{ name: 'refusal', words: refusal, title: 'A refusal' },
        about: 'The person says no to WeChat’s question for the number; the app learns of it.',
      },
    ],
  },
  {
    lang: 'zh-CN',
    path: 'zh/demo.md',
    title: '登录录像',
    about:
      '下面是构建本站时录下的两次登录，运行的就是真实的小程序：手机画面，以及 App、小程序、微信和 GenAuth 之间发生的一切。点击画面或某一行，查看那一刻。想亲自操作，请运行 `npm start`。',
    open: '在整个窗口中打开',
    recorded: [
      {
        ...{ name: 'best', words: best, title: '一切顺利' },
        about: '新用户同意协议、提供手机号，然后回到 App，已登录。',
      },
      {
        ...{ name: 'refusal', words: refusal, title: '拒绝' },
        about: '微信询问手机号时，用户选择拒绝；App 会收到这一结果。',
      },
    ],
  },
];

/** Where a recording stands on the site, from its root. */
export function recordingPath({ lang }: Pick<DemoPage, 'lang'>, name: string): string {
  return `demo/${name}.${lang}.html`;
}

/** The page as VitePress takes it. */
export function demoText(page: DemoPage): string {
  const parts = page.recorded.map(({ name, title, about }) => {
    const address = `withBase('/${recordingPath(page, name)}')`;
    return `## ${title}

${about}

<iframe class="recording" :src="${address}" title="${title}" loading="lazy"></iframe>

<p><a :href="${address}" target="_self">${page.open}</a></p>
`;
  });
  return `---
aside: false
search: false
---

<script setup>
import { withBase } from 'vitepress'
</script>

# ${page.title}

${page.about}

${parts.join('\n')}
<style>
.recording {
  width: 100%;
  height: 720px;
  border: 1px solid var(--vp-c-divider);
  border-radius: 8px;
}
</style>
`;
}
