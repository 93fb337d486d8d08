import { createRequire } from 'node:module';
import { z } from 'zod';

/**
 * By `require`: its exports are getters, which an import of CommonJS doesn't see. Loads it when it
 * is first asked for: most of a second.
 */
export function officialTool(): typeof import('miniprogram-ci') {
  return createRequire(import.meta.url)('miniprogram-ci');
}

const toolError = z.object({
  code: z.union([z.number(), z.string()]).optional().catch(undefined),
  path: z.string().optional().catch(undefined),
  message: z.string().catch('no message'),
});

export interface ToolProject {
  readonly folder: string;
  readonly appId: string;
  readonly privateKey: string;
}

export function openProject({
  folder,
  appId,
  privateKey,
}: ToolProject): InstanceType<typeof import('miniprogram-ci').Project> {
  const options = {
    projectPath: folder,
    type: 'miniProgram' as const,
    appid: appId,
    privateKey,
    ignores: ['**/*.d.ts'],
    // What WeChat would tell about the account; with it, it is not asked.
    attr: () =>
      Promise.resolve({ platform: false, appType: 0, setting: { MaxTabbarIconSize: 40 } }),
  };
  return new (officialTool().Project)(options);
}

export function readToolError(error: unknown): z.infer<typeof toolError> {
  return toolError.parse(error);
}

/**
 * Makes this process one for the tool alone, before it is loaded. By itself it starts its compiler
 * in a further process, which loads all of it once more and gives up after 20 s on a busy machine;
 * a setting that DevTools has for it keeps it here. A bundled program has so few files that a
 * second thread, which loads a part of it again, is not worth it either.
 */
export function giveProcessToTool(): void {
  const settings = {
    getItem: (name: string) => (name === 'compilerInMainProcess' ? 'true' : null),
  };
  Object.defineProperty(globalThis, 'localStorage', { value: settings });
  process.env.COMPILE_THREADS = '1';
  // Each question to WeChat that failed is also a rejection that nobody awaits; what matters fails
  // the call itself.
  process.on('unhandledRejection', () => undefined);
}
