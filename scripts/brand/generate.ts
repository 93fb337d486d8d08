import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppEntry, Brand } from '../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../miniprogram/login/directory';
import { headTemplate } from './look-styles';
import { headPictures } from './pack/head';
import type { Brand as Pack } from './pack/pack';
import { stripMetadata } from './pack/png';
import type { BrandPack } from './pack/schema';
import { textsOf, unregisteredTexts } from './pack/texts';
import { isWordKey } from './pack/word-keys';
import { MAY_BREAK, withBreaks, withPhrases, withSeams } from './phrases';
import { shorten } from './shorten';
import { banner, coloursOf, hasOwnColours, isAtRunTime, styleSheet, themeJson } from './theme';

/** The folders that hold generated files and nothing else. */
export const generatedFolders: readonly string[] = [
  'miniprogram/brand',
  'miniprogram/pages/agreement/brand',
];

/**
 * A brand as the program has it: each file by its path from the repository's root. Git ignores them
 * all.
 */
export function generate(brand: Pack): ReadonlyMap<string, Buffer> {
  const { name, folder, pack, texts } = brand;
  const files: readonly (readonly [path: string, content: string | Buffer])[] = [
    ['miniprogram/brand/index.ts', programModule(name, programBrand(pack))],
    ['miniprogram/brand/directory.ts', directoryModule(name, pack)],
    ['miniprogram/brand/page.ts', pageModule(name, pack)],
    ['miniprogram/brand/logo.wxml', logoTemplate(pack)],
    ['miniprogram/brand/theme.wxss', styleSheet(name, pack)],
    ['miniprogram/brand/theme.json', themeJson(pack.look)],
    ['miniprogram/brand/logo.png', stripMetadata(readFileSync(join(folder, pack.logo)))],
    ...pack.apps.flatMap(({ mobileAppId, own }): [string, Buffer][] =>
      own?.logo === undefined
        ? []
        : [
            [
              `miniprogram${ownLogo(mobileAppId)}`,
              stripMetadata(readFileSync(join(folder, own.logo))),
            ],
          ],
    ),
    ...headPictures(pack.look).map(({ theme, file }): [string, Buffer] => [
      `miniprogram/brand/head-${theme}.png`,
      stripMetadata(readFileSync(join(folder, file))),
    ]),
    // Apart from the brand: read by the reader's page only, which is a subpackage, so that nobody
    // waits for it.
    ['miniprogram/pages/agreement/brand/texts.ts', textsModule(name, texts)],
  ];
  return new Map(files.map(([path, content]) => [path, Buffer.from(content)]));
}

/**
 * What WeChat DevTools has to know of the brand.
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html
 */
export function projectSettings({
  miniProgram,
}: BrandPack): Readonly<Record<'appid' | 'projectname', string>> {
  return { appid: miniProgram.appId, projectname: miniProgram.projectName };
}

/** The part of a pack that the login works with. */
export function programBrand(pack: BrandPack): Brand {
  const [first, ...others] = pack.apps;
  return {
    appName: pack.appName,
    operator: pack.operator,
    logo: '/brand/logo.png',
    // Whoever shows the colours of an app has to find back to these.
    ...(hasOwnColours(pack) ? { colours: coloursOf(pack.look) } : {}),
    contact: pack.contact,
    apps: [programApp(first, pack), ...others.map((app) => programApp(app, pack))],
    unknownCaller: pack.unknownCaller,
    scopes: pack.scopes,
    sealed: pack.sealed,
    clipboard: pack.clipboard,
    genauth: pack.genauth,
    phone: pack.phone,
    agreements: programAgreements(pack.agreements, pack.directory === undefined ? '' : 'provider-'),
    businessDomains: pack.businessDomains,
    ...hostedParts(pack),
    extraData: pack.extraData,
    languages: pack.languages,
    texts: withPhrases(textsOf(pack), pack),
  };
}

function programApp(
  { own, ...entry }: BrandPack['apps'][number],
  { appName, operator }: BrandPack,
): AppEntry {
  if (own === undefined) return entry;
  const { logo, look, agreements, words, ...rest } = own;
  const names = { appName: entry.name ?? appName, operator };
  return {
    ...entry,
    own: {
      ...rest,
      ...(logo === undefined ? {} : { logo: ownLogo(entry.mobileAppId) }),
      ...(look === undefined ? {} : { colours: coloursOf(look) }),
      ...(agreements === undefined ? {} : { agreements: programAgreements(agreements) }),
      ...(words === undefined ? {} : { words: withBreaks(words, names) }),
    },
  };
}

function ownLogo(mobileAppId: string): string {
  return `/brand/${mobileAppId}.png`;
}

/** `before`: what tells a provider's agreements from those of the apps. */
function programAgreements(agreements: BrandPack['agreements'], before = ''): Brand['agreements'] {
  if (agreements.from === 'genauth') return agreements;
  return {
    from: agreements.from,
    items: agreements.items.map(({ id, title, content, ...rest }) => ({
      ...rest,
      title: withSeams(title),
      id: before + id,
      content: 'url' in content ? content : { packaged: content.textFile },
    })),
  };
}

