import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkFolder } from '@mini-login/platform/files';
import { type ProgramBench, programBench } from './harness/open-program';

/*
 * Vant's own example pages, unmodified, drawn and clicked. No package of the npm registry carries
 * them, so they run where their folder is named: VANT_EXAMPLE=<vant-weapp>/example, after `npx gulp
 * -f build/compiler.js buildExample` there.
 */
const folder = process.env.VANT_EXAMPLE;
const pages = folder === undefined ? [] : pagesOf(folder);

/**
 * What the pages ask for and the simulator refuses by name; on every other page nothing may be an
 * error.
 */
const REFUSED: Readonly<Record<string, readonly RegExp[]>> = {
  every: [/cloud\.database/, /observer of property "duration"/],
  'pages/area/index': [/db\.collection is not a function/],
  'pages/field/index': [/<input type="password">/],
  'pages/goods-action/index': [/open-type="contact"/],
};

const CLICKABLE =
  '.van-button, .van-cell--clickable, .van-checkbox, .van-radio, .van-tab, .van-stepper__plus, .van-rate__item, .van-switch, input';

const when = folder === undefined ? describe.skip : describe;

when(
  `Vant's example pages${folder === undefined ? ' (VANT_EXAMPLE names no folder, and the npm registry has none)' : ''}`,
  () => {
    const project = mkdtempSync(join(tmpdir(), 'vant-example-'));
    let bench: ProgramBench;

    beforeAll(async () => {
      linkFolder(resolve(folder ?? ''), join(project, 'example'));
      writeFileSync(
        join(project, 'project.config.json'),
        '{ "appid": "wx1", "miniprogramRoot": "example" }',
      );
      bench = await programBench();
    });
    afterAll(async () => {
      await bench.close();
      rmSync(project, { recursive: true });
    });

    test.each(pages)('%s is drawn, and takes clicks', async (path) => {
      const program = await bench.open(project, { path });
      const nodes = program.page.locator('wx-page wx-view');
      await nodes.first().waitFor({ state: 'attached' });
      for (const node of (await program.page.$$(CLICKABLE)).slice(0, 20)) {
        // What an earlier click has covered or taken away can't be clicked.
        await node.tap({ force: true, timeout: 500 }).catch(() => undefined);
      }
      expect(await nodes.count()).toBeGreaterThan(2);
      const known = [...(REFUSED.every ?? []), ...(REFUSED[path] ?? [])];
      const others = (await program.errors()).filter(
        (error) => !known.some((one) => one.test(error)),
      );
      expect(others).toEqual([]);
      const errors = program.program.errors.filter(({ level }) => level !== 'warning');
      expect(errors).toEqual([]);
    });
  },
);

function pagesOf(program: string): string[] {
  const file = join(program, 'app.json');
  if (!existsSync(file)) throw new Error(`VANT_EXAMPLE: there is no ${file}`);
  return JSON.parse(readFileSync(file, 'utf8')).pages;
}
