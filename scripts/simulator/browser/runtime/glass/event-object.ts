import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domOf, type GlassElement, isCaller } from './glass';

/**
 * Events for which at least one listener ran: WeChat fires no tap after a longpress that somebody
 * took.
 */
export type HandledEvents = WeakSet<object>;

/**
 * Gives handlers WeChat's plain event objects: `target` and `currentTarget` are descriptions, not
 * nodes. glass-easel asks this one method for the object that each listener gets.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 */
export function installEventObjects(handled: HandledEvents): void {
  glassEasel.Event.prototype.wrapShadowedEvent = function wrap(
    this: glassEasel.Event<unknown>,
    target,
    mark,
    currentTarget,
  ) {
    handled.add(this);
    // glass-easel goes on to call the event's own methods on what this returns.
    const event = Object.create(this) as glassEasel.ShadowedEvent<unknown>;
    return Object.assign(event, {
      type: this.type,
      timeStamp: this.timeStamp,
      detail: this.detail,
      target: describe(target),
      currentTarget: describe(currentTarget),
      mark: mark ?? {},
      ...this.extraFields,
    });
  };
}

function describe(target: unknown): unknown {
  const element: unknown = isCaller(target) ? target._$ : target;
  if (!(element instanceof glassEasel.Element)) return {};
  return description(element);
}

function description(element: GlassElement) {
  const dom = domOf(element);
  return {
    id: element.id,
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
    dataset: { ...element.dataset },
  };
}
