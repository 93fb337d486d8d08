import type { Lang } from '../../../miniprogram/login/lang';

/** The two agreements that a new brand begins with. */
export type DraftId = 'terms' | 'privacy';

interface Wording {
  /** What stands above: that it is a draft, and what to do with it. */
  readonly draft: (operator: string) => string;
  /** Begins every place that is still to be written. */
  readonly toWrite: string;
  readonly sections: Readonly<
    Record<DraftId, readonly (readonly [heading: string, ...string[]])[]>
  >;
}

/**
 * What the login itself does is said; what only the company knows is a place between 【 and 】. The
 * agreement is finished when no such place is left.
 */
const wordings: Readonly<Record<Lang, Wording>> = {
  'zh-CN': {
    draft: (operator) => `这是${operator}的草稿：请写好【】里的内容，再请法务审阅。`,
    toWrite: '待写',
    sections: {
      terms: [
        ['服务', '【App 提供什么服务，由哪家公司提供】'],
        ['账号', '您可以用微信登录。', '【谁可以注册；怎样注销；账号不得出借】'],
        ['您的义务', '【不允许做什么，以及后果】'],
        ['责任', '【双方各承担什么责任】'],
        ['变更与终止', '【条款怎样变更，服务怎样终止，如何通知】'],
        ['法律与争议', '【适用的法律，由哪里的法院管辖】'],
        ['联系我们', '【公司地址、邮箱、电话】'],
      ],
      privacy: [
        [
          '我们收集什么',
          '您用微信登录时，我们在您同意之后收集您的手机号，以及微信给出的标识（OpenID、UnionID），用来注册和登录您的账号。',
          '【App 还收集什么，为什么】',
        ],
        ['与谁共享', '登录由 GenAuth 代为处理。', '【还有哪些第三方，做什么】'],
        ['保存', '【保存在哪里，多久】'],
        ['您的权利', '【怎样查阅、更正、删除信息，撤回同意，注销账号】'],
        ['未成年人', '【怎样保护未成年人】'],
        ['变更', '【政策怎样变更，如何通知】'],
        ['联系我们', '【负责人、邮箱、电话，多久答复】'],
      ],
    },
  },
  'zh-TW': {
    draft: (operator) => `這是${operator}的草稿：請寫好【】裡的內容，再請法務審閱。`,
    toWrite: '待寫',
    sections: {
      terms: [
        ['服務', '【App 提供什麼服務，由哪家公司提供】'],
        ['帳號', '您可以用微信登入。', '【誰可以註冊；怎樣註銷；帳號不得出借】'],
        ['您的義務', '【不允許做什麼，以及後果】'],
        ['責任', '【雙方各承擔什麼責任】'],
        ['變更與終止', '【條款怎樣變更，服務怎樣終止，如何通知】'],
        ['法律與爭議', '【適用的法律，由哪裡的法院管轄】'],
        ['聯絡我們', '【公司地址、信箱、電話】'],
      ],
      privacy: [
        [
          '我們收集什麼',
          '您用微信登入時，我們在您同意之後收集您的手機號碼，以及微信給出的識別碼（OpenID、UnionID），用來註冊和登入您的帳號。',
          '【App 還收集什麼，為什麼】',
        ],
        ['與誰共用', '登入由 GenAuth 代為處理。', '【還有哪些第三方，做什麼】'],
        ['保存', '【保存在哪裡，多久】'],
        ['您的權利', '【怎樣查閱、更正、刪除資料，撤回同意，註銷帳號】'],
        ['未成年人', '【怎樣保護未成年人】'],
        ['變更', '【政策怎樣變更，如何通知】'],
        ['聯絡我們', '【負責人、信箱、電話，多久答覆】'],
      ],
    },
  },
  en: {
    draft: (operator) =>
      `A draft for ${operator}: write what stands between 【 and 】, and have it read by a lawyer.`,
    toWrite: 'To write',
    sections: {
      terms: [
        ['The service', '【what the app offers, and which company offers it】'],
        [
          'Your account',
          'You can sign in with WeChat.',
          '【who may register; how an account is closed; that it is not lent】',
        ],
        ['Your duties', '【what is not allowed, and what follows】'],
        ['Liability', '【who answers for what】'],
        ['Changes and end', '【how the terms change, how the service ends, how people are told】'],
        ['Law and disputes', '【which law applies, which court decides】'],
        ['Contact', '【address, e-mail and phone of the company】'],
      ],
      privacy: [
        [
          'What we collect',
          'When you sign in with WeChat we collect, after you agreed, your phone number and the identifiers that WeChat gives (OpenID, UnionID), to register you and to sign you in.',
          '【what else the app collects, and why】',
        ],
        ['Whom we share it with', 'GenAuth handles the login for us.', '【other third parties】'],
        ['Storage', '【where it is kept, and how long】'],
        [
          'Your rights',
          '【how to see, correct and delete your data, take back a consent, close your account】',
        ],
        ['Minors', '【how minors are protected】'],
        ['Changes', '【how this policy changes, and how people are told】'],
        ['Contact', '【who is responsible, e-mail, phone, how soon you answer】'],
      ],
    },
  },
  ja: {
    draft: (operator) => `${operator}の下書きです。【】の中を書き、専門家の確認を受けてください。`,
    toWrite: '未記入',
    sections: {
      terms: [
        ['サービス', '【アプリの内容と、提供する会社】'],
        ['アカウント', 'WeChat でログインできます。', '【登録できる人、退会の方法、貸与の禁止】'],
        ['利用者の義務', '【禁止事項と、違反した場合の扱い】'],
        ['責任', '【双方の責任の範囲】'],
        ['変更と終了', '【規約の変更、サービスの終了、通知の方法】'],
        ['準拠法と紛争', '【準拠法と管轄裁判所】'],
        ['連絡先', '【会社の住所、メール、電話】'],
      ],
      privacy: [
        [
          '収集する情報',
          'WeChat でログインすると、同意のうえで、登録とログインのために電話番号と WeChat の識別子（OpenID、UnionID）を収集します。',
          '【アプリがほかに収集する情報と、その目的】',
        ],
        ['第三者への提供', 'ログインは GenAuth が処理します。', '【ほかの第三者と、その目的】'],
        ['保存', '【保存する場所と期間】'],
        ['利用者の権利', '【開示、訂正、削除、同意の撤回、退会の方法】'],
        ['未成年者', '【未成年者の保護】'],
        ['変更', '【方針の変更と通知の方法】'],
        ['連絡先', '【責任者、メール、電話、回答までの期間】'],
      ],
    },
  },
};

/** Plain text, as a brand's `agreements/` folder takes it. */
export function draftAgreement(id: DraftId, lang: Lang, operator: string): string {
  const { draft, toWrite, sections } = wordings[lang];
  const parts = sections[id].map(([heading, ...lines], index) => {
    const said = lines.map((line) => line.replace('【', `【${toWrite}：`));
    return [`${index + 1}. ${heading}`, ...said].join('\n');
  });
  return `${[`【${toWrite}】${draft(operator)}`, ...parts].join('\n\n')}\n`;
}

const marks = new RegExp(
  `【(?:${Object.values(wordings)
    .map(({ toWrite }) => toWrite)
    .join('|')})[：:】]`,
  'g',
);

/** How many places of an agreement are still to be written. */
export function placesToWrite(text: string): number {
  return text.match(marks)?.length ?? 0;
}
