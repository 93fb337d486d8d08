import { elementOf } from '../glass/glass';
import type { Builtin } from './kit';

type State = 'rest' | 'pulling' | 'refreshing';

/**
 * Pulling a <scroll-view> down at its top. Above the content stand WeChat's three dots, or what the
 * program gives the slot `refresher`.
 * https://developers.weixin.qq.com/miniprogram/dev/component/scroll-view.html
 */
export class Refresher {
  readonly #self: Builtin;
  readonly #slots = new MutationObserver(() => this.#markSlot());
  #state: State = 'rest';
  /** Where the finger went down, in CSS px of the window. */
  #from: number | undefined;
  #pulled = 0;
  /** What the program has set last: `false` that was never `true` ends nothing, as in WeChat. */
  #triggered = false;

  constructor(self: Builtin) {
    this.#self = self;
    const { dom } = self;
    dom.addEventListener('touchstart', (event) => this.#start(event));
    dom.addEventListener('touchmove', (event) => this.#move(event), { passive: false });
    dom.addEventListener('touchend', () => this.#end());
    dom.addEventListener('touchcancel', () => this.#end());
  }

  attach(): void {
    this.#markSlot();
    this.#slots.observe(this.#self.dom, { childList: true });
    this.update();
  }

  detach(): void {
    this.#slots.disconnect();
  }

  update(): void {
    const { dom } = this.#self;
    if (this.#isEnabled) dom.setAttribute('refresher', this.#self.text('refresherDefaultStyle'));
    else dom.removeAttribute('refresher');
    dom.style.setProperty('--wx-refresher', this.#self.text('refresherBackground'));
    const triggered = this.#isEnabled && this.#self.flag('refresherTriggered');
    if (!dom.isConnected || triggered === this.#triggered) return;
    this.#triggered = triggered;
    if (triggered && this.#state !== 'refreshing') this.#refresh();
    if (!triggered && this.#state === 'refreshing') this.#rest('refresherrestore');
  }

  get #isEnabled(): boolean {
    return this.#self.flag('refresherEnabled') && this.#self.flag('scrollY');
  }

  #start({ touches }: TouchEvent): void {
    const mayPull = this.#isEnabled && this.#state === 'rest' && this.#self.dom.scrollTop <= 0;
    this.#from = mayPull ? touches[0]?.clientY : undefined;
  }

  #move(event: TouchEvent): void {
    const touch = event.touches[0];
    if (this.#from === undefined || !touch) return;
    const dy = touch.clientY - this.#from;
    // Upwards first: this finger scrolls.
    if (this.#state === 'rest' && dy <= 0) this.#from = undefined;
    if (this.#from === undefined) return;
    if (event.cancelable) event.preventDefault();
    this.#state = 'pulling';
    this.#place(Math.max(0, dy));
    this.#self.trigger('refresherpulling', { dy: this.#pulled });
  }

  #end(): void {
    this.#from = undefined;
    if (this.#state !== 'pulling') return;
    if (this.#pulled >= this.#self.number('refresherThreshold')) this.#refresh();
    else this.#rest('refresherabort');
  }

  #refresh(): void {
    this.#state = 'refreshing';
    const dy = this.#pulled;
    this.#place(this.#self.number('refresherThreshold'));
    this.#self.trigger('refresherrefresh', { dy });
  }

  #rest(event: 'refresherrestore' | 'refresherabort'): void {
    const dy = this.#pulled;
    this.#state = 'rest';
    this.#place(0);
    this.#self.trigger(event, { dy });
  }

  #place(pulled: number): void {
    this.#pulled = pulled;
    this.#self.dom.toggleAttribute('pulled', pulled > 0);
    this.#self.dom.style.setProperty('--wx-pulled', `${pulled}px`);
  }

  #markSlot(): void {
    for (const child of this.#self.dom.children)
      if (elementOf(child)?.slot === 'refresher') child.setAttribute('wx-refresher', '');
  }
}
