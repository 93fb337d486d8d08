import { z } from 'zod';
import { langs } from '../../../miniprogram/login/lang';
import { expected } from '../../messages/fields';
import { listedInWords, say } from '../../messages/say';
import { values } from '../../messages/values';
import { look, theme } from './look-schema';
import { events, subpackages } from './more-schema';
import {
  about,
  appId,
  baseUrl,
  because,
  connection,
  contract,
  fileName,
  headerName,
  hostName,
  id24,
  lang,
  line,
  listOf,
  origin,
  pageUrl,
  projectName,
  textName,
  words,
} from './schema-parts';

/**
 * The shape of `brands/<name>/brand.json`; the descriptions are what an editor shows next to a
 * field.
 */

const agreement = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/, because(expected.agreementId)),
  version: line(40).describe(about('agreementVersion')),
  title: words(60).describe(about('agreementTitle')),
  content: z
    .union(
      [z.strictObject({ url: pageUrl }), z.strictObject({ textFile: textName })],
      because(expected.agreementContent),
    )
    .describe(about('agreementContent')),
});

const genauth = z.strictObject({
  host: origin.describe(about('host')),
  userPoolId: id24.nullable().describe(about('userPoolId')),
  headers: z
    .strictObject({
      appId: headerName,
      requestFrom: headerName,
      sdkVersion: headerName,
      lang: headerName,
    })
    .describe(about('headers')),
  phonePayload: z
    .enum(
      ['auto', 'code', 'encrypted'],
      because(() => values.oneOf('auto', 'code', 'encrypted')),
    )
    .describe(about('phonePayload')),
  ticketEndpoint: pageUrl.nullable().describe(about('ticketEndpoint')),
});

const agreements = z.discriminatedUnion(
  'from',
  [
    z.strictObject({
      from: z.literal('brand'),
      items: z
        .array(agreement)
        .min(1, because(expected.agreements))
        .max(10, because(expected.agreementsMany))
        .refine(
          (list) => new Set(list.map(({ id }) => id)).size === list.length,
          because(expected.agreementsTwice),
        ),
    }),
    z.strictObject({ from: z.literal('genauth'), consoleHost: origin }),
  ],
  because(expected.agreementsFrom),
);

const logo = fileName.regex(/\.png$/, because(expected.png));
const contact = words(100).nullable();
const ownWords = z.partialRecord(lang, z.record(z.string(), line(500)));

/** What one app has of its own, where a brand has several apps. */
const own = z.strictObject({
  logo: logo.describe(about('logo')).exactOptional(),
  look: z.strictObject({ light: theme, dark: theme }).exactOptional(),
  contact: contact.describe(about('contact')).exactOptional(),
  agreements: agreements.exactOptional(),
  words: ownWords.describe(about('words')).exactOptional(),
});

const appEntry = z.strictObject({
  mobileAppId: appId.describe(about('mobileAppId')),
  app: id24.describe(about('app')),
  connection: connection.describe(about('connection')),
  returns: listOf(contract, expected.returns).describe(about('returns')),
  createsAccounts: z
    .boolean(because(expected.trueOrFalse))
    .exactOptional()
    .describe(about('createsAccounts')),
  name: words(60).nullable().default(null).describe(about('name')),
  own: own.describe(about('own')).exactOptional(),
});

/** A hosted program: it serves the apps of many companies, and asks a directory about each. */
const directory = z.strictObject({
  consoleHost: origin.nullable().describe(about('directoryConsole')),
  endpoint: baseUrl.nullable().describe(about('directoryEndpoint')),
  returns: listOf(contract, expected.returns).describe(about('returns')),
  hosts: z.array(origin).max(20).default([]).describe(about('directoryHosts')),
  logoHosts: z.array(hostName).max(20).default([]).describe(about('directoryLogoHosts')),
  reader: pageUrl.nullable().default(null).describe(about('directoryReader')),
  unregistered: z
    .enum(
      ['refuse', 'codes'],
      because(() => values.oneOf('refuse', 'codes')),
    )
    .default('refuse')
    .describe(about('directoryUnregistered')),
});

