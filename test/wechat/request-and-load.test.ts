import { beforeEach, expect, jest, test } from '@jest/globals';
import type { DirectoryConfig } from '../../miniprogram/login/directory';
import { openDirectory } from '../../miniprogram/wechat/hosted/directory';
import { requestAndLoad } from '../../miniprogram/wechat/request-and-load';
import { installWx, pending } from './fake-wx';

/* What reads an answer is another part of the program, which WeChat loads or not. */

const request = { method: 'GET', url: 'https://d.example', headers: {}, timeoutMs: 1 } as const;
const responded = { kind: 'responded', response: { status: 200, body: {} } };

interface Loading {
  succeed(): void;
  fail(): void;
}
let loads: Loading[];
let loaded: jest.Mock<(module: string) => void>;
beforeEach(() => {
  jest.useFakeTimers();
  loads = [];
  loaded = jest.fn<(module: string) => void>();
});

const load = () =>
  new Promise<string>((resolve, reject) => {
    loads.push({
      succeed: () => resolve('module'),
      fail: () => reject(new Error('loadSubpackage:fail')),
    });
  });
const settle = () => jest.advanceTimersByTimeAsync(0);

function ask() {
  const { calls, call } = pending();
  installWx({ request: call });
  const answers: unknown[] = [];
  requestAndLoad(request, load, loaded, (answer) => answers.push(answer));
  return { answers, calls };
}

test('both are asked at once, and the answer waits for what reads it', async () => {
  const { answers, calls } = ask();
  expect(loads).toHaveLength(1);
  calls[0]?.succeed({ statusCode: 200, data: '{}' });
  await settle();
  expect(answers).toEqual([]);
  loads[0]?.succeed();
  await settle();
  expect(loaded).toHaveBeenCalledWith('module');
  expect(answers).toEqual([responded]);
});

test('an answer that comes after it waits for nothing', async () => {
  const { answers, calls } = ask();
  loads[0]?.succeed();
  await settle();
  calls[0]?.succeed({ statusCode: 200, data: '{}' });
  expect(answers).toEqual([responded]);
});

test('a request that failed waits for nothing', () => {
  const { answers, calls } = ask();
  calls[0]?.fail({ errMsg: 'request:fail timeout' });
  expect(answers).toEqual([{ kind: 'failed', reason: 'timeout' }]);
});

test('where WeChat does not load it, the answer comes without', async () => {
  const { answers, calls } = ask();
  calls[0]?.succeed({ statusCode: 200, data: '{}' });
  loads[0]?.fail();
  await settle();
  expect(answers).toEqual([responded]);
  expect(loaded).not.toHaveBeenCalled();
});

test('a directory whose reader WeChat cannot load is answered, not waited for', () => {
  const config: DirectoryConfig = {
    ...{ program: 'wxaaaaaaaaaaaaaaaa', consoleHost: null, endpoint: 'https://d.example' },
    ...{ hosts: [], logoHosts: [], unregistered: 'refuse', unregisteredWords: {} },
  };
  const { calls, call } = pending();
  installWx({ request: call });
  const answers: unknown[] = [];
  // Jest's require has no `async`, as an old base library's has none.
  openDirectory(config).ask(request, (answer) => answers.push(answer));
  calls[0]?.succeed({ statusCode: 200, data: '{}' });
  expect(answers).toEqual([responded]);
});
