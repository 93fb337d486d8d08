import type { Element } from './client';
import type { Box } from './condition';

export type SwipeDirection = 'left' | 'right' | 'up' | 'down';

const WAYS: Readonly<Record<SwipeDirection, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** A finger that goes in some steps, so that what follows it can. */
const count = 5;

export async function swipe(
  element: Element,
  box: Box,
  direction: SwipeDirection,
  distance?: number,
): Promise<void> {
  const [wayX, wayY] = WAYS[direction];
  const length = distance ?? (wayX === 0 ? box.height : box.width) * (2 / 3);
  const from = {
    x: box.x + box.width / 2 - (wayX * length) / 2,
    y: box.y + box.height / 2 - (wayY * length) / 2,
  };
  const at = (part: number) => {
    const [x, y] = [from.x + wayX * length * part, from.y + wayY * length * part];
    const touch = { identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y };
    return { touches: [touch], changeTouches: [touch] };
  };
  await element.touchstart(at(0));
  for (let step = 1; step <= count; step += 1) await element.touchmove(at(step / count));
  await element.touchend({ touches: [], changeTouches: at(1).changeTouches });
}
