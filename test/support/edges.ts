import type { Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** How much of a side must be drawn for it to be an edge: corners are round. */
const MOST = 0.5;
/** How far inside or outside of an element its edge may be, px. */
const NEAR = 4;

/** The sides of an element that are not told apart from what is around it, by a picture. */
export async function missingEdges(
  page: Page,
  element: Locator,
  sides: readonly ('top' | 'bottom' | 'left' | 'right')[] = ['top', 'bottom', 'left', 'right'],
): Promise<readonly string[]> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) return ['not there'];
  const clip = {
    x: Math.floor(box.x) - NEAR,
    y: Math.floor(box.y) - NEAR,
    width: Math.ceil(box.width) + 2 * NEAR,
    height: Math.ceil(box.height) + 2 * NEAR,
  };
  const { data, width, height } = PNG.sync.read(await page.screenshot({ clip }));
  const at = (x: number, y: number) => data.readUInt32BE((y * width + x) * 4);
  const around = at(0, 0);
  const near = Array.from({ length: 2 * NEAR }, (_, from) => from);
  const isDrawn = (length: number, colour: (along: number, from: number) => number) =>
    Array.from({ length }, (_, along) => along).filter((along) =>
      near.some((from) => colour(along, from) !== around),
    ).length >
    length * MOST;
  const drawn = {
    top: isDrawn(width, (along, from) => at(along, from)),
    bottom: isDrawn(width, (along, from) => at(along, height - 1 - from)),
    left: isDrawn(height, (along, from) => at(from, along)),
    right: isDrawn(height, (along, from) => at(width - 1 - from, along)),
  };
  return sides.filter((side) => !drawn[side]);
}

/** Whether nothing is drawn there. */
export async function isBlank(element: Locator): Promise<boolean> {
  const { data } = PNG.sync.read(await element.screenshot());
  const first = data.readUInt32BE(0);
  return Array.from({ length: data.length / 4 }, (_, at) => data.readUInt32BE(at * 4)).every(
    (pixel) => pixel === first,
  );
}
