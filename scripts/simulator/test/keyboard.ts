import { callOwn, type Element } from './client';
import { Final } from './final';

/** In place of what stands there. */
export async function fillIn(element: Element, text: string): Promise<void> {
  await checkLength(element, text);
  await input(element, text);
}

/** Behind what stands there, one character after the other. */
export async function typeIn(element: Element, text: string): Promise<void> {
  let value = String((await element.value()) ?? '');
  await checkLength(element, value + text);
  for (const character of text) {
    value += character;
    await input(element, value);
  }
}

const input = (element: Element, text: string) => callOwn(element, 'input', text);

/** Of 140 characters, unless the program says otherwise; -1 is no limit. */
async function checkLength(element: Element, text: string): Promise<void> {
  const longest: unknown = await element.property('maxlength');
  if (typeof longest === 'number' && longest >= 0 && text.length > longest)
    throw new Final(
      `<${element.tagName}> takes ${longest} characters (maxlength), and the text has ${text.length}`,
    );
}
