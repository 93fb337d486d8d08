import { expect } from '@jest/globals';
import type { FaultRule } from '@mini-login/sandbox';
import type { ReturnContract } from '@mini-login/server';
import { useJourneys } from '../support/journeys';
import { agree, contracts, logInAndShare, refusalIn } from '../support/log-in';
import type { TestPhone } from '../support/phone';

const journeys = useJourneys();

interface Trouble {
  readonly code: string;
  /** From the app's button until the way out is on the screen. */
  readonly go: (phone: TestPhone, contract: ReturnContract) => Promise<void>;
  readonly out: 'decline' | 'give-up';
  /**
   * Told to the app as the others are, so that one contract tries it. Default: all do. Each code in
   * each contract's words: test/contract/client.test.ts, test/login/flow.test.ts.
   */
  readonly only?: ReturnContract;
}

const troubles: readonly Trouble[] = [
  {
    code: 'phone_denied',
    out: 'decline',
    go: async (phone, contract) => {
      await phone.logIn(contract);
      await agree(phone);
      await phone.reject();
      expect(await phone.text('notice')).not.toBe('');
    },
  },
  {
    code: 'privacy_refused',
    only: 'session',
    out: 'decline',
    go: async (phone, contract) => {
      await answers(
        phone,
        contract,
        'getPhoneNumber:fail privacy permission is not authorized',
        104,
      );
      expect(await phone.text('notice')).not.toBe('');
    },
  },
  {
    code: 'privacy_undeclared',
    only: 'sealed',
    out: 'give-up',
    go: (phone, contract) =>
      answers(
        phone,
        contract,
        'getPhoneNumber:fail api scope is not declared in the privacy agreement',
        112,
      ),
  },
  {
    code: 'phone_quota',
    only: 'codes',
    out: 'give-up',
    go: (phone, contract) => withService(phone, contract, 'no-quota'),
  },
  {
    code: 'phone_not_allowed',
    only: 'ticket',
    out: 'give-up',
    go: (phone, contract) => withService(phone, contract, 'not-permitted'),
  },
  {
    code: 'network',
    out: 'give-up',
    go: async (phone, contract) => {
      // With codes, the app asks GenAuth; the program only asks WeChat.
      if (contract === 'codes') await phone.network('offline');
      await phone.logIn(contract);
      if (contract !== 'codes') {
        await agree(phone);
        await phone.network('offline');
        await phone.allow();
      }
      await phone.screen('failure');
      await phone.network('online');
    },
  },
  {
    code: 'timeout',
    out: 'give-up',
    go: async (phone, contract) => {
      hang(contract);
      // With codes it is WeChat's login code that does not come, whoever has agreed by then.
      if (contract === 'codes') await phone.logIn(contract);
      else await logInAndShare(phone, contract);
      await phone.wait(12_000);
      await phone.screen('failure');
    },
  },
];

for (const contract of contracts) {
  // One phone for all: the program goes on in the same process, as it does on a real one.
  journeys.journey(
    `${contract}: whatever goes wrong, the app is told in the contract's words`,
    async (phone) => {
      const heard: unknown[] = [];
      const tried = troubles.filter(({ only = contract }) => only === contract);
      for (const { code, out, go } of tried) {
        await go(phone, contract);
        await phone.tap(out);
        await phone.conclusion();
        heard.push([code, (await phone.received()).at(-1)]);
      }
      expect(heard).toEqual(tried.map(({ code }) => [code, refusalIn(contract, code)]));
      await logInAndShare(phone, contract);
      expect(await phone.conclusion()).toMatchObject({ ok: true });
    },
  );
}

async function answers(
  phone: TestPhone,
  contract: ReturnContract,
  errMsg: string,
  errno: number,
): Promise<void> {
  journeys.environment.sandbox.wechat.faults.enqueue({
    path: '/client/phone-number',
    fault: { kind: 'errMsg', errMsg, errno },
  });
  await phone.logIn(contract);
  await agree(phone);
}

async function withService(
  phone: TestPhone,
  contract: ReturnContract,
  state: 'no-quota' | 'not-permitted',
): Promise<void> {
  const { program } = journeys.environment.sandbox.wechat;
  program.phoneService = state;
  await phone.logIn(contract);
  await agree(phone);
  await phone.screen('failure');
  program.phoneService = 'ok';
}

/** Who is asked last in this contract never answers. */
function hang(contract: ReturnContract): void {
  const { wechat, genauth } = journeys.environment.sandbox;
  const never = (path: string): FaultRule => ({ path, fault: { kind: 'hang' } });
  if (contract === 'codes') wechat.faults.enqueue(never('/client/login'));
  else
    genauth.faults.enqueue(
      never(contract === 'ticket' ? '/api/v3/mint-app2wxapp-ticket' : '/api/v3/signin-by-mobile'),
    );
}
