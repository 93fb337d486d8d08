import type { Phone } from '../../../../../scripts/simulator';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the program and the phone show, asked in one go. */
export interface Look {
  readonly open: string | null;
  readonly answers: readonly unknown[];
  readonly path: string;
  readonly taps: number;
}

/** One page of one phone, touched at points of the screen, with as little asking as possible. */
export class TouchedScreen {
  readonly phone: Phone;
  readonly pageId: number;
  /** Of the program's frame. */
  readonly top: number;

  private constructor(phone: Phone, pageId: number, top: number) {
    this.phone = phone;
    this.pageId = pageId;
    this.top = top;
  }

  static async of(phone: Phone): Promise<TouchedScreen> {
    const page = await phone.miniProgram.currentPage();
    const top = await phone.evaluateInFrame('() => frameElement.getBoundingClientRect().top');
    return new TouchedScreen(phone, page.id, Number(top));
  }

  /** Puts the button under the point, and waits until a touch there is one of its own. */
  async aim({ x, y }: Point): Promise<void> {
    const data = { x: x - 1, y: y - 1 - this.top, answers: [] };
    await this.phone.evaluateInFrame(`async () => {
      const { phone } = parent;
      phone.process.automation.setPageData(${this.pageId}, ${JSON.stringify(data)});
      for (let ms; (ms = phone.touchWait(${x}, ${y})) > 0; )
        await new Promise((done) => parent.setTimeout(done, ms));
    }`);
  }

  /** A finger without any aim, and what is there after the browser has made a click of it. */
  async touch({ x, y }: Point): Promise<Look> {
    await this.phone.evaluateInFrame(`() => {
      const app = parent.document.querySelector('.app-frame').contentWindow;
      window.clicked = new Promise((done) => {
        for (const each of [window, parent, app])
          each.addEventListener('click', () => parent.setTimeout(done, 0), { capture: true, once: true });
        parent.setTimeout(done, 250);
      });
    }`);
    const points = [{ clientX: x, clientY: y - this.top }];
    await this.phone.byId.touchstart(this.pageId, '', points);
    await this.phone.byId.touchend();
    return await this.look('await window.clicked');
  }

  /**
   * Both halves of a double tap, the second as soon as another page is in front: from within,
   * because a busy machine takes its time on the way there.
   */
  async doubleTap({ x, y }: Point): Promise<Look> {
    return await this.look(`
      const half = () => {
        const { top } = frameElement.getBoundingClientRect();
        const at = ${y} < top ? parent : window;
        const place = { clientX: ${x}, clientY: ${y} < top ? ${y} : ${y} - top };
        const { document } = at;
        const target = document.elementFromPoint(place.clientX, place.clientY) ?? document.body;
        const touch = new at.Touch({ identifier: 7, target, ...place });
        const about = { bubbles: true, cancelable: true, ...place };
        target.dispatchEvent(new at.PointerEvent('pointerdown', { ...about, pointerId: 7 }));
        for (const type of ['touchstart', 'touchend']) {
          const touches = type === 'touchstart' ? [touch] : [];
          const more = { touches, changedTouches: [touch] };
          target.dispatchEvent(new at.TouchEvent(type, { ...about, ...more }));
        }
        target.dispatchEvent(new at.MouseEvent('click', { ...about, detail: 1 }));
      };
      const front = () => parent.phone.process.automation.currentPage().pageId;
      half();
      while (front() === ${this.pageId}) await new Promise((done) => parent.setTimeout(done, 0));
      half();
      await new Promise((done) => parent.setTimeout(done, 20))`);
  }

  async look(first = ''): Promise<Look> {
    const found = await this.phone.evaluateInFrame(`async () => {
      { ${first}; }
      const { phone } = parent;
      const { automation } = phone.process;
      const { pageId, path } = automation.currentPage();
      const { answers = [], taps = 0 } = automation.pageData(pageId);
      const contract = parent.document.querySelector('[data-testid="privacy-contract"]');
      const open =
        phone.dialog?.kind ?? phone.sheet?.kind ?? phone.picker?.mode ?? phone.nativePage?.kind;
      return { answers, taps, path, open: open ?? (contract ? 'contract' : null) };
    }`);
    return found as Look;
  }

  /** A point of each thing that a finger would meet now. */
  async places(): Promise<readonly Point[]> {
    const found = await this.phone.evaluateInFrame(`() => {
      const places = new Map();
      for (let y = 42; y < 667; y += 6)
        for (let x = 15; x < 375; x += 12) {
          // Under the capsule no program is.
          if (y < 90 && x > 270) continue;
          const met = parent.document.elementFromPoint(x, y);
          const thing = met.closest('button, select') ?? met;
          places.set(thing, [...(places.get(thing) ?? []), { x, y }]);
        }
      return [...places.values()].map((points) => points[Math.floor(points.length / 2)]);
    }`);
    return found as Point[];
  }

  /** Until something is open; the page itself looks. */
  async opened(): Promise<Look> {
    return await this.look(`
      const isOpen = () =>
        parent.phone.dialog ?? parent.phone.sheet ?? parent.phone.picker ?? parent.phone.nativePage ??
        parent.document.querySelector('[data-testid="privacy-contract"]');
      while (!isOpen()) await new Promise((done) => parent.setTimeout(done, 10))`);
  }

  /** Until the program has been answered. */
  async answered(): Promise<Look> {
    return await this.look(`
      const { automation } = parent.phone.process;
      const answers = () => automation.pageData(${this.pageId}).answers ?? [];
      while (answers().length === 0) await new Promise((done) => parent.setTimeout(done, 10))`);
  }
}
