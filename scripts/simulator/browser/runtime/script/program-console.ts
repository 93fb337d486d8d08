import type { PhoneHost } from '../../../contract/process';
import { toPlain } from '../plain';

type Level = 'log' | 'debug' | 'info' | 'warn' | 'error';

/** What each of the console's functions writes, and as what. */
const WRITES: Readonly<Record<string, Level>> = {
  log: 'log',
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  error: 'error',
  trace: 'log',
  dir: 'log',
  dirxml: 'log',
  table: 'log',
  group: 'log',
  groupCollapsed: 'log',
};

/** The program's console: to the timeline, and to the browser's for whoever has its tools open. */
export function programConsole(host: PhoneHost): Console {
  const write = (level: Level, args: readonly unknown[]) =>
    host.record({ kind: 'console', level, args: args.map((each) => toPlain(each)) });
  const own: Record<string, (...args: unknown[]) => void> = {};
  for (const [name, level] of Object.entries(WRITES)) {
    const shown: unknown = Reflect.get(console, name);
    own[name] = (...args) => {
      write(level, args);
      if (typeof shown === 'function') shown.apply(console, args);
    };
  }
  own.assert = (holds, ...args) => {
    if (!holds) write('error', ['Assertion failed:', ...args]);
  };
  const counts = new Map<string, number>();
  own.count = (label = 'default') => {
    const count = (counts.get(String(label)) ?? 0) + 1;
    counts.set(String(label), count);
    write('log', [`${String(label)}: ${count}`]);
  };
  own.countReset = (label = 'default') => void counts.delete(String(label));
  const timers = new Map<string, number>();
  const elapsed = (label: unknown) => Date.now() - (timers.get(String(label)) ?? Date.now());
  own.time = (label = 'default') => void timers.set(String(label), Date.now());
  own.timeLog = (label = 'default', ...args) =>
    void write('log', [`${String(label)}: ${elapsed(label)} ms`, ...args]);
  own.timeEnd = (label = 'default') => {
    write('log', [`${String(label)}: ${elapsed(label)} ms`]);
    timers.delete(String(label));
  };
  return Object.assign(Object.create(console) as Console, own);
}
