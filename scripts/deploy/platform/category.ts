import { z } from 'zod';
import { wholeNumber } from './number';

/**
 * The service categories of a mini program, as a submission names one. Some have a third level, which
 * is named with them; that of the others may be empty.
 * https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_submitaudit
 */
const category = z
  .object({
    first_class: z.string(),
    first_id: wholeNumber,
    second_class: z.string(),
    second_id: wholeNumber,
    third_class: z.string().default(''),
    third_id: wholeNumber.optional(),
  })
  .transform(({ third_class, third_id, ...two }) =>
    third_class === '' ? two : { ...two, third_class, third_id },
  );

export const categories = z.object({ category_list: z.array(category).default([]) });

export type Category = z.output<typeof category>;
