import { callOwn, type Element } from './client';
import { Final } from './final';
import { messageOf } from './retry';

/** In place of what stands there. */
export async function fillIn(element: Element, text: string): Promise<void> {
  checkTakesText(element);
  await checkLength(element, text);
  await input(element, text);
}

/** Behind what stands there, one character after the other. */
export async function typeIn(element: Element, text: string): Promise<void> {
  checkTakesText(element);
  let value = String((await element.value()) ?? '');
  await checkLength(element, value + text);
  for (const character of text) {
    value += character;
    await input(element, value);
  }
}

const input = (element: Element, text: string) => callOwn(element, 'input', text);

/** The client's class for this tag has it, or none. */
function checkTakesText(element: Element): void {
  if (typeof Reflect.get(element, 'input') !== 'function')
    throw new Final(`<${element.tagName}> takes no text: <input> and <textarea> do`);
}

/** Undefined where nothing has a value, which the client says with an error. */
export async function readValue(element: Element): Promise<unknown> {
  try {
    return await element.value();
  } catch (error) {
    if (/\.value not exists$/.test(messageOf(error))) return undefined;
    throw error;
  }
}

/** What stands in it. */
export async function textIn(element: Element): Promise<string> {
  const value = await readValue(element);
  if (value === undefined)
    throw new Final(`<${element.tagName}> takes no text, and has no value: textContent() reads it`);
  return String(value ?? '');
}

/** Of 140 characters, unless the program says otherwise; -1 is no limit. */
async function checkLength(element: Element, text: string): Promise<void> {
  const longest: unknown = await element.property('maxlength');
  if (typeof longest === 'number' && longest >= 0 && text.length > longest)
    throw new Final(
      `<${element.tagName}> takes ${longest} characters (maxlength), and the text has ${text.length}`,
    );
}
