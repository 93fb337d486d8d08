import { platformErrors } from '../../contract/platform-errors';
import type { WechatError } from '../../contract/wechat-errors';
import { type ExtJson, readExtJson } from './ext-json';
import type { ThirdPartyPlatform } from './platform';
import type { Audit, Category, Template, Tenant, Trial } from './state';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html */
const MOST_MAIN_BYTES = 2 * 1024 * 1024;
const MOST_TOTAL_BYTES = 20 * 1024 * 1024;
/** The last ones that were released or gone back to. */
const MOST_LIVE = 6;
const UNDOS_A_DAY = 5;
const UNDOS_A_MONTH = 10;
const DAY_MS = 24 * 3600_000;

export interface Commit {
  readonly template_id: number;
  readonly ext_json: string;
  readonly user_version: string;
  readonly user_desc: string;
}

/** A new trial version in place of the one before, and a check of its code. */
export function commit(
  platform: ThirdPartyPlatform,
  appid: string,
  wanted: Commit,
): WechatError | null {
  const tenant = tenantOf(platform, appid);
  const { commitSeconds } = platform.settings;
  const now = platform.clock.now();
  if (tenant.trial && now < tenant.trial.at + commitSeconds * 1000)
    return platformErrors.concurrent;
  const template = platform.templates.get(String(wanted.template_id));
  if (!template) return platformErrors.noTemplate;
  if (wanted.user_version.length > 64) return platformErrors.invalidArgs;
  const ext = readExtJson(wanted.ext_json, {
    appid,
    code: template.code,
    isStandard: template.template_type === 1,
    privateApis: tenant.privateApis,
  });
  if (isError(ext)) return ext;
  const { mainBytes, totalBytes } = template.code;
  const extBytes = Buffer.byteLength(wanted.ext_json);
  if (mainBytes + extBytes > MOST_MAIN_BYTES || totalBytes + extBytes > MOST_TOTAL_BYTES)
    return platformErrors.packageSize;
  platform.change(appid, {
    trial: trialOf(template, ext, wanted, tenant, now),
    accepted: { ...tenant.accepted, commit: tenant.accepted.commit + 1 },
  });
  return null;
}

function isError(value: ExtJson | WechatError): value is WechatError {
  return 'errcode' in value;
}

function trialOf(
  { code }: Template,
  ext: ExtJson,
  wanted: Commit,
  { privateApis }: Tenant,
  at: number,
): Trial {
  const declared = ext.requiredPrivateInfos ?? [];
  return {
    version: wanted.user_version,
    description: wanted.user_desc,
    at,
    templateId: wanted.template_id,
    extJson: wanted.ext_json,
    pages: ext.pages ?? code.pages,
    withoutAuth: code.privateApis.filter((api) => !privateApis.includes(api)),
    withoutConf: code.privateApis.filter((api) => !declared.includes(api)),
  };
}

/** What the check found; 61039 while it is under way. */
export function privacyInfo(platform: ThirdPartyPlatform, appid: string): object {
  const { trial } = tenantOf(platform, appid);
  if (!trial) return platformErrors.noTrialVersion;
  if (isChecking(platform, trial)) return platformErrors.checkUnfinished;
  return {
    errcode: 0,
    errmsg: 'ok',
    without_auth_list: trial.withoutAuth.map((api) => `wx.${api}`),
    without_conf_list: trial.withoutConf.map((api) => `wx.${api}`),
  };
}

function isChecking({ clock, settings }: ThirdPartyPlatform, { at }: Trial): boolean {
  return clock.now() < at + settings.checkSeconds * 1000;
}

/** A category of the tenant's, and the page that belongs to it. */
interface SubmittedItem extends Category {
  readonly address?: string | undefined;
  readonly tag?: string | undefined;
  readonly title?: string | undefined;
}

export interface Submission {
  readonly item_list: readonly SubmittedItem[];
  readonly version_desc?: string | undefined;
  readonly privacy_api_not_use?: boolean | undefined;
}

/** Puts the trial version under review. Each accepted one counts against the month's quota. */
export function submitAudit(
  platform: ThirdPartyPlatform,
  appid: string,
  submission: Submission,
): { readonly auditid: number } | WechatError {
  const tenant = tenantOf(platform, appid);
  const { trial } = tenant;
  if (!tenant.named) return platformErrors.notSetUp;
  if (!tenant.maySubmit) return platformErrors.forbidden;
  if (!trial) return platformErrors.nothingCommitted;
  const wrong = itemError(submission, tenant, trial);
  if (wrong) return wrong;
  if (isChecking(platform, trial)) return platformErrors.checkUnfinished;
  const isUnclear = trial.withoutAuth.length > 0 || trial.withoutConf.length > 0;
  if (isUnclear && submission.privacy_api_not_use !== true) return platformErrors.privateApis;
  if (tenant.audits.some(({ status }) => status === 2 || status === 4))
    return platformErrors.underAudit;
  if (platform.submitted >= platform.settings.auditLimit) return platformErrors.auditQuota;
  platform.countSubmission();
  const auditid = platform.nextNumber('audit', 430_000_001);
  const audit: Audit = {
    id: auditid,
    trial,
    at: platform.clock.now(),
    status: 2,
    reason: '',
    released: false,
  };
  platform.change(appid, {
    audits: [...tenant.audits, audit],
    accepted: { ...tenant.accepted, submit: tenant.accepted.submit + 1 },
  });
  return { auditid };
}

