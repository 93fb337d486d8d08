import type { Brand } from '../brand';
import type { TemplateConfig } from '../directory';
import type { Failure } from '../failure';
import { isObject, own } from '../json';
import { langs } from '../lang';
import { readEntry } from '../launch/entry';
import { goBackWithError } from '../steps/go-back';
import type { Directory } from '../steps/step';
import { readAgreements, readApps, readLook, readOwnWords } from './ext-parts';
import { type Fields, fieldsOf, listOf, matching, nonEmpty, oneOf, orNull } from './fields';
import { isForbiddenHeader } from './headers';
import { readLine, readWords } from './text';

/** What a template runs as. */
export interface Template {
  readonly brand: Brand;
  /** Undefined: as a packaged program, once the brand is read. */
  readonly directory: Directory | undefined;
  /** For the console of its owner: what was refused or replaced, and why. */
  readonly notes: readonly string[];
}

const host = matching(/^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/);
const origin = matching(/^https:\/\/(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/);
const address = matching(/^https:\/\/(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*\/[!-~]{0,1024}$/);
const headerName = matching(/^[a-z][a-z0-9-]{0,63}$/);
const header = (value: unknown) => {
  const name = headerName(value);
  return name === null || isForbiddenHeader(name) ? null : name;
};

/**
 * The whole brand from `ext` of `wx.getExtConfigSync()`, with which a third-party platform commits
 * a template (docs/provider.md, version 1). One that cannot be read serves nobody.
 */
export function readTemplate(ext: unknown, template: Brand, config: TemplateConfig): Template {
  if (!isObject(ext) || Object.keys(ext).length === 0)
    return refuse('ext.json holds no brand', template);
  if (own(ext, 'v') !== 1)
    return refuse('The brand in ext.json is of another version than 1', template);
  const wrong: string[] = [];
  const notes: string[] = [];
  const brand = readBrand(fieldsOf(ext, wrong), template, config, notes);
  if (wrong.length > 0)
    return refuse(`The brand in ext.json cannot be used: ${wrong.join(', ')}`, template);
  return { brand, directory: undefined, notes };
}

function refuse(message: string, brand: Brand): Template {
  const refusal: Failure = { code: 'ext_invalid', message };
  const directory: Directory = {
    readEntry(options, language, brand) {
      const entry = readEntry(options, language, brand);
      return entry.kind === 'launch' ? { ...entry, refusal } : entry;
    },
    identify: (visit, context) => goBackWithError(visit, refusal, context),
    row: {},
  };
  return { brand, directory, notes: [`${message}. No app is served.`] };
}

function readBrand(
  fields: Fields,
  template: Brand,
  { logoHosts }: TemplateConfig,
  notes: string[],
): Brand {
  const { required, optional, given, refuse } = fields;
  given('v');
  const languages = optional(
    'languages',
    (value) => nonEmpty(listOf(oneOf(...template.languages), langs.length)(value) ?? []),
    template.languages,
  );
  const businessDomains = optional('businessDomains', listOf(host, 20), []);
  const shown = { ...template, languages, businessDomains };
  const part = { shown, logoHosts, notes };
  const words = (max: number) => (value: unknown) =>
    readWords(value, languages, (text) => readLine(text, max));
  const apps = fields.each('apps', (entry) => readApps(entry, part));
  const said = optional('words', (value) => readOwnWords(value, shown), {});
  const callers = apps.map(({ mobileAppId }) => mobileAppId);
  for (const [index, caller] of callers.entries())
    if (callers.indexOf(caller) < index) refuse(`apps.${index}.mobileAppId`);
  const genauth = readGenauth(fields.inside('genauth'), template);
  // The launch would choose the user pool, or nobody would mint it.
  if (apps.some(({ returns }) => returns.includes('ticket')))
    for (const key of ['userPoolId', 'ticketEndpoint'] as const)
      if (genauth[key] === null) refuse(`genauth.${key}`);
  const brand: Brand = {
    ...shown,
    ...readLook(fields, part),
    appName: required('appName', words(60), {}),
    operator: required('operator', words(100), {}),
    contact: optional('contact', orNull(words(100)), { is: null }).is,
    apps: nonEmpty(apps) ?? template.apps,
    unknownCaller: optional('unknownCaller', oneOf('refuse', ...callers), 'refuse'),
    scopes: optional(
      'scopes',
      (value) => {
        const scopes = listOf(matching(/^[A-Za-z0-9_:.]{1,64}$/), 50)(value);
        return scopes?.includes('openid') ? scopes : null;
      },
      template.scopes,
    ),
    sealed: optional('sealed', oneOf('optional', 'required'), template.sealed),
    clipboard: optional('clipboard', oneOf(true, false), template.clipboard),
    phone: optional('phone', oneOf('none', 'optional', 'required'), template.phone),
    extraData: optional('extraData', oneOf('string', 'object'), template.extraData),
    genauth,
    agreements: required(
      'agreements',
      (value) => readAgreements(value, shown),
      template.agreements,
    ),
    texts: Object.fromEntries(
      languages.map((lang) => [lang, { ...template.texts[lang], ...said[lang] }]),
    ),
  };
  fields.refuseOthers();
  return brand;
}

function readGenauth(fields: Fields, { genauth }: Brand): Brand['genauth'] {
  const { required, optional } = fields;
  const names = fields.inside('headers');
  const name = (key: keyof Brand['genauth']['headers']) =>
    names.optional(key, header, genauth.headers[key]);
  const headers = {
    appId: name('appId'),
    requestFrom: name('requestFrom'),
    sdkVersion: name('sdkVersion'),
    lang: name('lang'),
  };
  const all = Object.entries(headers).map(([key, one]) => [key, one.toLowerCase()] as const);
  // Of two with one name only one could be sent.
  for (const [index, [key, one]] of all.entries())
    if (all.findIndex(([, other]) => other === one) < index) names.refuse(key);
  names.refuseOthers();
  const read = {
    host: required('host', origin, genauth.host),
    userPoolId: optional('userPoolId', orNull(matching(/^[0-9a-f]{24}$/)), { is: null }).is,
    headers,
    phonePayload: optional(
      'phonePayload',
      oneOf('auto', 'code', 'encrypted'),
      genauth.phonePayload,
    ),
    ticketEndpoint: optional('ticketEndpoint', orNull(address), { is: null }).is,
  };
  fields.refuseOthers();
  return read;
}
