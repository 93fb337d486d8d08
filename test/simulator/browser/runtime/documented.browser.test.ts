import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';
import { project } from '../../node/compile/project';
import { type Documented, programOf } from './documented/chapter';
import { MATCH_MEDIA, PAGE_CONTAINER, REFRESHER } from './documented/containers';
import { EVENTS, WXML_EVENTS } from './documented/events';
import { CHAINS, DATA_UPDATES, TRAITS } from './documented/framework';
import { EXT, PULL_DOWN, SCREEN, SHARE_MENU, WXS_RESPONSES } from './documented/interfaces';
import { LAZY_LOADING, LIFETIMES } from './documented/lifetimes';
import { OBSERVERS, PURE_DATA, UPDATES } from './documented/observers';
import { PROPERTIES } from './documented/properties';
import { BEHAVIORS, COMPONENT_AS_PAGE, EXTENDING, PAGES } from './documented/sharing';
import { GENERICS, PLACEHOLDER, RELATIONS, SLOTS } from './documented/structure';

/* What WeChat's documents say of components and pages, page by page; glass-easel's guide says the same of most. One program, a page each. */

const CHAPTERS = [
  LIFETIMES,
  LAZY_LOADING,
  CHAINS,
  DATA_UPDATES,
  TRAITS,
  PROPERTIES,
  OBSERVERS,
  PURE_DATA,
  UPDATES,
  EVENTS,
  WXML_EVENTS,
  SLOTS,
  RELATIONS,
  GENERICS,
  PLACEHOLDER,
  BEHAVIORS,
  EXTENDING,
  COMPONENT_AS_PAGE,
  PAGES,
  PULL_DOWN,
  EXT,
  SCREEN,
  SHARE_MENU,
  WXS_RESPONSES,
  MATCH_MEDIA,
  PAGE_CONTAINER,
  REFRESHER,
];
const ALL = CHAPTERS.flatMap(({ behaviours }) => behaviours);

let bench: ProgramBench;
let together: OpenProgram;
beforeAll(async () => {
  bench = await programBench();
  together = await open(programOf(ALL));
});
afterAll(() => bench.close());

async function open(files: Readonly<Record<string, string>>): Promise<OpenProgram> {
  const one = project(files);
  const program = await bench.open(one.dir);
  one.dispose();
  expect(program.program.errors.filter(({ level }) => level !== 'warning')).toEqual([]);
  return program;
}

async function resize(program: OpenProgram, width: number): Promise<void> {
  await program.page.setViewportSize({ width, height: 667 });
  await program.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
}

async function drag(program: OpenProgram, step: string): Promise<void> {
  const [selector = '', distance] = step.split(' ');
  await program.page.locator(`wx-page:not([hidden]) ${selector}`).evaluate((node, down) => {
    const { left, top } = node.getBoundingClientRect();
    const touch = (type: string, by: number) => {
      const at = new Touch({
        identifier: 1,
        target: node,
        clientX: left + 5,
        clientY: top + 5 + by,
      });
      const touches = type === 'touchend' ? [] : [at];
      node.dispatchEvent(new TouchEvent(type, { touches, changedTouches: [at], bubbles: true }));
    };
    touch('touchstart', 0);
    touch('touchmove', down);
    touch('touchend', down);
  }, Number(distance));
}

/** Back to the first page, then to this one and through its steps. */
async function run(
  program: OpenProgram,
  { steps = [] }: Documented,
  index: number,
): Promise<readonly string[]> {
  const call = (method: string, args: object) =>
    program.page.evaluate(
      async ([name, options]) => {
        const { automation } = window.fakePhone.process;
        await automation.callWxMethod(name, [options]);
        await window.fakePhone.process.idle();
        await new Promise((done) => requestAnimationFrame(done));
      },
      [method, args] as const,
    );
  await call('reLaunch', { url: '/pages/a/a' });
  await program.page.evaluate(() => {
    window.fakePhone.events.length = 0;
    return window.fakePhone.process.automation.evaluate('() => { getApp().log.length = 0; }', []);
  });
  await call('navigateTo', { url: `/${index}/page?q=1` });
  for (const step of steps) {
    if (step.startsWith('tap ')) await program.tap(`wx-page:not([hidden]) ${step.slice(4)}`);
    else if (step === 'back') await call('navigateBack', {});
    else if (step.startsWith('drag ')) await drag(program, step.slice(5));
    else if (step.startsWith('width ')) await resize(program, Number(step.slice(6)));
    else {
      await program.page.evaluate(async (method) => {
        const { automation, idle } = window.fakePhone.process;
        await automation.callPageMethod(automation.currentPage()?.pageId ?? 0, method, []);
        await idle();
        await new Promise((done) => requestAnimationFrame(done));
      }, step);
    }
  }
  const log = await program.page.evaluate(
    () =>
      window.fakePhone.process.automation.evaluate('() => getApp().log', []) as Promise<string[]>,
  );
  return [...log, ...(await program.errors()).map((message) => `error: ${message}`)];
}

const isAlone = ({ root }: Documented) => root !== undefined;

describe.each(CHAPTERS.filter(({ behaviours }) => !behaviours.every(isAlone)))(
  'https://developers.weixin.qq.com/miniprogram/dev/$page',
  ({ behaviours }) => {
    test.each(behaviours.filter((one) => !isAlone(one)))('$says', async (behaviour) => {
      expect(await run(together, behaviour, ALL.indexOf(behaviour))).toEqual(behaviour.log);
    });
  },
);

// Last: the tab of the program that has all the others is then another's.
test.each(ALL.filter(isAlone))('a program of its own $says', async (behaviour) => {
  const program = await open(programOf([behaviour], behaviour.root));
  expect(await run(program, behaviour, 0)).toEqual(behaviour.log);
});
