import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { AppPhone, modelServer, type PhoneFault } from './phone';

/** What native modules and other apps hand over besides the true answer. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 0, 7, true, Number.NaN, {}, [], { extMsg: null }),
  fc.anything(),
);
const forged = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'code=400&message=no',
    'null',
    '{"v":1,"state":"forged","status":"error","error":{"code":"user_cancelled"}}',
    '{"v":1,"status":"ok","session":{}}',
    'x'.repeat(200_000),
  ),
  fc.json(),
);
const fault = fc.constantFrom<PhoneFault>(
  'request lost',
  'reply lost',
  'no reply',
  'unavailable',
  'portal',
  'portal refuses',
  'not JSON',
  'throws at once',
);

type Move =
  | { readonly type: 'junk' | 'forged'; readonly value: unknown; readonly byButton: boolean }
  | { readonly type: 'right'; readonly byButton: boolean }
  | { readonly type: 'faults'; readonly faults: readonly PhoneFault[] }
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'sendNow' }
  | { readonly type: 'restart'; readonly early: readonly unknown[] };

const byButton = fc.boolean();
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ type: fc.constant('junk' as const), value: junk, byButton }),
  fc.record({ type: fc.constant('forged' as const), value: forged, byButton }),
  fc.record({ type: fc.constant('right' as const), byButton }),
  fc.record({ type: fc.constant('faults' as const), faults: fc.array(fault, { maxLength: 6 }) }),
  fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 9_000 }) }),
  fc.constant({ type: 'sendNow' as const }),
  fc.record({ type: fc.constant('restart' as const), early: fc.array(junk, { maxLength: 2 }) }),
);

async function make(phone: AppPhone, right: string, each: Move): Promise<void> {
  const by = (button: boolean) =>
    button ? ('ShowMessageFromWX.Req' as const) : ('WXLaunchMiniProgram.Resp' as const);
  switch (each.type) {
    case 'junk':
    case 'forged':
      return phone.deliver(each.value, by(each.byButton));
    case 'right':
      return phone.deliver(right, by(each.byButton));
    case 'faults':
      phone.faults = [...each.faults];
      return;
    case 'wait':
      return phone.wait(each.ms);
    case 'sendNow':
      phone.login.sendNow();
      return phone.settle();
    case 'restart':
      return phone.restart(each.early);
  }
}

/** A phone on which the mini program is open. */
async function opened() {
  const model = modelServer(() => phone.clock);
  const phone: AppPhone = new AppPhone((url, init) => model.server(url, init));
  await phone.logIn();
  expect(phone.opened).toHaveLength(1);
  return { phone, ...model };
}

test('the true answer is never lost, and starts one session, whatever comes around it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(move, { maxLength: 12 }),
      fc.array(move, { maxLength: 12 }),
      byButton,
      async (before, after, button) => {
        const { phone, right, counts } = await opened();
        for (const each of before) await make(phone, right, each);
        await make(phone, right, { type: 'right', byButton: button });
        for (const each of after) await make(phone, right, each);
        // From now on all is well, for at least five of the ten minutes.
        phone.faults = [];
        await phone.wait(60_000);
        expect(phone.outcome).toEqual({ ok: true, session: { token: 'session 1' } });
        expect(counts.sessions).toBe(1);
        expect(phone.kept).toBeNull();
      },
    ),
    { numRuns: 150 },
  );
});

test('nothing but the true answer, the person and the time ends a login', async () => {
  const notRight = move.filter(({ type }) => type !== 'right');
  await fc.assert(
    fc.asyncProperty(fc.array(notRight, { maxLength: 20 }), async (moves) => {
      const { phone, right, counts } = await opened();
      for (const each of moves) {
        await make(phone, right, each);
        expect(phone.outcome).toBeNull();
        expect(phone.login.waiting).toBe(true);
      }
      phone.faults = [];
      await phone.wait(600_000);
      expect(phone.outcome).toMatchObject({ ok: false, error: { code: 'no_answer' } });
      await phone.deliver(right);
      expect(counts.sessions).toBe(0);
      expect(phone.outcome).toMatchObject({ ok: false });
    }),
    { numRuns: 100 },
  );
});
