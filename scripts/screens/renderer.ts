import { createHostApp } from '@mini-login/server';
import {
  openBrowser,
  openPhone,
  type Phone,
  type PhoneBrowser,
  waiting,
} from '@mini-login/simulator';
import type { Lang } from '../../miniprogram/login/lang';
import type { View } from '../../miniprogram/login/screen';
import { contractsOf } from '../brand/contracts';
import { type Environment, type EnvironmentOptions, startEnvironment } from '../environment';
import { createFonts } from './fonts';
import type { Look } from './looks';

/** The real program on a phone of the simulator, made to show any view. */
export interface ScreenRenderer {
  readonly phone: Phone;
  show(view: View): Promise<void>;
  /**
   * Shows one after the other, and asks the page of each: in one message, because hundreds of
   * screens are asked about.
   *
   * @param script A function without parameters, of the page; what it answers crosses JSON.
   */
  showEach(views: readonly View[], script: string): Promise<readonly unknown[]>;
  /** The agreement reader, in WeChat's language of the phone. */
  showAgreement(id: string): Promise<void>;
  close(): Promise<void>;
}

export interface ScreenRenderers {
  open(look: Look, lang?: Lang): Promise<ScreenRenderer>;
  close(): Promise<void>;
}

/** One environment and one browser, of their own, for any number of looks. */
export async function openRenderers(
  options: Pick<EnvironmentOptions, 'program'> = {},
): Promise<ScreenRenderers> {
  const environment = await startEnvironment(options);
  const browser = await openBrowser();
  return {
    open: (look, lang = 'zh-CN') => openRenderer(environment, browser, look, lang),
    async close() {
      await browser.close();
      await environment.close();
    },
  };
}

export async function openRenderer(
  environment: Environment,
  browser: PhoneBrowser,
  look: Look,
  lang: Lang,
): Promise<ScreenRenderer> {
  const [contract = 'session'] = contractsOf(environment.brand);
  // One that the brand allows: a refusal goes back to the app, and WeChat suspends the program that
  // it leaves behind.
  const { path } = await createHostApp(environment.registration, {
    fetch,
    now: environment.clock.now,
  }).begin(contract, { lang });
  const phone = await openPhone({
    simulator: environment.simulator,
    browser,
    scale: 1,
    device: look.device,
    app: environment.app,
  });
  await phone.launch({ path });
  // What comes later would draw the program's own screen over one that is shown.
  await waiting('the program to have its answers', () => phone.evaluateInFrame(IS_QUIET));
  const addFonts = createFonts(phone);
  let sheetWasOpen = false;
  return {
    phone,
    async show(view) {
      await addFonts(JSON.stringify(view));
      const page = await phone.miniProgram.currentPage();
      const sheetOpen = hasSheet(view);
      // As the page itself does: first what the sheet says, then the sheet, so that it slides in
      // where it would.
      await page.setData({ view, sheetOpen: false });
      if (sheetOpen) await page.setData({ sheetOpen });
      if (sheetOpen || sheetWasOpen) await settle(phone);
      sheetWasOpen = sheetOpen;
      await phone.evaluateInFrame(LOAD_PICTURES);
    },
    async showEach(views, script) {
      await addFonts(JSON.stringify(views));
      const shown = views.map((view) => ({ view, sheetOpen: hasSheet(view) }));
      const found = await phone.evaluateInFrame(showAndAsk(script), shown, sheetWasOpen);
      sheetWasOpen = shown.at(-1)?.sheetOpen ?? sheetWasOpen;
      return Array.isArray(found) ? found : [];
    },
    async showAgreement(id) {
      await phone.miniProgram.navigateTo(`/pages/agreement/agreement?id=${id}`);
      const reader = await phone.miniProgram.currentPage();
      await addFonts(JSON.stringify(await reader.data()));
      await settle(phone);
    },
    close: () => phone.close(),
  };
}

const FINISH_TRANSITIONS =
  'document.getAnimations().filter((one) => one instanceof CSSTransition || /^sheet-glass/.test(one.animationName)).forEach((one) => one.finish())';

const IS_QUIET =
  "() => parent.phone.timeline.every(({ kind, outcome }) => kind !== 'wx' || outcome !== undefined)";

/** Logos come from a server, as late as it likes. */
const LOAD_PICTURES = `Promise.all(Array.from(document.images, (one) =>
  one.complete || new Promise((done) => {
    for (const end of ['load', 'error']) one.addEventListener(end, done, { once: true });
  }),
)).then(() => null)`;

const hasSheet = (view: View): boolean => view.screen === 'login' && view.sheet !== null;

/** What `show` does, from within the page. */
const showAndAsk = (script: string): string => `async (shown, sheetWasOpen) => {
  const { clock, process } = parent.phone;
  const { pageId } = process.automation.currentPage();
  const answers = [];
  for (const { view, sheetOpen } of shown) {
    await process.automation.setPageData(pageId, { view, sheetOpen: false });
    if (sheetOpen) await process.automation.setPageData(pageId, { sheetOpen });
    if (sheetOpen || sheetWasOpen) {
      await clock.advance(400);
      ${FINISH_TRANSITIONS};
      await clock.advance(400);
    }
    sheetWasOpen = sheetOpen;
    await new Promise((done) => parent.setTimeout(done, 0));
    answers.push(await (${script})());
  }
  return answers;
}`;

/** What waits on the phone's clock and what moves on the browser's is run to its end. */
async function settle(phone: Phone): Promise<void> {
  await phone.clock.advance(400);
  await phone.evaluateInFrame(FINISH_TRANSITIONS);
  await phone.clock.advance(400);
}
