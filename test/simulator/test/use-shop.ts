import { afterAll, beforeAll, beforeEach, expect as check } from '@jest/globals';
import { expect, type Program, programOf } from '@mini-login/simulator/test';
import { useAutomator } from '../node/automator/suite';
import { project } from '../node/compile/project';
import { SHOP } from './shop';

/** What a short wait ends with. */
export const soon = { timeout: 200 };

/** The shop, or another program, for the tests of a file; on its first page before each. */
export function useShop(
  whenOpen: (program: Program) => void,
  files: Readonly<Record<string, string>> = SHOP,
) {
  const shop = project(files);
  afterAll(() => shop.dispose());
  const suite = useAutomator(shop.dir);
  let program: Program;
  beforeAll(async () => {
    program = await programOf(suite.mini, { timeout: 60_000 });
    whenOpen(program);
  });
  beforeEach(() => program.goto('/pages/a/a'));
  const noted = () => program.page().then((page) => page.data('noted'));

  return {
    later: async (change: object) =>
      void (await (await program.page()).callMethod('later', change)),
    waitForNote: async (words: string) => {
      const startedAt = Date.now();
      while ((await noted()) !== words)
        if (Date.now() - startedAt > 60_000) check(await noted()).toBe(words);
    },
    total: (count: number) => expect(program.locator('#total')).toHaveText(`${count} pieces`),
  };
}
