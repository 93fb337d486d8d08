import { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { ElementBox, ElementCall, ElementCondition } from '../../../contract/process';
import type { ComponentFunctions } from '../builtins/kit';
import { type GlassElement, isCaller, type MethodCaller } from '../glass/glass';
import { attributeOf } from '../glass/selector';
import { valueAt } from './json-values';
import { nodesOf } from './names';
import { unseen } from './unseen';
import { contentOf, tagOf, wxmlOf } from './wxml-of';

/** One call on one element; names and results as the automator's protocol has them. */
export function elementCalls(
  element: GlassElement,
  call: ElementCall,
  functions: ComponentFunctions,
): unknown {
  switch (call.name) {
    case 'domProperties':
      return call.names.map((name) => valueAt(nodeOf(element), name));
    case 'properties':
      return call.names.map((name) => {
        const inner = /^_translate[XY]$/.test(name) ? functions.get(element)?.[name] : undefined;
        return inner ? inner() : propertyOf(element, name);
      });
    case 'attributes':
      return call.names.map((name) => attributeOf(element, name));
    case 'styles': {
      const style = getComputedStyle(nodeOf(element));
      return call.names.map((name) => style.getPropertyValue(kebab(name)));
    }
    case 'offset': {
      const { x, y } = boxOf(element);
      return { left: x, top: y };
    }
    case 'condition':
      return conditionOf(element);
    case 'outerWxml':
      return wxmlOf(element);
    case 'innerWxml':
      return contentOf(element);
    case 'data':
      return valueAt(callerOf(element).data, call.path);
    case 'setData':
      return callerOf(element).setData(call.data);
    case 'callMethod': {
      const caller = callerOf(element);
      const method: unknown = Reflect.get(caller, call.method);
      if (typeof method !== 'function')
        throw new Error(`${caller._$.is} has no method "${call.method}"`);
      return method.apply(caller, call.args);
    }
    case 'callFunction': {
      const run = functions.get(element)?.[call.functionName];
      if (!run)
        throw new Error(
          `<${tagOf(element)}> has no function "${call.functionName}" in the simulator`,
        );
      return run(...call.args);
    }
    case 'trigger':
      functions.get(element)?.[`trigger.${call.type}`]?.(call.detail);
      return trigger(element, call);
  }
}

function conditionOf(element: GlassElement): ElementCondition {
  const why = unseen(nodeOf(element));
  return {
    ...(why ? { unseen: why } : {}),
    box: boxOf(element),
    visibility: getComputedStyle(nodeOf(element)).visibility,
    disabled: attributeOf(element, 'disabled'),
    ariaDisabled: attributeOf(element, 'aria-disabled'),
    scrollTop: document.scrollingElement?.scrollTop ?? 0,
  };
}

function boxOf(element: GlassElement): ElementBox {
  const node = nodeOf(element);
  const { left, top } = node.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = node;
  return { x: left + window.scrollX, y: top + window.scrollY, width, height };
}

/** `__propPublic` asks which properties there are. */
function propertyOf(element: GlassElement, name: string): unknown {
  const component = element.asGeneralComponent();
  if (!component) return undefined;
  if (name !== '__propPublic')
    return glassEasel.Component.hasProperty(component, name) ? component.data[name] : undefined;
  return Object.fromEntries(
    Object.keys(component.data).map((key) => [
      key,
      glassEasel.Component.hasProperty(component, key),
    ]),
  );
}

function nodeOf(element: GlassElement): HTMLElement {
  const [node] = nodesOf(element);
  if (!node) throw new Error('the element has no node of its own, and nothing in it');
  return node;
}

function callerOf(element: GlassElement): MethodCaller {
  const caller: unknown = element.asGeneralComponent()?.getMethodCaller();
  if (!isCaller(caller)) throw new Error('the element is not a custom component');
  return caller;
}

/** Everybody who listens is told; a touch's fields are the event's own. */
function trigger(
  element: GlassElement,
  { type, detail, touches, changedTouches }: Extract<ElementCall, { name: 'trigger' }>,
): void {
  const event = new glassEasel.Event(type, detail ?? {}, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { ...(touches ? { touches } : {}), ...(changedTouches ? { changedTouches } : {}) },
  });
  glassEasel.Event.dispatchEvent(element, event);
}

/** `backgroundColor` is `background-color` to a browser. */
function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
