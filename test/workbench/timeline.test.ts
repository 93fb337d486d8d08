import { describe, expect, test } from '@jest/globals';
import type { TimelineEntry, TimelineEvent } from '@mini-login/simulator/contract';
import { clockTime, describe as describeEntry, readExtMsg } from '../../scripts/timeline/describe';
import { withSeen } from '../../scripts/workbench/browser/page/stills/moments';
import {
  byTime,
  everything,
  matches,
  toggleGroup,
} from '../../scripts/workbench/browser/page/timeline/groups';
import { journeyOf } from '../../scripts/workbench/browser/page/timeline/journey';
import { decodeToken } from '../../scripts/workbench/browser/page/timeline/jwt';
import { journey, launchOptions, refusal, secrets } from './recorded';

function entry(event: TimelineEvent): TimelineEntry {
  return { id: 1, at: 0, ...event };
}

describe('a row', () => {
  test('is bad when GenAuth says so, though HTTP is 200', () => {
    const row = describeEntry(
      entry({
        kind: 'http',
        from: 'program',
        method: 'POST',
        url: 'https://core.genauth.ai/api/v3/signin-by-mobile',
        requestHeaders: {},
        status: 200,
        responseBody: { statusCode: 403, apiCode: 2005, message: 'locked' },
      }),
    );
    expect(row).toMatchObject({
      title: 'POST /api/v3/signin-by-mobile',
      summary: '403 · apiCode 2005 · locked',
      tone: 'bad',
      badge: '200',
    });
  });

  test('waits until the call has ended', () => {
    expect(describeEntry(entry({ kind: 'wx', api: 'login', args: {} })).tone).toBe('waiting');
    expect(
      describeEntry(
        entry({
          kind: 'wx',
          api: 'login',
          args: {},
          outcome: 'fail',
          result: { errMsg: 'login:fail' },
        }),
      ),
    ).toMatchObject({
      tone: 'bad',
      summary: 'login:fail',
    });
  });

  test.each([
    ['{"v":1,"status":"ok","session":{}}', { text: 'status ok · session', isSuccess: true }],
    ['{"v":1,"status":"ok","sealed":"eyJ"}', { text: 'status ok · sealed', isSuccess: true }],
    [
      '{"v":1,"status":"error","error":{"code":"phone_denied"}}',
      { text: 'status error · phone_denied', isSuccess: false },
    ],
    ['{"code":"x","phoneInfoCode":"y"}', { text: 'codes', isSuccess: true }],
    ['', { text: '(empty: refused)', isSuccess: false }],
    ['code=200&message=ok&ticket=t', { text: 'code=200 · ok', isSuccess: true }],
    ['code=400&message=no', { text: 'code=400 · no', isSuccess: false }],
  ])('reads the result %s', (extMsg, expected) => {
    expect(readExtMsg(extMsg)).toEqual(expected);
  });

  test('counts time in minutes past the first', () => {
    expect([clockTime(0), clockTime(1204), clockTime(1_801_204)]).toEqual([
      '0.000',
      '1.204',
      '30:01.204',
    ]);
  });
});

describe('the filter', () => {
  test('shows everything at first', () => {
    expect(journey.filter((item) => matches(item, everything))).toHaveLength(journey.length);
  });

  test('adds one group to another, and all come back when none is left', () => {
    const http = toggleGroup(everything, 'http');
    expect(journey.filter((item) => matches(item, http)).map(({ kind }) => kind)).toEqual(['http']);
    const both = toggleGroup(http, 'result');
    expect(journey.filter((item) => matches(item, both)).map(({ kind }) => kind)).toEqual([
      'launch',
      'http',
      'extMsg',
    ]);
    expect(toggleGroup(toggleGroup(both, 'http'), 'result').groups.size).toBe(0);
  });

  test('finds all words of a search, in any field, in any case', () => {
    const found = journey.filter((item) =>
      matches(item, { ...everything, text: 'SIGNIN harbor-wechat' }),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['http']);
  });
});

describe('the journey', () => {
  test('is done in all five stops after a login', () => {
    expect(journeyOf(journey).map(({ name, state }) => [name, state])).toEqual([
      ['launch', 'done'],
      ['loginCode', 'done'],
      ['phone', 'done'],
      ['genauth', 'done'],
      ['result', 'done'],
    ]);
  });

  test('shows where a refusal ended it', () => {
    expect(journeyOf(refusal).map(({ name, state }) => [name, state])).toEqual([
      ['launch', 'done'],
      ['loginCode', 'idle'],
      ['phone', 'failed'],
      ['genauth', 'idle'],
      ['result', 'failed'],
    ]);
  });

  test('starts afresh with the next launch', () => {
    const again: TimelineEntry = {
      id: 99,
      at: 1,
      kind: 'launch',
      options: launchOptions,
      cold: false,
    };
    expect(journeyOf([...journey, again]).map(({ state }) => state)).toEqual([
      'done',
      'idle',
      'idle',
      'idle',
      'idle',
    ]);
  });

  test('has the app sign in after the result when it launched with nothing, as the Guard SDK does', () => {
    const codes: TimelineEntry = {
      id: 1,
      at: 0,
      kind: 'launch',
      options: { ...launchOptions, query: {} },
      cold: true,
    };
    expect(journeyOf([codes]).map(({ name }) => name)).toEqual([
      'launch',
      'loginCode',
      'phone',
      'result',
      'genauth',
    ]);
  });
});

describe('a token', () => {
  test('opens into header and claims', () => {
    expect(decodeToken(secrets.id_token)).toEqual({
      header: { alg: 'RS256' },
      claims: { sub: '6560f1', phone_number: '13800138000' },
    });
  });

  test('is not made of anything else', () => {
    expect(decodeToken(secrets.loginCode)).toBeNull();
    expect(decodeToken('a.b.c')).toBeNull();
  });
});

describe('what happened late on a busy machine', () => {
  const at = (id: number, ms: number): TimelineEntry => ({
    ...entry({ kind: 'screen', page: 'p', screen: 's' }),
    id,
    at: ms,
  });

  test('stands in the list by its time', () => {
    expect(byTime([at(1, 300), at(2, 647), at(3, 366)]).map(({ id }) => id)).toEqual([1, 3, 2]);
  });

  test('a picture is of the entries right before it, and of none that is older', () => {
    const seen = withSeen([at(1, 620), at(2, 860), at(3, 869)]).map(([{ id }, isSeen]) => [
      id,
      isSeen,
    ]);
    expect(seen).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ]);
  });
});
