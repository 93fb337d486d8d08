import type { PhoneDevice } from '../../contract/phone';
import type { Picked } from '../../contract/picked';
import { locate, meantAt } from './locate';
import { readPage } from './page-tree';

/** What lies at a place of the phone's page; null: nothing of the program's. */
export async function pickAt(
  page: Window & { readonly phone: PhoneDevice },
  x: number,
  y: number,
): Promise<Picked | null> {
  const frame = page.document.elementFromPoint(x, y);
  const { process } = page.phone;
  const tree = process && readPage(process.automation);
  if (!tree || !frame?.matches('.program-place iframe')) return null;
  const corner = frame.getBoundingClientRect();
  const element = await meantAt(tree, x - corner.left, y - corner.top);
  if (!element) return null;
  const { left, top, width, height } = element.node.getBoundingClientRect();
  const field = element.node.querySelector<HTMLInputElement>(':scope > input, :scope > textarea');
  const { text: locator, steps } = await locate(tree, element);
  return {
    locator,
    count: (await tree.find(steps)).length,
    text: (await tree.factsOf(element)).text,
    value: field?.value ?? null,
    box: { left: left + corner.left, top: top + corner.top, width, height },
  };
}
