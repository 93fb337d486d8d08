import { beforeEach, describe, expect, test } from '@jest/globals';
import { OpenError } from '@mini-login/app';
import { AppPhone, modelServer } from './phone';

let phone: AppPhone;
let model: ReturnType<typeof modelServer>;
beforeEach(() => {
  model = modelServer(() => phone.clock);
  phone = new AppPhone((url, init) => model.server(url, init));
});

const signedIn = { ok: true, session: { token: 'session 1' } };
const failed = (code: string) => ({ ok: false, error: { code } });

describe('the answer', () => {
  test('signs in', async () => {
    await phone.logIn('zh-Hans-CN');
    await phone.deliver(model.right);
    expect(phone.outcome).toEqual(signedIn);
    expect(phone.login.waiting).toBe(false);
  });

  test('is sent again when the first request is lost, as it often is on iOS', async () => {
    await phone.logIn();
    phone.faults = ['request lost'];
    await phone.deliver(model.right);
    expect(phone.outcome).toBeNull();
    await phone.wait(300);
    expect(phone.outcome).toEqual(signedIn);
  });

  test('is sent again when the reply is lost, and gets the same session', async () => {
    await phone.logIn();
    phone.faults = ['reply lost', 'reply lost', 'reply lost'];
    await phone.deliver(model.right);
    await phone.wait(3_000);
    expect(phone.outcome).toEqual(signedIn);
    expect(model.counts).toMatchObject({ sessions: 1, asked: 4 });
  });

  test('is sent at once when the app says that it is in front', async () => {
    await phone.logIn();
    phone.faults = Array.from({ length: 5 }, () => 'request lost' as const);
    await phone.deliver(model.right);
    await phone.wait(5_000);
    phone.login.sendNow();
    await phone.settle();
    expect(phone.outcome).toEqual(signedIn);
  });

  test('is sent until the ten minutes are over, ever less often, and once more then', async () => {
    await phone.logIn();
    phone.faults = Array.from({ length: 1_000 }, () => 'request lost' as const);
    await phone.deliver(model.right);
    await phone.wait(599_999);
    expect(phone.outcome).toBeNull();
    await phone.wait(1);
    expect(phone.outcome).toMatchObject(failed('answer_not_sent'));
    expect(1_000 - phone.faults.length).toBeGreaterThan(40);
    expect(1_000 - phone.faults.length).toBeLessThan(60);
  });

  test('in the last second still counts', async () => {
    await phone.logIn();
    await phone.wait(599_500);
    phone.faults = ['request lost'];
    await phone.deliver(model.right);
    await phone.wait(500);
    expect(phone.outcome).toEqual(signedIn);
  });

  test("after the end is nobody's", async () => {
    await phone.logIn();
    await phone.wait(600_000);
    expect(phone.outcome).toMatchObject(failed('no_answer'));
    await phone.deliver(model.right);
    expect(model.counts.asked).toBe(0);
  });

  test('among a flood of others is not lost while the server is away', async () => {
    await phone.logIn();
    phone.faults = Array.from({ length: 500 }, () => 'request lost' as const);
    await phone.deliver(model.right);
    for (let count = 0; count < 100; count += 1) await phone.deliver(`forged ${count}`);
    phone.faults = [];
    await phone.wait(20_000);
    expect(phone.outcome).toEqual(signedIn);
    expect(model.counts.asked).toBeLessThan(40);
  });
});