/**
 * Between the texts of a row, and between rows: one character, where quotes and a comma would be
 * three. Those of one byte come first.
 */
const separators = ['|', '~', '^', '¦', '¬', '¶'];

/**
 * The texts stand as a row for each key, because a key that stood once for each language would be a
 * third of their size.
 */
function programModule(name: string, { texts, ...rest }: Brand): string {
  const keys = Object.keys(texts[rest.languages[0]] ?? {}).filter(isWordKey);
  const rows = keys.map((key) => [key, ...rest.languages.map((lang) => texts[lang]?.[key] ?? '')]);
  const [cell, row] = separators.filter((one) => !rows.flat().some((text) => text.includes(one)));
  if (cell === undefined || row === undefined) throw new Error('the texts hold every separator');
  const all = rows.map((texts) => texts.join(cell)).join(row);
  const { text, phrases } = shorten(all, [row, cell, MAY_BREAK]);
  return `// ${banner(name)}
import type { Brand } from '../login/brand';

const rest: Omit<Brand, 'texts'> = ${literal(rest)};

/** What is said often, and the sign that stands for it. */
const phrases = ${literal(phrases)};

/** Each key, and what it says in the order of the languages. */
const rows = phrases
  .reduce((text, [sign = '', phrase = '']) => text.split(sign).join(phrase), ${literal(text)})
  .split(${literal(row)})
  .map((texts) => texts.split(${literal(cell)}));

const textsAt = (index: number) =>
  Object.fromEntries(rows.map(([key = '', ...said]) => [key, said[index]]));

export const brand: Brand = {
  ...rest,
  texts: Object.fromEntries(rest.languages.map((lang, index) => [lang, textsAt(index)])),
};
`;
}

/** What a hosted program has besides, and others have not. */
function hostedParts({ directory, operator }: BrandPack): Partial<Brand> {
  if (directory === undefined) return {};
  return {
    provider: operator,
    ...(directory.reader === null ? {} : { reader: directory.reader }),
  };
}

/** What a hosted program asks, and whom it believes; undefined: it is none. */
export function directoryConfig(pack: BrandPack): DirectoryConfig | undefined {
  const { directory, miniProgram } = pack;
  if (directory === undefined) return undefined;
  const { consoleHost, endpoint, hosts, logoHosts, unregistered } = directory;
  const unregisteredWords = withBreaks(unregisteredTexts(pack), pack);
  const asked = { consoleHost, endpoint, hosts, logoHosts };
  return { program: miniProgram.appId, ...asked, unregistered, unregisteredWords };
}

/**
 * The one module that leads to the code of a program whose brands come at run time; a packaged one
 * goes without it.
 */
function directoryModule(name: string, pack: BrandPack): string {
  const config = directoryConfig(pack);
  if (pack.template !== undefined)
    return `// ${banner(name)}
import { openTemplate } from '../wechat/hosted/ext';
import { brand as template } from './index';

export const { brand, directory } = openTemplate(template, ${literal(pack.template)});
`;
  if (config === undefined)
    return `// ${banner(name)}
export { brand } from './index';

export const directory = undefined;
`;
  return `// ${banner(name)}
import { openDirectory } from '../wechat/hosted/directory';

export { brand } from './index';

export const directory = openDirectory(${literal(config)});
`;
}

/** What the login page has besides: logos of others are loaded, logins are counted. */
function pageModule(name: string, pack: BrandPack): string {
  const counted = pack.events?.endpoint;
  return [
    `// ${banner(name)}`,
    ...(counted === undefined
      ? []
      : ["import { countLogins } from '../wechat/events/funnel';", '']),
    isAtRunTime(pack)
      ? "export { ownMethods } from '../wechat/hosted/logo';"
      : 'export const ownMethods = {};',
    // Only here is anything led to the code that counts.
    ...(counted === undefined ? [] : ['', `countLogins(${literal(counted)});`]),
    '',
  ].join('\n');
}

/** A program's own picture is there at once; for another one its own stands in. */
function logoTemplate(pack: BrandPack): string {
  const own = '/brand/logo.png';
  const rest = 'mode="aspectFit" aria-hidden="true"';
  if (!isAtRunTime(pack))
    return `${headTemplate(pack.look)}<image class="logo" src="{{view.logo}}" ${rest} />`;
  return [
    '<view class="logo">',
    `<image wx:if="{{view.logo === '${own}' || logoShown !== view.logo}}" class="logo-layer" src="${own}" ${rest} />`,
    // One for each address: what has been loaded of another says nothing about this one.
    `<image wx:for="{{view.logo === '${own}' ? [] : [view.logo]}}" wx:key="*this" class="logo-layer" src="{{item}}" data-src="{{item}}" bindload="onLogoLoad" ${rest} />`,
    '</view>',
  ].join('');
}

function textsModule(name: string, texts: Pack['texts']): string {
  const type = 'Readonly<Record<string, Readonly<Record<string, string>>>>';
  return `// ${banner(name)}\nexport const texts: ${type} = ${literal(Object.fromEntries(texts))};\n`;
}

/**
 * JSON is TypeScript, but for `__proto__`, which a literal takes for the prototype; the schema lets
 * no such name through.
 */
function literal(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
