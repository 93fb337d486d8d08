import { z } from 'zod';
import { langs } from '../../../miniprogram/login/lang';
import {
  appId,
  colour,
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

const appEntry = z.strictObject({
  mobileAppId: appId.describe(
    "The app's own AppID at WeChat's open platform (a mobile application, not the mini program).",
  ),
  app: id24.describe('The application at GenAuth that its users sign in to.'),
  connection: connection.describe(
    'The Unique ID of the identity source "APP Launches Mini Program" in GenAuth\'s console.',
  ),
  returns: listOf(contract, 'at least one is needed, or the app could not be answered').describe(
    'What it may get: "session" (tokens), "codes" (for the Guard SDK), "ticket" (older apps). "session" alone is the safe choice.',
  ),
  createsAccounts: z
    .boolean({ error: 'true or false is expected' })
    .exactOptional()
    .describe(
      "Whether its logins may create accounts: what GenAuth's agreements say about registering is shown then. false only where the identity source is in Login Only Mode.",
    ),
  name: words(60)
    .nullable()
    .default(null)
    .describe('What people call this app, where it differs from appName.'),
});

const theme = z.strictObject({
  background: colour.describe('Behind everything, the native bar included.'),
  primary: colour.describe('The main button. 3 : 1 or more with the background is good advice.'),
  onPrimary: colour.describe('The text on the main button. 4.5 : 1 or more with primary.'),
  link: colour.describe('Links to agreements. 4.5 : 1 or more with the background and the cards.'),
});

const agreement = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/, 'lower case letters, digits and "-" are expected, at most 32'),
  version: line(40).describe('Goes to the app with the consent; change it when the text changes.'),
  title: words(60).describe('As it stands in the sentence of consent, with 《》 in Chinese.'),
  content: z
    .union([z.strictObject({ url: pageUrl }), z.strictObject({ textFile: textName })], {
      error:
        'either {"url": "https://..."} or {"textFile": "terms"} is expected, where agreements/terms.<language>.txt are the texts',
    })
    .describe(
      'A page on one of businessDomains, or texts in the folder agreements: {"textFile": "terms"}.',
    ),
});

const genauth = z.strictObject({
  host: origin.describe("GenAuth's origin; declare it with WeChat as a request domain."),
  userPoolId: id24.nullable().describe('Needed for "ticket" alone; else null.'),
  headers: z
    .strictObject({
      appId: headerName,
      requestFrom: headerName,
      sdkVersion: headerName,
      lang: headerName,
    })
    .describe('Names of request headers: x-authing-... at GenAuth and Authing.'),
  phonePayload: z
    .enum(['auto', 'code', 'encrypted'], { error: '"auto", "code" or "encrypted" is expected' })
    .describe('How the phone number travels; "encrypted" for older private deployments.'),
  ticketEndpoint: pageUrl
    .nullable()
    .describe('Your own address that mints tickets; null where no app returns "ticket".'),
});

const agreements = z.discriminatedUnion(
  'from',
  [
    z.strictObject({
      from: z.literal('brand'),
      items: z
        .array(agreement)
        .min(1, 'at least one is needed: WeChat refuses a login without an agreement to read')
        .max(10, 'at most 10 fit on the screen')
        .refine(
          (list) => new Set(list.map(({ id }) => id)).size === list.length,
          'two agreements have the same id',
        ),
    }),
    z.strictObject({ from: z.literal('genauth'), consoleHost: origin }),
  ],
  { error: '"from" must be "brand" or "genauth"' },
);

export const brandSchema = z.strictObject({
  $schema: z.string().optional(),
  sample: z
    .boolean()
    .optional()
    .describe('Comes with the project; steps back where there is a brand of your own.'),
  appName: words(60).describe('The app that asks, as its users call it.'),
  operator: words(100).describe('The company on whose behalf, as registered with WeChat.'),
  logo: fileName
    .regex(/\.png$/, 'a PNG picture is expected')
    .describe('A square PNG in this folder, 144 to 1024 px wide, at most 40 KB.'),
  contact: words(100).nullable().describe('Where a person gets help; null hides it.'),
  miniProgram: z.strictObject({
    appId: appId.describe("The mini program's AppID, from mp.weixin.qq.com."),
    projectName: projectName.describe('What WeChat DevTools calls the project.'),
  }),
  languages: listOf(lang, `at least one of ${langs.join(', ')} is needed`).describe(
    'What the program speaks; the first one where nothing is nearer to the person. Fewer languages are a smaller program.',
  ),
  apps: listOf(
    appEntry,
    'at least one app that may open the program is needed',
    ({ mobileAppId }: { mobileAppId: string }) => mobileAppId,
  ).describe('The apps that may open the program. Every other one gets a refusal.'),
  unknownCaller: z
    .string()
    .regex(
      /^(?:refuse|wx[0-9a-f]{16})$/,
      '"refuse" or the mobileAppId of one of the apps is expected',
    )
    .describe(
      'A caller whose AppID WeChat does not tell: "refuse", or the mobileAppId of the app it is taken for.',
    ),
  scopes: listOf(
    z.string().regex(/^[A-Za-z0-9_:.]{1,64}$/, 'an OIDC scope is expected, e.g. profile'),
    'openid is needed',
  )
    .refine((list) => list.includes('openid'), 'openid is needed: without it there is no id_token')
    .describe('The OIDC scopes that an app may ask for.'),
  sealed: z
    .enum(['optional', 'required'], { error: '"optional" or "required" is expected' })
    .describe(
      '"required": a session only goes back encrypted to the key that the app sent. The safe choice.',
    ),
  clipboard: z
    .boolean({ error: 'true or false is expected' })
    .default(false)
    .describe(
      'Whether details for support may be copied; has to be declared in the privacy guide with WeChat.',
    ),
  phone: z
    .enum(['required', 'optional', 'none'], {
      error: '"required", "optional" or "none" is expected',
    })
    .describe('The least that is asked for; an app may ask for more.'),
  extraData: z
    .enum(['string', 'object'], { error: '"string" or "object" is expected' })
    .describe('How WeChat hands the result over; "string" unless the app needs the object form.'),
  genauth,
  businessDomains: z
    .array(hostName)
    .max(20)
    .describe("Hosts of the agreements' pages, declared with WeChat as business domains."),
  agreements,
  look: z.strictObject({
    radius: z
      .number()
      .min(0, 'px, 0 to 28 is expected')
      .max(28, 'px, 0 to 28 is expected')
      .describe('Of corners, px.'),
    light: theme,
    dark: theme,
  }),
  words: z
    .partialRecord(lang, z.record(z.string(), line(500)))
    .describe('Your own words in place of ours: {"en": {"login.heading": "Welcome to {app}"}}.'),
});

export type BrandPack = z.infer<typeof brandSchema>;

/** For editors: completion, checks and descriptions while brand.json is typed. */
export function jsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(brandSchema, { io: 'input' }), null, 2)}\n`;
}
