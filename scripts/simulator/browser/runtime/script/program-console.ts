import type { PhoneHost } from '../../../contract/process';
import { toPlain } from '../plain';

/** The program's console: to the timeline, and to the browser's for whoever has its tools open. */
export function programConsole(host: PhoneHost): Console {
  const own = Object.fromEntries(
    (['log', 'info', 'warn', 'error'] as const).map((level) => [
      level,
      (...args: unknown[]) => {
        host.record({ kind: 'console', level, args: args.map((each) => toPlain(each)) });
        console[level](...args);
      },
    ]),
  );
  return Object.assign(Object.create(console) as Console, own);
}
