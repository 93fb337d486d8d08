import { z } from 'zod';
import { expected } from '../../messages/fields';
import { about, because, origin, pageUrl, textName } from './schema-parts';

/** What a brand adds to the program: off until its pack says so. */

export const events = z
  .strictObject({ endpoint: pageUrl.describe(about('eventsEndpoint')) })
  .describe(about('events'));

const pagePath = z
  .string(because(expected.subpackagePage))
  .regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+){0,3}$/, because(expected.subpackagePage));

const subpackage = z.strictObject({
  root: textName.describe(about('subpackageRoot')),
  pages: z.array(pagePath).max(50).describe(about('subpackagePages')),
  requests: z.array(origin).max(20).default([]).describe(about('subpackageRequests')),
});

export const subpackages = z
  .array(subpackage)
  .min(1, because(expected.subpackages))
  .max(10)
  .refine(
    (list) => new Set(list.map(({ root }) => root)).size === list.length,
    because(expected.subpackagesTwice),
  )
  .describe(about('subpackages'));
