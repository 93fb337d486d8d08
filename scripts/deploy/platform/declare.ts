import { z } from 'zod';
import { purposes as ownPurposes, remedies, steps, troubles } from '../../messages/platform';
import { listedInWords, say } from '../../messages/say';
import type { Provider } from './provider';
import { type After, orLost, type StepContext } from './steps';
import { trouble } from './trouble';
import type { NotOk, WechatAnswer } from './wechat-api';

/** What a mini program has to have declared with WeChat before its login works. */
export interface Needs {
  /** Origins, as `https://core.genauth.ai`. */
  readonly requestDomains: readonly string[];
  /** Whom people ask, as the brand says it: an address or a number is looked for in it. */
  readonly contact: string | null;
}

type Guide = NonNullable<Provider['privacy']>;

/** WeChat takes none of them: they are there, or your platform has not registered them. */
const NOTHING_NEW = 85017;
const domains = z.object({ requestdomain: z.array(z.string()).default([]) });
const privacySetting = z.object({
  /** What WeChat has found in the code. */
  privacy_list: z.array(z.string()).default([]),
  owner_setting: z.record(z.string(), z.unknown()).default({}),
  setting_list: z
    .array(z.object({ privacy_key: z.string(), privacy_text: z.string().default('') }))
    .default([]),
  /** Of plug-ins and SDKs that the company has in its program. */
  sdk_privacy_info_list: z.array(z.unknown()).default([]),
});
const CONTACTS = ['contact_email', 'contact_phone', 'contact_qq', 'contact_weixin'];
/** What the login itself asks for: in Chinese, as WeChat shows the guide. */
const usual = { PhoneNumber: ownPurposes.phone().zh, Clipboard: ownPurposes.clipboard().zh };

/**
 * Adds to the domains and the privacy guide what they need, and changes nothing that is there. The
 * guide's draft goes live with the version that is submitted next, so it comes after the check.
 * https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/privacy-management/api_setprivacysetting
 */
export async function declare(context: StepContext, needs: Needs, guide: Guide): Promise<After> {
  context.say(say(steps.declaring()));
  return (
    (await declareDomains(context, needs)) ??
    (await declarePrivacy(context, needs, guide)) ?? { record: context.record }
  );
}

/**
 * All that are needed are added, also those that are there: WeChat drops what a company has declared
 * itself when code is released over the platform, and keeps what the platform has added.
 * https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/domain-management/api_modifyserverdomain
 */
async function declareDomains(
  { run, record }: StepContext,
  { requestDomains }: Needs,
): Promise<After | null> {
  if (requestDomains.length === 0) return null;
  const path = '/wxa/modify_domain';
  const change = { action: 'add', requestdomain: requestDomains };
  const answer = await run.api.post(record.appId, path, change);
  const unfiled = unfiledOf(answer, requestDomains);
  if (unfiled.length > 0) {
    const problem = say(troubles.domainsNotFiled(unfiled.join(' ')));
    return { trouble: trouble('filing', problem, say(remedies.filing())) };
  }
  if (answer.kind !== 'ok' && !isNothingNew(answer)) {
    const after = orLost(answer, record);
    if (!('trouble' in after) || after.trouble.reason !== 'domains') return after;
    const problem = `${after.trouble.problems[0] ?? ''}: ${requestDomains.join(' ')}`;
    return { trouble: { ...after.trouble, problems: [problem] } };
  }
  // 0 says that some were taken, and not that all were.
  const there = await run.api.ask(record.appId, path, domains, { action: 'get' });
  if (there.kind !== 'ok') return orLost(there, record);
  const refused = requestDomains.filter((one) => !there.body.requestdomain.includes(one));
  if (refused.length === 0) return null;
  const problem = say(troubles.domainsNotTaken(refused.join(' ')));
  return { trouble: trouble('domains', problem, say(remedies.domains())) };
}

const unfiledAnswer = z.object({ no_icp_domain: z.array(z.string()) });

/** Those without an ICP filing, which WeChat names with or without their protocol. */
function unfiledOf(answer: WechatAnswer, wanted: readonly string[]): readonly string[] {
  const body = answer.kind === 'ok' || answer.kind === 'refused' ? answer.body : undefined;
  const read = unfiledAnswer.safeParse(body);
  if (!read.success) return [];
  const hosts = read.data.no_icp_domain.map(hostOf);
  return wanted.filter((one) => hosts.includes(hostOf(one)));
}

function hostOf(domain: string): string {
  return domain.replace(/^\w+:\/\//, '').replace(/[:/].*$/, '');
}

function isNothingNew(answer: NotOk): boolean {
  return answer.kind === 'refused' && answer.errcode === NOTHING_NEW;
}

async function declarePrivacy(
  { run, record }: StepContext,
  { contact }: Needs,
  { notice, purposes, contactEmail }: Guide,
): Promise<After | null> {
  const path = '/cgi-bin/component/getprivacysetting';
  const there = await run.api.ask(record.appId, path, privacySetting, { privacy_ver: 2 });
  if (there.kind !== 'ok') return orLost(there, record);
  const { privacy_list, owner_setting, setting_list, sdk_privacy_info_list } = there.body;
  const said = setting_list.filter(({ privacy_text }) => privacy_text !== '');
  const missing = [...new Set(['PhoneNumber', ...privacy_list])].filter(
    (key) => !said.some(({ privacy_key }) => privacy_key === key),
  );
  const owner = ownerOf(owner_setting, notice) ?? contactOf(contact ?? '', contactEmail, notice);
  if (owner === null) {
    const remedy = say(remedies.contact(record.brand));
    return { trouble: trouble('contact', say(troubles.noContact()), remedy) };
  }
  if (missing.length === 0 && owner === owner_setting) return null;
  const texts: Readonly<Record<string, string>> = { ...usual, ...purposes };
  const unknown = missing.filter((key) => texts[key] === undefined);
  if (unknown.length > 0) {
    const problem = say(troubles.noPurpose(listedInWords(unknown)));
    return { trouble: trouble('privacy', problem, say(remedies.purposes())) };
  }
  const added = missing.map((key) => ({ privacy_key: key, privacy_text: texts[key] ?? '' }));
  const answer = await run.api.post(record.appId, '/cgi-bin/component/setprivacysetting', {
    ...{ privacy_ver: 2, owner_setting: owner, setting_list: [...said, ...added] },
    // What is left out is taken out of the guide.
    ...(sdk_privacy_info_list.length > 0 && { sdk_privacy_info_list }),
  });
  return answer.kind === 'ok' ? null : orLost(answer, record);
}

type Owner = Readonly<Record<string, unknown>>;

/** The owner's own stays; null: it is not whole. */
function ownerOf(given: Owner, notice: string): Owner | null {
  if (!CONTACTS.some((key) => given[key])) return null;
  return given.notice_method ? given : { ...given, notice_method: notice };
}

function contactOf(contact: string, fallback: string | null, notice: string): Owner | null {
  const [email = fallback] = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(contact) ?? [];
  const [phone] = /\+?\d[\d -]{5,18}\d/.exec(contact) ?? [];
  // The company's own comes before the provider's.
  if (phone !== undefined && email === fallback)
    return { contact_phone: phone, notice_method: notice };
  return email === null ? null : { contact_email: email, notice_method: notice };
}
