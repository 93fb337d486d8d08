import type { GenauthAgreement } from '../../miniprogram/login/brand';
import { askFor } from '../../miniprogram/login/consent';
import type { Lang } from '../../miniprogram/login/lang';
import type { Asking, State } from '../../miniprogram/login/state';

interface GenauthScene {
  readonly name: string;
  readonly title: string;
  readonly state: (lang: Lang) => State;
}

/** The login screen where GenAuth keeps the agreements. `asking` makes it with what is different. */
export function genauthScenes(
  asking: (change: Partial<Asking>) => GenauthScene['state'],
): readonly GenauthScene[] {
  return [
    {
      name: 'login-options',
      title: "Agreements of GenAuth's, one of them optional",
      state: (lang) => asking({ consent: askFor(genauthAgreements(lang)) })(lang),
    },
    {
      name: 'login-sheet-options',
      title: 'The same on the sheet, the optional one ticked',
      state: (lang) =>
        asking({
          consent: { ...askFor(genauthAgreements(lang)), chosen: ['8'] },
          sheet: 'phone',
        })(lang),
    },
  ];
}

const url = 'https://www.example.com/';

const sentences: Readonly<Partial<Record<Lang, readonly string[]>>> = {
  'zh-CN': ['', '《用户协议》', '和', '《隐私政策》', '通过邮件接收', '《活动资讯与优惠》'],
  'zh-TW': ['', '《使用者協議》', '和', '《隱私權政策》', '透過郵件接收', '《活動資訊與優惠》'],
  en: ['', 'Terms of Service', ' and ', 'Privacy Policy', 'Send me ', 'news and offers by mail'],
  ja: [
    '',
    '利用規約',
    'と',
    'プライバシーポリシー',
    'メールで受け取る：',
    'キャンペーンのお知らせ',
  ],
};

/** As a tenant keeps them in GenAuth's console: sentences of its own, with several links. */
export function genauthAgreements(lang: Lang): readonly GenauthAgreement[] {
  const words = sentences[lang] ?? [];
  const part = (index: number, id: string, url: string | null = null) => ({
    id,
    text: words[index] ?? '',
    url,
  });
  return [
    {
      id: '7',
      version: '0',
      optional: false,
      parts: [part(0, '7'), part(1, '7', url), part(2, '7'), part(3, '7-2', url)],
    },
    { id: '8', version: '0', optional: true, parts: [part(4, '8'), part(5, '8', url)] },
  ];
}