/** A program that WeChat's third-party platform commits for many companies, each with its brand. */
const template = z.strictObject({
  logoHosts: z.array(hostName).max(20).default([]).describe(about('directoryLogoHosts')),
});

const shape = z.strictObject({
  $schema: z.string().optional(),
  sample: z.boolean(because(expected.trueOrFalse)).optional().describe(about('sample')),
  version: z
    .string(because(expected.version))
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, because(expected.version))
    .exactOptional()
    .describe(about('version')),
  appName: words(60).describe(about('appName')),
  operator: words(100).describe(about('operator')),
  logo: logo.describe(about('logo')),
  contact: contact.describe(about('contact')),
  miniProgram: z.strictObject({
    appId: appId.describe(about('miniProgramAppId')),
    projectName: projectName.describe(about('projectName')),
  }),
  languages: listOf(lang, () => expected.languages(listedInWords(langs))).describe(
    about('languages'),
  ),
  apps: listOf(
    appEntry,
    expected.apps,
    ({ mobileAppId }: { mobileAppId: string }) => mobileAppId,
    values.appTwice,
  )
    .describe(about('apps'))
    .exactOptional(),
  directory: directory.describe(about('directory')).exactOptional(),
  template: template.describe(about('template')).exactOptional(),
  logoUrl: pageUrl.describe(about('logoUrl')).exactOptional(),
  unknownCaller: z
    .string()
    .regex(/^(?:refuse|wx[0-9a-f]{16})$/, because(expected.unknownCaller))
    .describe(about('unknownCaller')),
  scopes: listOf(
    z.string().regex(/^[A-Za-z0-9_:.]{1,64}$/, because(expected.scope)),
    expected.openid,
  )
    .refine((list) => list.includes('openid'), because(expected.openidWhy))
    .describe(about('scopes')),
  sealed: z
    .enum(
      ['optional', 'required'],
      because(() => values.oneOf('optional', 'required')),
    )
    .describe(about('sealed')),
  clipboard: z.boolean(because(expected.trueOrFalse)).default(false).describe(about('clipboard')),
  phone: z
    .enum(
      ['required', 'optional', 'none'],
      because(() => values.oneOf('required', 'optional', 'none')),
    )
    .describe(about('phone')),
  extraData: z
    .enum(
      ['string', 'object'],
      because(() => values.oneOf('string', 'object')),
    )
    .describe(about('extraData')),
  genauth,
  businessDomains: z
    .array(hostName)
    .max(20)
    .refine((list) => new Set(list).size === list.length, because(values.once))
    .describe(about('businessDomains')),
  agreements,
  look,
  words: ownWords.describe(about('words')),
  subpackages: subpackages.exactOptional(),
  events: events.exactOptional(),
});

export const brandSchema = shape
  .check((context) => {
    const { apps, directory, template } = context.value;
    const problem = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, input: context.value, path: [path] });
    const sources = [apps, directory, template].filter((one) => one !== undefined);
    if (sources.length === 0) problem('apps', say(expected.apps()));
    if (sources.length > 1)
      problem(directory ? 'directory' : 'template', say(expected.appsOrDirectory()));
    if (directory?.consoleHost === null && directory.endpoint === null)
      problem('directory', say(expected.directorySource()));
  })
  .transform(({ apps, ...pack }) => ({
    ...pack,
    // Whom a hosted program serves is for its directory to say: nobody has this AppID.
    apps: apps ?? ([nobody(pack.directory?.returns ?? ['session', 'codes'])] as const),
  }));

type App = z.infer<typeof appEntry>;

function nobody(returns: App['returns']): App {
  return { mobileAppId: '', app: '', connection: '', returns, name: null };
}

export type BrandPack = z.infer<typeof brandSchema>;
