import type { ServiceAnswer } from '../../../../contract/process';
import type { RouteAnswer } from '../../process/router';
import { type ApiFamily, isParams } from '../call';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html and its neighbours
 */
export const route: ApiFamily = ({ runtime: { router }, asynchronous }) => ({
  navigateTo: asynchronous('navigateTo', {
    params: {
      url: 'String',
      events: 'Object?',
      routeType: 'String?',
      routeConfig: 'Object?',
      routeOptions: 'Object?',
    },
    run: async ({ url, events }) =>
      toAnswer('navigateTo', await router.navigateTo(String(url), listenersOf(events))),
  }),
  redirectTo: asynchronous('redirectTo', {
    params: { url: 'String' },
    run: async ({ url }) => toAnswer('redirectTo', await router.redirectTo(String(url))),
  }),
  reLaunch: asynchronous('reLaunch', {
    params: { url: 'String' },
    run: async ({ url }) => toAnswer('reLaunch', await router.reLaunch(String(url))),
  }),
  switchTab: asynchronous('switchTab', {
    params: { url: 'String' },
    run: async ({ url }) => toAnswer('switchTab', await router.switchTab(String(url))),
  }),
  navigateBack: asynchronous('navigateBack', {
    // The official automation client sends `url: null` along.
    params: { delta: 'Number?', url: 'Any?' },
    run: async ({ delta }) =>
      toAnswer('navigateBack', await router.navigateBack(typeof delta === 'number' ? delta : 1)),
  }),
});

function toAnswer(api: string, answer: RouteAnswer): ServiceAnswer {
  if (!answer.ok) return { ok: false, errMsg: `${api}:fail ${answer.errMsg}` };
  return { ok: true, result: answer.eventChannel ? { eventChannel: answer.eventChannel } : {} };
}

function listenersOf(events: unknown): Record<string, (...args: unknown[]) => void> {
  if (!isParams(events)) return {};
  return Object.fromEntries(
    Object.entries(events).flatMap(([name, listener]) =>
      typeof listener === 'function'
        ? [[name, (...args: unknown[]) => void listener(...args)]]
        : [],
    ),
  );
}