function itemError(
  { item_list, version_desc = '' }: Submission,
  { categories }: Tenant,
  { pages }: Trial,
): WechatError | null {
  if (item_list.length < 1 || item_list.length > 5) return platformErrors.itemCount;
  if (version_desc.length > 500) return platformErrors.longDescription;
  for (const { address, tag = '', title = '', ...category } of item_list) {
    if (category.first_class === '' || category.second_class === '')
      return platformErrors.emptyItem;
    const isKnown = categories.some(
      ({ first_id, second_id, third_id }) =>
        first_id === category.first_id &&
        second_id === category.second_id &&
        third_id === category.third_id,
    );
    if (!isKnown) return platformErrors.badCategory;
    if (address !== undefined && !pages.includes(address)) return platformErrors.badPage;
    const tags = tag.split(' ');
    if (tags.length > 10 || tags.some((one) => one.length > 20)) return platformErrors.badTag;
    if (title.length > 32) return platformErrors.badTitle;
  }
  return null;
}

/** null: the last one. */
export function auditStatus(
  platform: ThirdPartyPlatform,
  appid: string,
  id: number | null,
): object {
  const { audits } = tenantOf(platform, appid);
  const audit = id === null ? audits.at(-1) : audits.find((one) => one.id === id);
  if (!audit) return id === null ? platformErrors.noLatestAudit : platformErrors.badAuditId;
  const { status, reason, trial, at } = audit;
  const found = { errcode: 0, errmsg: 'ok', status, reason, screenshot: '' };
  if (id !== null) return found;
  return {
    ...found,
    auditid: audit.id,
    user_version: trial.version,
    user_desc: trial.description,
    submit_audit_time: Math.floor(at / 1000),
  };
}

/** The control API's: what WeChat's reviewer says. */
export function decide(
  platform: ThirdPartyPlatform,
  appid: string,
  verdict: Pick<Audit, 'status' | 'reason'>,
): Audit | null {
  const { audits } = tenantOf(platform, appid);
  const open = audits.find(({ status }) => status === 2 || status === 4);
  if (!open) return null;
  const decided = { ...open, ...verdict };
  platform.change(appid, { audits: audits.map((one) => (one === open ? decided : one)) });
  return decided;
}

export function undoAudit(platform: ThirdPartyPlatform, appid: string): WechatError | null {
  const { audits, undone } = tenantOf(platform, appid);
  if (!audits.some(({ status }) => status === 2 || status === 4)) return platformErrors.noAudit;
  const now = platform.clock.now();
  const today = undone.filter((at) => Math.floor(at / DAY_MS) === Math.floor(now / DAY_MS));
  const month = undone.filter((at) => now - at < 30 * DAY_MS);
  if (today.length >= UNDOS_A_DAY || month.length >= UNDOS_A_MONTH) return platformErrors.undoQuota;
  decide(platform, appid, { status: 3, reason: '' });
  platform.change(appid, { undone: [...month, now] });
  return null;
}

/** The last version that was approved goes live, and with it the privacy guide's draft. */
export function release(platform: ThirdPartyPlatform, appid: string): WechatError | null {
  const tenant = tenantOf(platform, appid);
  const audit = tenant.audits.at(-1);
  if (!audit) return platformErrors.noAudit;
  if (audit.released) return platformErrors.released;
  if (audit.status !== 0) return platformErrors.notApproved;
  const at = platform.clock.now();
  const version = { id: platform.nextNumber('version', 1), trial: audit.trial, at };
  platform.change(appid, {
    audits: tenant.audits.map((one) => (one === audit ? { ...one, released: true } : one)),
    live: [...tenant.live, version].slice(-MOST_LIVE),
    reverted: false,
    // From now on the platform's alone count.
    ownDomains: [],
    privacy: { ...tenant.privacy, live: tenant.privacy.draft ?? tenant.privacy.live },
    accepted: { ...tenant.accepted, release: tenant.accepted.release + 1 },
  });
  return null;
}

/** @param version `app_version`; null: the one before the live one. */
export function revert(
  platform: ThirdPartyPlatform,
  appid: string,
  version: number | null,
): WechatError | null {
  const { live, reverted } = tenantOf(platform, appid);
  if (reverted) return platformErrors.noWayBack;
  const past = live.slice(0, -1);
  const target = version === null ? past.at(-1) : past.find(({ id }) => id === version);
  if (!target) return version === null ? platformErrors.noWayBack : platformErrors.invalidArgs;
  platform.change(appid, { live: live.slice(0, live.indexOf(target) + 1), reverted: true });
  return null;
}

export function pastVersions(platform: ThirdPartyPlatform, appid: string) {
  const { live, reverted } = tenantOf(platform, appid);
  const past = reverted ? [] : live.slice(0, -1);
  return past.toReversed().map(({ id, trial, at }) => ({
    app_version: id,
    user_version: trial.version,
    user_desc: trial.description,
    commit_time: Math.floor(at / 1000),
  }));
}

export function versionInfo(platform: ThirdPartyPlatform, appid: string): object {
  const { trial, live } = tenantOf(platform, appid);
  const current = live.at(-1);
  return {
    errcode: 0,
    errmsg: 'ok',
    ...(trial && {
      exp_info: {
        exp_time: Math.floor(trial.at / 1000),
        exp_version: trial.version,
        exp_desc: trial.description,
      },
    }),
    ...(current && {
      release_info: {
        release_time: Math.floor(current.at / 1000),
        release_version: current.trial.version,
        release_desc: current.trial.description,
      },
    }),
  };
}

function tenantOf(platform: ThirdPartyPlatform, appid: string): Tenant {
  const tenant = platform.tenant(appid);
  if (!tenant) throw new Error(`no mini program ${appid} is registered with WeChat`);
  return tenant;
}
