import { isRecord, type ProbeJson, toJson } from '../json';
import { lastDetail, momentsSince } from '../recorder';
import type { ProbeCheck } from './check';

const own = [
  'probe',
  'raw',
  'question',
  'encoded',
  'plus',
  'twice',
  'empty',
  'bare',
  'unpadded',
  'got',
  'gotLength',
  'via',
  'sent',
];

/**
 * What became of a query's values: those that are cut, and those whose form is not written down.
 */
export function cutValues(query: Readonly<Record<string, unknown>>): ProbeJson {
  return pick(query, ['raw', 'question', 'unpadded']);
}

export function codedValues(query: Readonly<Record<string, unknown>>): ProbeJson {
  return pick(query, ['encoded', 'plus', 'twice', 'empty', 'bare']);
}

export const launchChecks: readonly ProbeCheck[] = [
  {
    id: 'launch.order',
    fact: 'what-a-launch-gives-the-program',
    ask: () => momentsSince('App.onLaunch').map(({ name }) => name),
  },
  {
    id: 'launch.options',
    fact: 'what-a-launch-gives-the-program',
    ask() {
      const options = lastDetail('App.onShow');
      if (!isRecord(options)) return null;
      const { scene, query, apiCategory } = options;
      return {
        keys: Object.keys(options).sort(),
        scene: toJson(scene),
        query: typeof query,
        apiCategory: toJson(apiCategory),
      };
    },
  },
  {
    id: 'launch.enter-options',
    fact: 'launch-options-go-stale',
    ask() {
      const shown = lastDetail('App.onShow');
      const same = (given: unknown) =>
        isRecord(given) && isRecord(shown) && given.scene === shown.scene;
      return { enter: same(wx.getEnterOptionsSync()), launch: same(wx.getLaunchOptionsSync()) };
    },
  },
  { id: 'launch.caller', fact: 'a-foreign-app-is-named-as-well', ask: caller },
  {
    id: 'launch.query-cut',
    fact: 'the-query-is-cut-at-an-equals-sign',
    ask: () => fromLaunch(cutValues),
  },
  {
    id: 'launch.query-coding',
    fact: 'query-values-arrive-still-encoded',
    ask: () => fromLaunch(codedValues),
  },
  {
    id: 'launch.query-additions',
    fact: 'others-write-into-the-query-too',
    ask: () => fromLaunch((query) => Object.keys(query).filter((key) => !own.includes(key))),
  },
  { id: 'launch.page-query', fact: 'what-a-launch-gives-the-program', ask: pageQuery },
];

function pick(query: Readonly<Record<string, unknown>>, names: readonly string[]): ProbeJson {
  const found: Record<string, ProbeJson> = {};
  for (const name of names) found[name] = name in query ? toJson(query[name]) : '[absent]';
  return found;
}

/** The probe's own query, if this start of the program had it. */
export function launchQuery(): Readonly<Record<string, unknown>> | undefined {
  const options = lastDetail('App.onShow');
  const query = isRecord(options) ? options.query : undefined;
  return isRecord(query) && query.probe === '1' ? query : undefined;
}

function fromLaunch(
  read: (query: Readonly<Record<string, unknown>>) => ProbeJson,
): ProbeJson | undefined {
  const query = launchQuery();
  return query === undefined || query.got !== undefined ? undefined : read(query);
}

/** Shape and not value: an AppID says whose app it is. */
function caller(): ProbeJson | undefined {
  const options = lastDetail('App.onShow');
  if (!isRecord(options) || options.scene !== 1069) return undefined;
  const referrer = options.referrerInfo;
  if (!isRecord(referrer)) return { referrerInfo: referrer === null ? 'null' : typeof referrer };
  const appId = referrer.appId;
  return {
    keys: Object.keys(referrer).sort(),
    appId: typeof appId === 'string' && /^wx[0-9a-f]{16}$/.test(appId) ? 'an AppID' : toJson(appId),
  };
}

function pageQuery(): ProbeJson | undefined {
  const shown = launchQuery();
  const loaded = lastDetail('Page.onLoad');
  return shown === undefined || !isRecord(loaded)
    ? undefined
    : { asInApp: JSON.stringify(toJson(loaded)) === JSON.stringify(toJson(shown)) };
}
