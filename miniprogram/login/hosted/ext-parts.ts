import type { AppEntry, Brand, LangWords } from '../brand';
import { isObject, own } from '../json';
import { type Lang, langs } from '../lang';
import { readColours } from './colours';
import { readAgreementsOf } from './entry';
import { type Fields, listOf, matching, nonEmpty, oneOf, orNull } from './fields';
import { readLogo } from './logo';
import { readLine, readWords } from './text';

/** What the parts of a brand in ext.json are held against. */
interface Held {
  /** The template, in the languages and with the hosts of this brand. */
  readonly shown: Brand;
  readonly logoHosts: readonly string[];
  /** Gets what is replaced and not refused. */
  readonly notes: string[];
}

type OwnTexts = NonNullable<NonNullable<AppEntry['own']>['words']>;

/** One of `apps`. */
export function readApps(fields: Fields, held: Held): AppEntry {
  const { required, optional } = fields;
  const { shown } = held;
  const words = (max: number) => orNull((value) => readShown(value, shown, max));
  const contact = optional('contact', words(100), null);
  const agreements = optional('agreements', (value) => readAgreements(value, shown), null);
  const said = optional('words', (value) => readOwnWords(value, shown), null);
  const entry: AppEntry = {
    mobileAppId: required('mobileAppId', matching(/^wx[0-9a-f]{16}$/), ''),
    app: required('app', matching(/^[0-9a-f]{24}$/), ''),
    connection: required('connection', matching(/^[a-z0-9-]{1,31}$/), ''),
    returns: required(
      'returns',
      (value) => nonEmpty(listOf(oneOf('session', 'codes', 'ticket'), 3)(value) ?? []),
      ['session'],
    ),
    createsAccounts: optional('createsAccounts', oneOf(true, false), true),
    name: optional('name', words(60), { is: null }).is,
    own: {
      ...readLook(fields, held),
      ...(contact && { contact: contact.is }),
      ...(agreements && { agreements }),
      ...(said && { words: said }),
    },
  };
  fields.refuseOthers();
  return entry;
}

function readShown(value: unknown, { languages }: Brand, max: number): LangWords | null {
  return readWords(value, languages, (text) => readLine(text, max));
}

/** What can't be shown is replaced, as it keeps nobody from logging in. */
export function readLook(
  { at, given }: Fields,
  { logoHosts, notes }: Held,
): Partial<Pick<Brand, 'logo' | 'colours'>> {
  const replaced = (name: string, why: string) =>
    notes.push(`ext.json: ${at(name)} ${why}: the template's is shown`);
  const address = given('logo');
  const logo = address === undefined ? null : readLogo(address, { logoHosts });
  if (address !== undefined && logo === null) replaced('logo', 'is not on a host for logos');
  const look = given('look');
  const read = look === undefined ? null : readColours(look);
  if (look !== undefined && read === null) replaced('look', 'cannot be read');
  const problems = read?.problems ?? [];
  if (problems.length > 0) replaced('look', `has too little contrast (${problems.join(', ')})`);
  const radius = own(look, 'radius');
  const round =
    typeof radius === 'number' && radius >= 0 && radius <= 28 ? `;--radius:${radius}px` : '';
  return {
    ...(logo && { logo }),
    ...(read &&
      problems.length === 0 && {
        colours: { ...read.colours, style: read.colours.style + round },
      }),
  };
}

/** Null: they cannot be read to the end, so that nobody can agree to them. */
export function readAgreements(value: unknown, shown: Brand): Brand['agreements'] | null {
  const consoleHost = own(value, 'consoleHost');
  if (own(value, 'from') === 'genauth')
    return typeof consoleHost === 'string' && /^https:\/\/[a-z0-9.-]+$/.test(consoleHost)
      ? { from: 'genauth', consoleHost }
      : null;
  const items = readAgreementsOf(own(value, 'items'), shown);
  return own(value, 'from') === 'brand' && items ? { from: 'brand', items } : null;
}

/** In place of the template's; null: they would say less than they have to. */
export function readOwnWords(value: unknown, { languages, texts }: Brand): OwnTexts | null {
  if (!isObject(value)) return null;
  const isOurs = ([lang, words]: [string, unknown]) =>
    isObject(words) && langs.some((one) => one === lang);
  if (!Object.entries(value).every(isOurs)) return null;
  const all: Partial<Record<Lang, Readonly<Record<string, string>>>> = {};
  for (const lang of languages) {
    const said: Record<string, string> = {};
    for (const [key, given] of Object.entries(own(value, lang) ?? {})) {
      const text = readLine(given, 500);
      const ours: unknown = own(texts[lang], key);
      if (text === null || typeof ours !== 'string') return null;
      if (!isSameSentence(ours, text)) return null;
      said[key] = text;
    }
    all[lang] = said;
  }
  return all;
}

/** What is said may be another thing, what is named is not: a consent without its list is none. */
function isSameSentence(ours: string, theirs: string): boolean {
  const names = (text: string) => text.match(/\{\w+\}/g) ?? [];
  const lists = (text: string) => names(text).filter((name) => name === '{list}').length;
  return lists(ours) === lists(theirs) && names(theirs).every((name) => ours.includes(name));
}
