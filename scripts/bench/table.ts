import type { Numbers } from './numbers';

/** What the project has set itself; printed next to the number, and never a failure. */
const AIMS: Readonly<
  Record<string, { readonly words: string; readonly holds: (value: number) => boolean }>
> = {
  'package.main.bytes': { words: '<= 100 KB', holds: (bytes) => bytes <= 100_000 },
  'package.total.bytes': { words: '<= 150 KB', holds: (bytes) => bytes <= 150_000 },
  'startup.script.bytes': { words: '<= 80 KB', holds: (bytes) => bytes <= 80_000 },
  'page.firstPaint.ratioToHandWritten': { words: '<= 1.3', holds: (ratio) => ratio <= 1.3 },
  'fleet.ratioToOfficial': { words: '>= 5', holds: (ratio) => ratio >= 5 },
  'fleet.cpuRatioToOfficial': { words: '>= 5', holds: (ratio) => ratio >= 5 },
  'tenant.doctor.first.cpu.ms': { words: '<= 5 s', holds: (ms) => ms <= 5000 },
  'tenant.doctor.cpu.ms': { words: '<= 5 s', holds: (ms) => ms <= 5000 },
  'provider.platform.notOnce.count': { words: '0', holds: (count) => count === 0 },
  'sandbox.start.ms': { words: '< 1 s', holds: (ms) => ms < 1000 },
  'sandbox.load.errors.count': { words: '0', holds: (count) => count === 0 },
  'sandbox.signIn.p99.ms': { words: '<= 250 ms', holds: (ms) => ms <= 250 },
  'qa.journey.ms': { words: '<= 1 s', holds: (ms) => ms <= 1000 },
  'qa.journeys100.ms': { words: '<= 60 s', holds: (ms) => ms <= 60_000 },
  'qa.command.ms': { words: '3 s', holds: (ms) => ms <= 3000 },
  // What the browser still compiles is not kept of the program.
  'qa.heapGrowth40Launches.bytes': { words: '< 32 KB', holds: (bytes) => bytes < 32_768 },
  'qa.heapGrowth40ForeignLaunches.bytes': { words: '< 32 KB', holds: (bytes) => bytes < 32_768 },
  'journey.requestsAfterTap': { words: '1', holds: (count) => count === 1 },
};

/** For people: a line a number, with its aim where there is one. */
export function table(numbers: Numbers): string {
  const width = Math.max(...Object.keys(numbers).map((key) => key.length));
  const lines = Object.entries(numbers).map(([key, value]) => {
    const aim = AIMS[key];
    const verdict =
      aim === undefined ? '' : `  ${aim.holds(value) ? 'ok' : 'MISSED'} (aim ${aim.words})`;
    return `${key.padEnd(width)}  ${written(key, value).padStart(12)}${verdict}`;
  });
  return `${lines.join('\n')}\n`;
}

function written(key: string, value: number): string {
  if (key.endsWith('.bytes')) return `${value.toLocaleString('en')} B`;
  if (key.endsWith('.ms')) return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
