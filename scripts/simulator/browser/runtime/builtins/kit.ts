import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { BUILTINS } from '../../../contract/builtins';
import { missing } from '../../../contract/places';
import type { PhoneHost, ServiceAnswer } from '../../../contract/process';
import type { Errors } from '../errors';
import type { WeChatBehaviors } from '../glass/behaviors';
import { domOf, type GlassComponent, type GlassElement } from '../glass/glass';
import type { PageInstance } from '../process/page';
import type { Router } from '../process/router';
import type { TouchTarget } from '../view/gestures';

/** Built-in components that carry a value under a `name`; each says how it is reset. */
export interface FormField {
  value(): unknown;
  reset(): void;
}

export interface FormHandle {
  submit(by: GlassElement): void;
  reset(by: GlassElement): void;
}

/** What WeChat's own components are made with. */
export interface BuiltinKit {
  readonly host: PhoneHost;
  readonly errors: Errors;
  readonly space: CodeSpace;
  readonly router: Router;
  readonly behaviors: WeChatBehaviors;
  /** What an element does about touches; see `gestures.ts`. */
  readonly touchTargets: WeakMap<GlassElement, TouchTarget>;
  readonly forms: WeakMap<GlassElement, FormHandle>;
  readonly formFields: WeakMap<GlassElement, FormField>;
  /** What automation can tell a component to do. */
  readonly functions: ComponentFunctions;
  pageOf(element: GlassElement): PageInstance | null;
  /** A picture's `src` in that component's template: a url, or a path inside the package. */
  assetUrl(src: string, component: GlassElement): string;
  /** The page's <page-meta> or its bar changed. */
  refreshWindow(): void;
  /** A service of WeChat's, asked by a real tap; the answer comes when the program may run. */
  callTapped(service: string, params: unknown, answered: (answer: ServiceAnswer) => void): void;
}

/** By component, then by the name that miniprogram-automator has for it: `input.input`. */
export type ComponentFunctions = WeakMap<
  GlassElement,
  Readonly<Record<string, (...args: unknown[]) => unknown>>
>;

export interface BuiltinDefinition {
  /** Called when a property changed, and once when the component is made. */
  readonly update?: (self: Builtin) => void;
  readonly created?: (self: Builtin) => void;
  readonly attached?: (self: Builtin) => void;
  readonly detached?: (self: Builtin) => void;
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/devtools/auto/element.html: what its kind of
   * element has beyond the others.
   */
  readonly functions?: (self: Builtin) => Readonly<Record<string, (...args: unknown[]) => unknown>>;
}

/** One instance of a built-in component. */
export interface Builtin {
  readonly component: GlassComponent;
  /** Its node in the document. */
  readonly dom: HTMLElement;
  /** Properties, in camel case. */
  text(name: string): string;
  flag(name: string): boolean;
  number(name: string): number;
  value(name: string): unknown;
  set(name: string, value: unknown): void;
  /**
   * An event that only handlers on the component itself get, as WeChat's component events do.
   * `returned` gets what they return.
   */
  trigger(type: string, detail: unknown, returned?: (value: unknown) => void): void;
}

/**
 * Makes `<tag>` known to all templates, with the properties that `contract/builtins.ts` gives it.
 */
export function defineBuiltin(kit: BuiltinKit, tag: string, definition: BuiltinDefinition): void {
  const space = kit.space.getComponentSpace();
  const builtins = new WeakMap<object, Builtin>();
  const with_ = (component: object, run: ((self: Builtin) => void) | undefined) => {
    const builtin = builtins.get(component);
    if (builtin && run) kit.errors.guard(() => run(builtin));
  };
  const properties = BUILTINS[tag];
  if (!properties) throw new Error(missing(`<${tag}>`, 'builtinTable'));
  const names = Object.keys(properties);
  const made = space.defineComponent({
    is: tag,
    options: { styleScope: glassEasel.StyleScopeManager.globalScope() },
    properties: properties as Record<string, null>,
    ...(names.length === 0
      ? {}
      : {
          observers: {
            [names.join(', ')]() {
              with_(this as object, definition.update);
            },
          },
        }),
    lifetimes: {
      created() {
        const component = this as unknown as GlassComponent;
        const dom = domOf(component);
        // A component that was taken away may still update itself; nothing is drawn there any more.
        if (!dom) return;
        const self = builtinOf(component, dom);
        builtins.set(component, self);
        if (definition.functions) kit.functions.set(component, definition.functions(self));
        with_(component, definition.created);
        with_(component, definition.update);
      },
      attached() {
        with_(this, definition.attached);
      },
      detached() {
        with_(this, definition.detached);
      },
    },
  });
  space.setGlobalUsingComponent(tag, made.general());
}

function builtinOf(component: GlassComponent, dom: HTMLElement): Builtin {
  const value = (name: string): unknown => component.data[name];
  return {
    component,
    dom,
    value,
    text: (name) => (value(name) === undefined || value(name) === null ? '' : String(value(name))),
    flag: (name) => Boolean(value(name)),
    number: (name) => Number(value(name)),
    set: (name, next) => component.setData({ [name]: next }),
    trigger: (type, detail, returned) =>
      component.triggerEvent(
        type,
        detail,
        returned ? { handleListenerReturn: (value) => returned(value) } : {},
      ),
  };
}
