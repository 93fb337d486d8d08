import type { DeviceInfo, PhoneDevice } from '@mini-login/simulator/contract';
import type { Lang } from '../../../../miniprogram/login/lang';
import type { View } from '../../../../miniprogram/login/screen';
import type { Look } from '../../../screens/looks';
import { type Still, stillOf } from '../page/stills/still';
import type { TileContent } from './tiles';

/** What is to be seen on one phone. */
export interface ShownScreen {
  readonly look: Look;
  readonly lang: Lang;
  readonly shown: TileContent;
}

/** The program on a phone of its own, which shows one screen after the other. */
export interface Printer {
  print(shown: ShownScreen): Promise<Still>;
}

/** For a sheet to slide in, ms on the phone's clock. */
const slideMs = 400;

/**
 * @param frame Anywhere on the page, as long as it is drawn.
 * @param phonePath The phone page's path.
 */
export function createPrinter(frame: HTMLIFrameElement, phonePath: string): Printer {
  let phone: PhoneDevice | null = null;
  let launched = '';

  /**
   * The text size is read when a program is launched, and so is its language, which the page of an
   * agreement takes from it; theme and screen reach one that runs.
   */
  const phoneFor = async ({ look: { device }, lang, shown }: ShownScreen): Promise<PhoneDevice> => {
    const language = languageOf[lang];
    const wanted = [device.fontSizeScaleFactor, 'agreement' in shown ? language : ''].join();
    const running = phone !== null && launched === wanted ? phone : null;
    running?.setDevice(device);
    if (running !== null) return running;
    phone = await openPhone(frame, phonePath, { ...device, language });
    launched = wanted;
    return phone;
  };

  return {
    async print(screen) {
      const { look, shown } = screen;
      const { screenWidth = 375, screenHeight = 812 } = look.device;
      frame.width = String(screenWidth);
      frame.height = String(screenHeight);
      const on = await phoneFor(screen);
      if ('view' in shown) await show(on, frame, shown.view);
      else await goTo(on, frame, 'navigateTo', { url: readerPath(shown.agreement) });
      const page = frame.contentDocument;
      if (page === null) throw new Error('the phone page is gone');
      const still = stillOf(page);
      if ('agreement' in shown) await goTo(on, frame, 'navigateBack', {});
      return still;
    },
  };
}

/** WeChat's own. */
const languageOf: Readonly<Record<Lang, DeviceInfo['language']>> = {
  'zh-CN': 'zh_CN',
  'zh-TW': 'zh_TW',
  en: 'en',
  ja: 'ja',
};

const readerPath = (id: string) => `/pages/agreement/agreement?id=${encodeURIComponent(id)}`;

/** As somebody who opens it by hand: no app waits for an answer, so nothing happens by itself. */
async function openPhone(
  frame: HTMLIFrameElement,
  path: string,
  device: Partial<DeviceInfo>,
): Promise<PhoneDevice> {
  const query = new URLSearchParams({ device: JSON.stringify(device), motion: 'off' });
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  frame.src = `${path}?${query}`;
  await loaded;
  const phone = frame.contentWindow?.phone;
  if (phone === undefined) throw new Error('window.phone is missing on the phone page');
  await phone.ready;
  await phone.launch({ path: '', scene: BY_HAND });
  await untilAnswered(phone);
  phone.clock.stop();
  return phone;
}

/** What the program still waits for would draw its own screen over one that is shown. */
async function untilAnswered({ timeline }: PhoneDevice): Promise<void> {
  const since = performance.now();
  for (;;) {
    const waited = timeline.find(({ kind, ...entry }) => kind === 'wx' && !('outcome' in entry));
    if (waited?.kind !== 'wx') return;
    if (performance.now() - since > answersWithinMs)
      throw new Error(`wx.${waited.api} never answers`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Longer than the program itself waits for anything. */
const answersWithinMs = 15_000;

/** https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html */
const BY_HAND = 1001;

async function goTo(
  phone: PhoneDevice,
  frame: HTMLIFrameElement,
  method: 'navigateTo' | 'navigateBack',
  params: object,
): Promise<void> {
  const { process } = phone;
  if (!process) throw new Error(phone.problems[0]?.message ?? 'the program is gone');
  await process.automation.callWxMethod(method, [params]);
  await settle(phone, frame);
}

/** As the page itself does: first what the sheet says, then the sheet. */
async function show(phone: PhoneDevice, frame: HTMLIFrameElement, view: View): Promise<void> {
  const { process } = phone;
  const page = process?.automation.currentPage();
  if (!process || !page) throw new Error(phone.problems[0]?.message ?? 'the program is gone');
  const sheetOpen = view.screen === 'login' && view.sheet !== null;
  await process.automation.callWxMethod('setNavigationBarTitle', [{ title: view.title }]);
  process.automation.setPageData(page.pageId, { view, sheetOpen: false });
  if (sheetOpen) process.automation.setPageData(page.pageId, { sheetOpen });
  await settle(phone, frame);
}

/** What waits on the phone's clock and what moves on the browser's is run to its end. */
async function settle(phone: PhoneDevice, frame: HTMLIFrameElement): Promise<void> {
  await phone.clock.advance(slideMs);
  finishAnimations(frame.contentDocument);
  await phone.clock.advance(slideMs);
  // What the phone itself draws (bars, the scheme of its frames) is drawn a moment later.
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** What moves on the browser's clock. */
function finishAnimations(page: Document | null): void {
  for (const animation of page?.getAnimations() ?? [])
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      animation.finish();
  for (const frame of page?.querySelectorAll('iframe') ?? [])
    finishAnimations(frame.contentDocument);
}
