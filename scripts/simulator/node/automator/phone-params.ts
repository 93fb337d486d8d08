import { z } from 'zod';
import type { DeviceInfo } from '../../contract/process';
import { SCOPES, type ScopeName } from '../../contract/surroundings';
import { strict } from './method';
import { surroundingsChange } from './surroundings';

const size = z.number().positive();
const words = z.string().min(1);

/** Each setting of a phone, and what it may be. */
const settings = strict({
  language: z.enum(['zh_CN', 'zh_TW', 'zh_HK', 'en', 'ja']).exactOptional(),
  theme: z.enum(['light', 'dark']).exactOptional(),
  fontSizeScaleFactor: size.exactOptional(),
  SDKVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'must be as "3.8.10"')
    .exactOptional(),
  version: words.exactOptional(),
  platform: z.enum(['ios', 'android', 'windows', 'mac', 'ohos', 'devtools']).exactOptional(),
  model: words.exactOptional(),
  system: words.exactOptional(),
  screenWidth: size.exactOptional(),
  screenHeight: size.exactOptional(),
  statusBarHeight: z.number().min(0).exactOptional(),
  safeAreaBottom: z.number().min(0).exactOptional(),
  pixelRatio: size.exactOptional(),
  without: z.array(z.string()).exactOptional(),
} satisfies Record<keyof DeviceInfo, z.ZodType>);

export const device = strict({ change: settings });

/** Not `z.record` of an enum, which wants all of its keys. */
const scopes = Object.fromEntries(
  SCOPES.map((scope) => [scope, z.boolean().nullable().exactOptional()]),
) as Record<ScopeName, z.ZodExactOptional<z.ZodNullable<z.ZodBoolean>>>;

export const permissions = strict({ change: strict(scopes) });

export const network = strict({ mode: z.enum(['online', 'offline', 'slow']) });

export const surroundings = strict({ change: surroundingsChange });

/** As `phone.launch` takes it: what is not given stays away. */
export const launchRequest = strict({
  path: z.string().exactOptional(),
  scene: z.number().int().exactOptional(),
  appId: z.string().nullable().exactOptional(),
  extraData: z.unknown().optional(),
});
