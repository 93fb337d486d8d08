import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lang } from '../../miniprogram/login/lang';
import { brand as messages } from '../messages/brand';
import { say } from '../messages/say';
import { nearestPassing } from './pack/contrast';
import { draftAgreement } from './pack/draft';
import { inHome } from './pack/logo';
import { inkOn, textOn } from './pack/look';
import { type Brand, BrandError, checkName, readBrand } from './pack/pack';
import { inventedName, placeholders, plainLogo } from './pack/placeholders';
import type { BrandPack } from './pack/schema';

/** One text for all languages, or one for each; the first stands for those that lack one. */
export type Texts = string | Readonly<Partial<Record<Lang, string>>>;

/** What a new brand is asked for; everything else starts with a safe default. */
export interface Answers {
  readonly appName: Texts;
  readonly operator: Texts;
  readonly languages: readonly Lang[];
  readonly contact: Texts | null;
  readonly colour: string;
  /** A PNG file; null: a plain one of the brand's colour, to be replaced. */
  readonly logo: string | null;
  /** The mini program's AppID. */
  readonly appId: string;
  readonly mobileAppId: string;
  readonly host: string;
  readonly app: string;
  readonly connection: string;
}

/**
 * Good for the sandbox, where everything can be looked at before WeChat and GenAuth know the brand.
 */
export function standardAnswers(name: string): Answers {
  return {
    appName: name.charAt(0).toUpperCase() + name.slice(1),
    operator: `${name.charAt(0).toUpperCase()}${name.slice(1)} Ltd.`,
    languages: ['zh-CN', 'en'],
    contact: null,
    colour: '#0b6478',
    logo: null,
    ...placeholders,
    host: 'https://core.genauth.ai',
    connection: `${name.slice(0, 24)}-wechat`,
  };
}

/** Where nobody is asked: what nobody gave must not look as if somebody had. */
export function unaskedAnswers(name: string): Answers {
  const standard = standardAnswers(name);
  return {
    ...standard,
    appName: inventedName(name.charAt(0).toUpperCase() + name.slice(1)),
    operator: inventedName(`${name.charAt(0).toUpperCase()}${name.slice(1)} Ltd.`),
    connection: placeholders.connection,
  };
}

/** Throws `BrandError` for a name that no new brand can have here. */
export function refuseName(root: string, name: string): void {
  checkName(name);
  if (existsSync(join(root, 'brands', name)))
    throw new BrandError([`brands/${name}: ${say(messages.taken(name))}`]);
}

/** Makes `brands/<name>`: complete and right, or not at all. Throws `BrandError`. */
export function createBrand(root: string, name: string, answers: Answers): Brand {
  refuseName(root, name);
  const folder = join(root, 'brands', name);
  const pack = packOf(name, answers);
  const files: [path: string, content: string | Buffer][] = [
    ['brand.json', `${JSON.stringify({ $schema: '../brand.schema.json', ...pack }, null, 2)}\n`],
    ['logo.png', answers.logo === null ? plainLogo(answers.colour) : readLogo(answers.logo)],
    ...(['terms', 'privacy'] as const).flatMap((id) =>
      answers.languages.map((lang): [string, string] => [
        `agreements/${id}.${lang}.txt`,
        draftAgreement(id, lang, textIn(answers.operator, lang)),
      ]),
    ),
  ];
  mkdirSync(join(root, 'brands'), { recursive: true });
  const aside = mkdtempSync(join(root, 'brands', '.new-'));
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(aside, path)), { recursive: true });
      writeFileSync(join(aside, path), content);
    }
    renameSync(aside, folder);
    return readBrand(root, name);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function textIn(texts: Texts, lang: Lang): string {
  if (typeof texts === 'string') return texts;
  return texts[lang] ?? Object.values(texts)[0] ?? '';
}

function packOf(
  name: string,
  answers: Answers,
): Omit<BrandPack, '$schema' | 'sample' | 'clipboard'> {
  const { languages } = answers;
  const [first, ...more] = languages;
  if (first === undefined) throw new BrandError([`languages: ${say(messages.needsLanguage())}`]);
  const inAll = (texts: Texts) =>
    Object.fromEntries(languages.map((lang) => [lang, textIn(texts, lang)]));
  const agreement = (id: 'terms' | 'privacy') => ({
    id,
    version: '1',
    title: Object.fromEntries(languages.map((lang) => [lang, titles[id][lang]])),
    content: { textFile: id },
  });
  return {
    appName: inAll(answers.appName),
    operator: inAll(answers.operator),
    logo: 'logo.png',
    contact: answers.contact === null ? null : inAll(answers.contact),
    miniProgram: { appId: answers.appId, projectName: `${name}-login` },
    languages: [first, ...more],
    apps: [
      {
        mobileAppId: answers.mobileAppId,
        app: answers.app,
        connection: answers.connection,
        returns: ['session'],
        name: null,
      },
    ],
    unknownCaller: 'refuse',
    scopes: ['openid', 'profile', 'phone'],
    sealed: 'required',
    phone: 'required',
    extraData: 'string',
    genauth: {
      host: answers.host,
      userPoolId: null,
      headers: {
        appId: 'x-authing-app-id',
        requestFrom: 'x-authing-request-from',
        sdkVersion: 'x-authing-sdk-version',
        lang: 'x-authing-lang',
      },
      phonePayload: 'auto',
      ticketEndpoint: null,
    },
    businessDomains: [],
    agreements: { from: 'brand', items: [agreement('terms'), agreement('privacy')] },
    look: lookOf(answers.colour),
    words: {},
  };
}

/**
 * Two themes around one colour. The button has the colour itself, whatever it is; links are text on
 * the background, and have the nearest shade of it that can be read there.
 */
function lookOf(colour: string): BrandPack['look'] {
  const theme = (name: 'light' | 'dark', background: string) => {
    const { card } = inkOn(background, name);
    const link = nearestPassing(
      colour,
      [background, card].map((other) => ({ with: other, least: 4.5 })),
    );
    if (link === null) throw new BrandError([`colour: ${say(messages.noShade(colour))}`]);
    return { background, primary: colour, onPrimary: textOn(colour), link };
  };
  return { radius: 10, light: theme('light', '#ffffff'), dark: theme('dark', '#111111') };
}

const titles: Readonly<Record<'terms' | 'privacy', Readonly<Record<Lang, string>>>> = {
  terms: {
    'zh-CN': '《用户协议》',
    'zh-TW': '《使用者協議》',
    en: 'Terms of Service',
    ja: '利用規約',
  },
  privacy: {
    'zh-CN': '《隐私政策》',
    'zh-TW': '《隱私權政策》',
    en: 'Privacy Policy',
    ja: 'プライバシーポリシー',
  },
};

function readLogo(path: string): Buffer {
  try {
    return readFileSync(inHome(path));
  } catch (cause) {
    throw new BrandError([`logo: ${say(messages.logoUnreadable(path))}`], { cause });
  }
}
