import { COUNT, checkArgument, checkOptions, type Kind, WAIT } from './arguments';
import { send } from './client';
import type { Context, WaitOptions } from './context';
import { Final } from './final';
import { messageOf } from './retry';
import { openSurface } from './what-is-there';

/** By text, or by place from 0. */
export type WantedChoice = string | number;

const CHOICE: Kind = {
  words: 'a text that is not empty, or a place from 0',
  fits: (value) => (typeof value === 'string' ? value !== '' : COUNT.fits(value)),
};

/** One choice for each column, and then options. */
export function readChoices(
  method: string,
  given: readonly unknown[],
): { readonly choices: readonly WantedChoice[]; readonly options: WaitOptions } {
  const last = given.at(-1);
  const hasOptions = typeof last === 'object' && last !== null && !Array.isArray(last);
  if (hasOptions) checkOptions(method, last, WAIT);
  const choices = hasOptions ? given.slice(0, -1) : given;
  if (choices.length === 0) throw new TypeError(`${method}: there is nothing to choose`);
  for (const choice of choices) checkArgument(`${method}: a choice`, choice, CHOICE);
  return { choices: choices as readonly WantedChoice[], options: hasOptions ? last : {} };
}

/** What is not there will not come either, and the picker that was opened is closed again. */
export async function chooseOfOpen(
  context: Context,
  choices: readonly WantedChoice[],
): Promise<void> {
  const { mini } = context;
  try {
    await send(mini, 'Tool.native', { method: 'choose', data: { choices } });
  } catch (cause) {
    // What did not open can't be closed: what it failed of is what counts.
    if (await openSurface(context))
      await mini
        .native()
        .cancelModal()
        .catch(() => undefined);
    throw new Final(messageOf(cause).replace(/^Tool\.native: /, ''), { cause });
  }
}