describe('an end', () => {
  test.each([
    ['by the program', { code: 'phone_denied', message: 'no', pending: false }, 'phone_denied'],
    ['by a code that this kit does not know yet', { code: 'brand_new', pending: false }, 'unknown'],
  ])('is explicit: %s', async (_by, error, code) => {
    const answers = [{ id: 'x', path: 'p?state=s' }, { error }];
    phone = new AppPhone(async () => ({
      status: answers.length === 2 ? 201 : 401,
      text: () => Promise.resolve(JSON.stringify(answers.shift())),
    }));
    await phone.logIn();
    await phone.deliver('text');
    expect(phone.outcome).toMatchObject(failed(code));
  });

  test('that says that another text was taken does not end the one that was', async () => {
    const refused = { error: { code: 'already_concluded', message: 'no', pending: false } };
    phone = new AppPhone(async (url, { body }) => {
      if (!url.endsWith('/answer'))
        return { status: 201, text: async () => '{"id":"x","path":"routes/explore?a=b"}' };
      const { text } = JSON.parse(body);
      return text === 'code=200&ticket=t'
        ? { status: 200, text: async () => '{"token":"session 1"}' }
        : { status: 401, text: async () => JSON.stringify(refused) };
    });
    await phone.logIn();
    phone.faults = ['reply lost'];
    await phone.deliver('code=200&ticket=t');
    await phone.deliver('code=400');
    expect(phone.outcome).toBeNull();
    await phone.wait(300);
    expect(phone.outcome).toEqual(signedIn);
  });

  test('by the person, who came back without an answer', async () => {
    await phone.logIn();
    phone.login.cancel();
    await phone.settle();
    expect(phone.outcome).toMatchObject(failed('cancelled'));
    await phone.deliver(model.right);
    expect(model.counts.asked).toBe(0);
    expect(phone.kept).toBeNull();
  });

  test('by the person, before the server has answered', async () => {
    phone.faults = ['no reply'];
    await phone.logIn();
    phone.login.cancel();
    await phone.wait(60_000);
    expect(phone.outcome).toMatchObject(failed('cancelled'));
    expect(phone.opened).toEqual([]);
  });

  test('by another login', async () => {
    const first = phone.login.logIn();
    await phone.settle();
    await phone.logIn();
    expect(await first).toMatchObject(failed('replaced'));
    await phone.deliver(model.right);
    expect(phone.outcome).toEqual(signedIn);
  });
});

describe('what keeps the mini program from opening has a code of its own', () => {
  test.each([
    [new OpenError('wechat_not_installed', 'WeChat is not installed'), 'wechat_not_installed'],
    [new OpenError('open_failed', 'no'), 'open_failed'],
    [new Error('no'), 'open_failed'],
    ['no', 'open_failed'],
  ])('%s', async (error, code) => {
    phone.canOpen = () => Promise.reject(error);
    await phone.logIn();
    expect(phone.outcome).toMatchObject(failed(code));
  });

  test('a server that can not be reached, after two more tries', async () => {
    phone.faults = ['request lost', 'throws at once', 'request lost'];
    await phone.logIn();
    await phone.wait(1_300);
    expect(phone.outcome).toMatchObject(failed('server_unreachable'));
  });

  test('a server that is there the second time is no failure', async () => {
    phone.faults = ['request lost'];
    await phone.logIn();
    await phone.wait(300);
    expect(phone.opened).toHaveLength(1);
  });

  test('a server that says something else', async () => {
    phone.faults = ['portal refuses'];
    await phone.logIn();
    expect(phone.outcome).toMatchObject(failed('server_failed'));
  });

  test('but not when an answer has come', async () => {
    let refuse: ((error: Error) => void) | undefined;
    phone.canOpen = () =>
      new Promise((_, reject) => {
        refuse = reject;
      });
    await phone.logIn();
    phone.faults = ['request lost'];
    await phone.deliver(model.right);
    refuse?.(new Error('errCode -1'));
    await phone.wait(300);
    expect(phone.outcome).toEqual(signedIn);
  });
});

describe('an app that the system ended meanwhile', () => {
  test('gets its answer when it starts again', async () => {
    await phone.logIn();
    await phone.restart();
    expect(phone.login.waiting).toBe(true);
    await phone.deliver(model.right);
    expect(phone.outcome).toEqual(signedIn);
  });

  test('gets the answer that started it, before it resumes', async () => {
    await phone.logIn();
    await phone.restart([null, 'forged', model.right]);
    expect(phone.outcome).toEqual(signedIn);
  });

  test('still has the answer that it could not send', async () => {
    await phone.logIn();
    phone.faults = ['request lost'];
    await phone.deliver(model.right);
    await phone.restart();
    expect(phone.outcome).toEqual(signedIn);
  });

  test('has nothing to resume after the ten minutes, or after the end', async () => {
    await phone.logIn();
    await phone.wait(1);
    const kept = phone.kept;
    await phone.deliver(model.right);
    expect(await phone.login.resume()).toBeNull();
    phone.kept = kept;
    await phone.wait(600_000);
    expect(await phone.login.resume()).toBeNull();
    expect(phone.kept).toBeNull();
  });

  test.each([
    'no JSON',
    '[]',
    '{"version":1}',
    '{"version":2,"id":"x","endsAt":1768464600000}',
    '{"version":1,"id":"x","endsAt":1e300}',
    '{"version":1,"id":"","endsAt":1768464600000}',
  ])('does not stumble over what it kept: %s', async (kept) => {
    phone.kept = kept;
    expect(await phone.login.resume()).toBeNull();
  });
});
