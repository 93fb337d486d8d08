import { platformErrors } from '../../contract/platform-errors';
import type { WechatError } from '../../contract/wechat-errors';
import type { ThirdPartyPlatform } from './platform';
import type { Draft, Template } from './state';

/** https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/operation/thirdparty/template.html */
const MOST_TEMPLATES = 200;

/** What the development mini program's upload leaves: each has one draft, its last. */
export function addDraft(
  platform: ThirdPartyPlatform,
  draft: Omit<Draft, 'draft_id' | 'create_time'>,
): Draft {
  const added = {
    draft_id: platform.nextNumber('draft', 0),
    create_time: Math.floor(platform.clock.now() / 1000),
    ...draft,
  };
  platform.drafts.set(draft.source_miniprogram_appid, added);
  return added;
}

export function addToTemplate(
  platform: ThirdPartyPlatform,
  draftId: number,
  type: 0 | 1,
): WechatError | null {
  const draft = [...platform.drafts.values()].find(({ draft_id }) => draft_id === draftId);
  if (!draft) return platformErrors.noDraft;
  if (platform.templates.size >= MOST_TEMPLATES) return platformErrors.templatesFull;
  const template_id = platform.nextNumber('template', 1);
  platform.templates.set(String(template_id), { ...draft, template_id, template_type: type });
  return null;
}

export function listDrafts({ drafts }: ThirdPartyPlatform) {
  return [...drafts.values()].map(({ code: _, ...draft }) => ({ ...draft, category_list: [] }));
}

export function listTemplates({ templates }: ThirdPartyPlatform, type: 0 | 1 | null) {
  return [...templates.values()]
    .filter(({ template_type }: Template) => type === null || template_type === type)
    .map(({ code: _, developer: __, ...template }) => ({ ...template, category_list: [] }));
}
