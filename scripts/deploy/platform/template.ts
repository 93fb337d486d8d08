import { z } from 'zod';
import { remedies, troubles } from '../../messages/platform';
import { say } from '../../messages/say';
import { wholeNumber } from './number';
import { type Trouble, trouble, troubleOf } from './trouble';
import type { WechatApi } from './wechat-api';

const drafts = z.object({
  draft_list: z
    .array(
      z.object({
        draft_id: wholeNumber,
        create_time: wholeNumber,
        user_version: z.string(),
        source_miniprogram_appid: z.string().optional(),
      }),
    )
    .default([]),
});
const templates = z.object({
  template_list: z
    .array(
      z.object({
        template_id: wholeNumber,
        create_time: wholeNumber,
        user_version: z.string(),
        source_miniprogram_appid: z.string().optional(),
      }),
    )
    .default([]),
});

export interface WantedTemplate {
  /** The third-party platform itself. */
  readonly componentAppId: string;
  /** The brand pack of the development mini program, and its AppID. */
  readonly brand: string;
  readonly appId: string;
  readonly version: string;
  /** Whether it is made of the draft where there is none yet. */
  readonly makes: boolean;
}

/**
 * The template of this version: found in the library, or made of the draft that the official tool
 * has left. The library holds 200, so it is looked at before anything is added to it.
 */
export async function findTemplate(
  api: WechatApi,
  wanted: WantedTemplate,
): Promise<number | Trouble> {
  const { componentAppId, brand, version } = wanted;
  const isWanted = (one: { user_version: string; source_miniprogram_appid?: string | undefined }) =>
    one.user_version === version && (one.source_miniprogram_appid ?? wanted.appId) === wanted.appId;
  const find = async () => {
    const answer = await api.ask(componentAppId, '/wxa/gettemplatelist', templates);
    if (answer.kind !== 'ok') return troubleOf(answer, brand);
    const own = answer.body.template_list.filter(isWanted);
    // The first one stays the one that is meant, however often the draft is added: what is committed
    // of another one is another version with the same number.
    return own.sort((a, b) => a.create_time - b.create_time || a.template_id - b.template_id).at(0)
      ?.template_id;
  };
  const found = await find();
  if (found !== undefined) return found;
  if (!wanted.makes)
    return trouble('template', say(troubles.noTemplate(version)), say(remedies.firstPart()));

  const box = await api.ask(componentAppId, '/wxa/gettemplatedraftlist', drafts);
  if (box.kind !== 'ok') return troubleOf(box, brand);
  const draft = box.body.draft_list
    .filter(isWanted)
    .sort((a, b) => b.create_time - a.create_time || b.draft_id - a.draft_id)
    .at(0);
  const missing = trouble(
    'template',
    say(troubles.noTemplate(version)),
    say(remedies.template(brand)),
  );
  if (!draft) return missing;
  const added = await api.post(componentAppId, '/wxa/addtotemplate', { draft_id: draft.draft_id });
  // Whether it arrived stands in the library.
  if (added.kind !== 'ok' && added.kind !== 'unsure') return troubleOf(added, brand);
  return (await find()) ?? missing;
}
