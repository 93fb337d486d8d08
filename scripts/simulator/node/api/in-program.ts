import type { Page as Tab } from 'playwright-core';
import type { ProgramAutomation } from '../../contract/process';
import { withPlainError } from './with-plain-error';

/** What of `ProgramAutomation` crosses JSON as it is. */
export type Callable = Omit<ProgramAutomation, 'addBinding' | 'domNode' | 'nameOf'>;

/** Calls the running program's automation; the error says when there is no program. */
export async function inProgram<M extends keyof Callable>(
  tab: Tab,
  method: M,
  args: Parameters<Callable[M]>,
): Promise<Awaited<ReturnType<Callable[M]>>> {
  const { value } = await withPlainError(
    tab.evaluate(
      async ([name, given]) => {
        const { process } = window.phone;
        if (!process) throw new Error('no mini program runs on this phone: launch() first');
        const call: unknown = Reflect.get(process.automation, name);
        if (typeof call !== 'function') throw new Error(`ProgramAutomation has no ${name}`);
        return { value: await call.apply(process.automation, given) };
      },
      [method, args] as const,
    ),
  );
  return value;
}
