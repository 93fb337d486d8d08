import { z } from 'zod';

/** The shape of `brands/<name>/brand.json`. Every refusal says what is expected, because a tenant reads it and not a developer. */

const text = z.string({ error: 'a text is expected' }).trim().min(1, 'must not be empty');

const lang = z.enum(['zh-CN', 'zh-TW', 'en', 'ja'], { error: '"zh-CN", "zh-TW", "en" or "ja" is expected' });

/** In the brand's languages; which ones is checked when they are known. */
const words = z.partialRecord(lang, text, { error: "a text in each of the brand's languages is expected" });

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour as #rrggbb is expected, e.g. #0b6478');

const origin = z
  .string()
  .regex(
    /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
    'an https origin is expected, without port, path or slash at the end, e.g. https://core.genauth.ai',
  )
  .refine((value) => !/^https:\/\/[\d.]+$/.test(value), 'WeChat allows domain names only, no IP addresses');

const pageUrl = z.string().regex(/^https:\/\/\S+$/, 'an https address is expected; WeChat opens no other');

const id24 = z
  .string()
  .regex(/^[0-9a-f]{24}$/, '24 hexadecimal digits in lower case are expected; GenAuth shows the id in its console');

const headerName = z.string().regex(/^[a-z0-9-]+$/, 'a header name in lower case is expected, e.g. x-authing-app-id');

const fileName = z.string().regex(/^[\w.-]+$/, 'the name of a file in the brand folder is expected, without a path');

const hostName = z
  .string()
  .regex(
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
    'a host name in lower case is expected, without https://, port or path, e.g. www.example.com',
  );

const appId = z.string().regex(/^wx[0-9a-f]{16}$/, 'an AppID is expected: "wx" and 16 hexadecimal digits');

/** At least one, and each once; `key` is what makes two the same. */
function listOf<T>(item: z.ZodType<T>, none: string, key: (value: T) => unknown = (value) => value) {
  return z
    .array(item, { error: none })
    .min(1, none)
    .refine((list) => new Set(list.map(key)).size === list.length, 'each may stand once')
    .transform(nonEmpty);
}

function nonEmpty<T>([first, ...rest]: readonly T[]): readonly [T, ...T[]] {
  // Not reached: the length was checked before.
  if (first === undefined) throw new Error('The list is empty');
  return [first, ...rest];
}

const contract = z.enum(['session', 'codes', 'ticket'], { error: '"session", "codes" or "ticket" is expected' });

const appEntry = z.strictObject({
  mobileAppId: appId,
  app: id24,
  connection: z
    .string()
    .regex(/^[a-z0-9-]{1,31}$/, 'the identity source\'s Unique ID is expected: lower case letters, digits, "-", at most 31'),
  returns: listOf(contract, 'at least one is needed, or the app could not be answered'),
  name: words.nullable().default(null),
});

const textName = z
  .string()
  .regex(/^[a-z0-9-]{1,32}$/, 'the first part of the file names is expected: lower case letters, digits, "-"');

const theme = z.strictObject({ background: colour, primary: colour, onPrimary: colour, link: colour });

const agreement = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,32}$/, 'lower case letters, digits and "-" are expected, at most 32'),
  version: text,
  title: words,
  content: z.union([z.strictObject({ url: pageUrl }), z.strictObject({ textFile: textName })], {
    error:
      'either {"url": "https://..."} or {"textFile": "terms"} is expected, where agreements/terms.<language>.txt are the texts',
  }),
});

export const brandSchema = z.strictObject({
  $schema: z.string().optional(),
  sample: z.boolean().optional(),
  appName: words,
  operator: words,
  logo: fileName.regex(/\.png$/, 'a PNG picture is expected'),
  contact: words.nullable(),
  miniProgram: z.strictObject({
    appId,
    projectName: z.string().regex(/^[\w-]+$/, 'letters, digits, "-" and "_" are expected'),
  }),
  genauth: z.strictObject({
    host: origin,
    userPoolId: id24.nullable(),
    headers: z.strictObject({ appId: headerName, requestFrom: headerName, sdkVersion: headerName, lang: headerName }),
    phonePayload: z.enum(['auto', 'code', 'encrypted'], { error: '"auto", "code" or "encrypted" is expected' }),
    ticketEndpoint: pageUrl.nullable(),
  }),
  apps: listOf(appEntry, 'at least one app that may open the program is needed', ({ mobileAppId }) => mobileAppId),
  unknownCaller: z.string().regex(/^(?:refuse|wx[0-9a-f]{16})$/, '"refuse" or the mobileAppId of one of the apps is expected'),
  scopes: listOf(
    z.string().regex(/^[A-Za-z0-9_:.]{1,64}$/, 'an OIDC scope is expected, e.g. profile'),
    'openid is needed',
  ).refine((list) => list.includes('openid'), 'openid is needed: without it there is no id_token'),
  sealed: z.enum(['optional', 'required'], { error: '"optional" or "required" is expected' }),
  clipboard: z.boolean({ error: 'true or false is expected' }).default(false),
  businessDomains: z.array(hostName),
  languages: listOf(lang, 'at least one of zh-CN, zh-TW, en, ja is needed'),
  phone: z.enum(['required', 'optional', 'none'], { error: '"required", "optional" or "none" is expected' }),
  extraData: z.enum(['string', 'object'], { error: '"string" or "object" is expected' }),
  agreements: z.discriminatedUnion(
    'from',
    [
      z.strictObject({
        from: z.literal('brand'),
        items: z
          .array(agreement)
          .min(1, 'at least one is needed: WeChat refuses a log-in without an agreement to read')
          .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'two agreements have the same id'),
      }),
      z.strictObject({ from: z.literal('genauth'), consoleHost: origin }),
    ],
    { error: '"from" must be "brand" or "genauth"' },
  ),
  look: z.strictObject({
    radius: z.number().min(0, 'px, 0 to 28 is expected').max(28, 'px, 0 to 28 is expected'),
    light: theme,
    dark: theme,
  }),
  words: z.partialRecord(lang, z.record(z.string(), text)),
});

export type BrandPack = z.infer<typeof brandSchema>;
