import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { wxssValueToCss } from '../../../contract/wxss-value';
import type { StyleSheets } from './style-sheets';

/**
 * DOM events that WeChat passes on as they are. All others come from `gestures.ts` and from the
 * built-in components.
 */
const PASSED_ON: ReadonlySet<string> = new Set([
  'animationstart',
  'animationiteration',
  'animationend',
  'transitionend',
  'transitionrun',
  'transitionstart',
  'transitioncancel',
]);

/**
 * glass-easel's window, with WeChat's tag names, style sheets by page and none of the DOM's own
 * events.
 */
export class ProgramBackend extends glassEasel.CurrentWindowBackendContext {
  readonly #sheets: StyleSheets;
  readonly #passedOn = new WeakMap<object, Set<string>>();

  constructor(sheets: StyleSheets) {
    super();
    this.#sheets = sheets;
    const inner = this.document;
    this.document = {
      createElement: (tag) => {
        const element = inner.createElement(tag.startsWith('wx-') ? tag : `wx-${tag}`);
        takeWxssUnits(element);
        return element;
      },
      createTextNode: (content) => inner.createTextNode(content),
      createDocumentFragment: () => inner.createDocumentFragment(),
    };
  }

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.#sheets.register(path, String(content));
  }

  override appendStyleSheetPath(path: string): number {
    this.#sheets.ask(path);
    return 0;
  }

  /** The base class would make taps of its own here, from raw touches and mouse clicks. */
  override onEvent(): void {
    // `gestures.ts` listens instead.
  }

  /**
   * The base class forwards each DOM event that has a listener, so that `bind:input` would fire
   * twice.
   */
  override setListenerStats(element: glassEasel.domlikeBackend.Element, type: string): void {
    const node: unknown = element;
    if (!PASSED_ON.has(type) || !(node instanceof HTMLElement)) return;
    const passed = this.#passedOn.get(node) ?? new Set();
    this.#passedOn.set(node, passed);
    if (passed.has(type)) return;
    passed.add(type);
    node.addEventListener(type, (event) => {
      if (event.target !== node || !element.__wxElement) return;
      glassEasel.triggerEvent(
        element.__wxElement,
        type,
        {},
        { bubbles: true, composed: true, capturePhase: true },
      );
    });
  }
}

/** Inline styles may be written in rpx. */
function takeWxssUnits(element: object): void {
  if (!(element instanceof HTMLElement)) return;
  element.setAttribute = (name: string, value: string) => {
    Element.prototype.setAttribute.call(
      element,
      name,
      name === 'style' ? wxssValueToCss(value) : value,
    );
  };
}
