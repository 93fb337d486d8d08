import type { DeviceInfo, PhoneDevice } from '@mini-login/simulator/contract';
import type { View } from '../../../../miniprogram/login/screen';
import type { Look } from '../../../screens/looks';
import { type Still, stillOf } from '../page/stills/still';

/** What is to be seen on one phone. */
export interface ShownScreen {
  readonly look: Look;
  readonly view: View;
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
  let textSize: number | undefined;

  /** The text size is read when a program is launched; theme and screen reach one that runs. */
  const phoneFor = async ({ device }: Look): Promise<PhoneDevice> => {
    const running = phone !== null && textSize === device.fontSizeScaleFactor ? phone : null;
    running?.setDevice(device);
    if (running !== null) return running;
    phone = await openPhone(frame, phonePath, device);
    textSize = device.fontSizeScaleFactor;
    return phone;
  };

  return {
    async print({ look, view }) {
      const { screenWidth = 375, screenHeight = 812 } = look.device;
      frame.width = String(screenWidth);
      frame.height = String(screenHeight);
      await show(await phoneFor(look), frame, view);
      const page = frame.contentDocument;
      if (page === null) throw new Error('the phone page is gone');
      return stillOf(page);
    },
  };
}

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
  phone.clock.stop();
  return phone;
}

/** https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html */
const BY_HAND = 1001;

/** As the page itself does: first what the sheet says, then the sheet. */
async function show(phone: PhoneDevice, frame: HTMLIFrameElement, view: View): Promise<void> {
  const { process } = phone;
  const page = process?.automation.currentPage();
  if (!process || !page) throw new Error(phone.problems[0]?.message ?? 'the program is gone');
  const sheetOpen = view.screen === 'login' && view.sheet !== null;
  await process.automation.callWxMethod('setNavigationBarTitle', [{ title: view.title }]);
  process.automation.setPageData(page.pageId, { view, sheetOpen: false });
  if (sheetOpen) process.automation.setPageData(page.pageId, { sheetOpen });
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
