import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { type GlassComponent, isCaller } from './glass';

/**
 * `ready` is WeChat's to fire: after the first rendering, in the order of `attached`. Components
 * that come later get theirs at the end of the task that attached them.
 */
export class ReadyQueue {
  #waiting: GlassComponent[] = [];
  #held = 0;
  #scheduled = false;
  readonly #channel = new MessageChannel();
  readonly #afterTask: (() => void)[] = [];

  constructor(space: CodeSpace) {
    const add = (component: GlassComponent) => this.#add(component);
    space.setOverallBehavior(
      space.getComponentSpace().defineBehavior({
        lifetimes: {
          attached() {
            if (isCaller(this)) add(this._$);
          },
        },
      }) as never,
    );
    this.#channel.port1.onmessage = () => {
      for (const run of this.#afterTask.splice(0)) run();
    };
  }

  /** Keeps `ready` back until the returned function is called: while a page opens. */
  hold(): () => void {
    this.#held += 1;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#held -= 1;
      this.#flush();
    };
  }

  /**
   * A real macrotask: neither timers, which the phone's clock moves, nor frames, which a hidden
   * page has none of.
   */
  nextTask(): Promise<void> {
    return new Promise((resolve) => {
      this.#afterTask.push(resolve);
      this.#channel.port2.postMessage(null);
    });
  }

  #add(component: GlassComponent): void {
    this.#waiting.push(component);
    if (this.#scheduled || this.#held > 0) return;
    this.#scheduled = true;
    void this.nextTask().then(() => {
      this.#scheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#held > 0) return;
    for (const component of this.#waiting.splice(0)) component.triggerLifetime('ready', []);
  }
}
