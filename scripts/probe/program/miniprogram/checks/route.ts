import { probeQuery } from '../contract';
import { isRecord, type ProbeJson } from '../json';
import { lastDetail, onMoment } from '../recorder';
import type { ProbeCheck } from './check';
import { codedValues, cutValues } from './launch';

/** What the program's own router makes of the same query. */
function throughRouter(): Promise<Readonly<Record<string, unknown>>> {
  return new Promise((resolve, reject) => {
    let waiting = true;
    onMoment(({ name }) => {
      if (!waiting || name !== 'Echo.height') return;
      waiting = false;
      const query = lastDetail('Echo.onLoad');
      resolve(isRecord(query) ? query : {});
    });
    wx.navigateTo({
      url: `/pages/echo/echo?${probeQuery}`,
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

let asked: Promise<Readonly<Record<string, unknown>>> | undefined;
async function ask(
  read: (query: Readonly<Record<string, unknown>>) => ProbeJson,
): Promise<ProbeJson> {
  asked ??= throughRouter();
  return read(await asked);
}

export const routeChecks: readonly ProbeCheck[] = [
  { id: 'route.query-cut', fact: 'the-query-is-cut-at-an-equals-sign', ask: () => ask(cutValues) },
  {
    id: 'route.query-coding',
    fact: 'query-values-arrive-still-encoded',
    ask: () => ask(codedValues),
  },
  { id: 'style.page-height', fact: 'page-is-the-parent-of-the-pages-nodes', ask: pageHeight },
];

/**
 * The page that was opened for the query fills its window, if `page` is what its nodes stand in.
 */
async function pageHeight(): Promise<ProbeJson | undefined> {
  const height = lastDetail('Echo.height');
  if (!isRecord(height)) return undefined;
  const { full, window } = height;
  return { fills: full === window };
}
