import { z } from 'zod';
import { platformErrors } from '../../contract/platform-errors';
import type { WechatError } from '../../contract/wechat-errors';
import type { TemplateCode } from './state';

const record = z.record(z.string(), z.unknown());
const subPackages = z.array(z.object({ root: z.string(), pages: z.array(z.string()) }));

/**
 * What WeChat says it merges into the template's `app.json`; anything else would be lost without a
 * word. `directCommit` is of the file that the tool uploads.
 * https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_commit
 */
const shape = z.strictObject({
  extEnable: z.boolean().optional(),
  extAppid: z.string().optional(),
  directCommit: z.literal(false).optional(),
  ext: record.optional(),
  extPages: z.record(z.string(), record).optional(),
  pages: z.array(z.string()).optional(),
  window: record.optional(),
  networkTimeout: record.optional(),
  customOpen: record.optional(),
  tabBar: z.object({ list: z.array(record).optional() }).optional(),
  functionPages: z.union([z.boolean(), record]).optional(),
  subPackages: subPackages.optional(),
  subpackages: subPackages.optional(),
  navigateToMiniProgramAppIdList: z.array(z.string()).optional(),
  plugins: record.optional(),
  plugin: record.optional(),
  sitemap: record.optional(),
  requiredPrivateInfos: z.array(z.string()).optional(),
});

export type ExtJson = z.infer<typeof shape>;

/** A standard template takes these alone. */
const STANDARD = ['extAppid', 'ext', 'window'];

/** Those that have to be declared. */
const LOCATION_APIS = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
];
/** The first of them is for who needs none of the others. */
const EXACT_APIS = LOCATION_APIS.slice(1, 5);

export interface ExtContext {
  readonly appid: string;
  readonly code: TemplateCode;
  readonly isStandard: boolean;
  /** The location APIs that the mini program may use. */
  readonly privateApis: readonly string[];
}

export function readExtJson(text: string, context: ExtContext): ExtJson | WechatError {
  const json = parse(text);
  if (json === null) return platformErrors.unreadableExtJson;
  if (context.isStandard && Object.keys(json).some((key) => !STANDARD.includes(key)))
    return platformErrors.standardExtJson;
  if (Array.isArray(json.pages) && json.pages.length === 0) return platformErrors.noPages;
  const read = shape.safeParse(json);
  if (!read.success) return platformErrors.badExtJson;
  const ext = read.data;
  // Empty in WeChat's own example: the mini program is that of the token.
  if (ext.extAppid && ext.extAppid !== context.appid) return platformErrors.badExtJson;
  return pathError(ext, context.code) ?? privateError(ext, context.privateApis) ?? ext;
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return record.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Pages and subpackages are a subset of the template's; tabs name a page. */
function pathError(ext: ExtJson, code: TemplateCode): WechatError | null {
  const ofSubPackages = code.subPackages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/?$/, '/')}${page}`),
  );
  const known = new Set([...code.pages, ...ofSubPackages]);
  const named = [
    ...(ext.pages ?? []),
    ...Object.keys(ext.extPages ?? {}),
    ...(ext.subPackages ?? ext.subpackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => `${root.replace(/\/?$/, '/')}${page}`),
    ),
  ];
  if (named.some((path) => !known.has(path))) return platformErrors.unknownPath;
  const tabs = ext.tabBar?.list ?? [];
  return tabs.some(({ pagePath }) => typeof pagePath !== 'string')
    ? platformErrors.tabWithoutPath
    : null;
}

function privateError(
  { requiredPrivateInfos = [] }: ExtJson,
  permitted: readonly string[],
): WechatError | null {
  if (requiredPrivateInfos.some((api) => !LOCATION_APIS.includes(api)))
    return platformErrors.badPrivateInfos;
  if (
    requiredPrivateInfos.includes('getFuzzyLocation') &&
    requiredPrivateInfos.some((api) => EXACT_APIS.includes(api))
  )
    return platformErrors.clashingPrivateInfos;
  return requiredPrivateInfos.some((api) => !permitted.includes(api))
    ? platformErrors.forbiddenPrivateInfos
    : null;
}
