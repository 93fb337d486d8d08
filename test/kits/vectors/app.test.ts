import { describe, expect, test } from '@jest/globals';
import { createLogin, type NativeDelivery, type Outcome } from '@mini-login/app';
import { begin } from './begin';
import { answerFiles, nativeValueOf } from './read';

/** The app kit in front of the server kit: what a person sees of each vector. */
describe.each(answerFiles)('%s: the app kit in front of the server kit', (_file, file) => {
  test.each(file.vectors.map((vector) => [vector.name, vector] as const))(
    '%s',
    async (_name, vector) => {
      const { server, id, now, goTo } = await begin(file, vector);
      const { state } = vector.launch;
      const begun = { id, path: `pages/login/login?v=1&state=${state}`, expires_in: 600 };

      let underWay = 0;
      let deliver: ((delivery: NativeDelivery) => void) | undefined;
      let outcome: Outcome | undefined;
      const login = createLogin({
        server: 'http://127.0.0.1/wechat-login',
        // Each text is sent again only when it is delivered again: the vector says when.
        clock: { now, after: () => () => undefined },
        async fetch(url, init) {
          if (!url.endsWith('/answer'))
            return { status: 201, text: async () => JSON.stringify(begun) };
          underWay += 1;
          return server(new Request(url, { ...init })).finally(() => {
            underWay -= 1;
          });
        },
        opener: {
          open: () => new Promise(() => undefined),
          onDelivery: (listener) => {
            deliver = listener;
            return () => undefined;
          },
        },
      });
      void login.logIn().then((ended) => {
        outcome = ended;
      });
      const settle = async () => {
        for (let quiet = 0; quiet < 3; ) {
          await new Promise((resolve) => setImmediate(resolve));
          quiet = underWay === 0 ? quiet + 1 : 0;
        }
      };
      await settle();

      for (const delivery of vector.deliveries) {
        const before = outcome;
        goTo(delivery);
        deliver?.({ by: delivery.by, text: nativeValueOf(delivery) });
        await settle();
        const { verdict } = delivery;
        // Once it has ended, nothing that comes later changes anything.
        if (before !== undefined) expect(outcome).toBe(before);
        else if (verdict.ok) expect(outcome).toEqual({ ok: true, session: { sub: verdict.sub } });
        else if (verdict.pending) expect(outcome).toBeUndefined();
        else expect(outcome).toMatchObject({ ok: false, error: { code: verdict.code } });
      }
    },
  );
});
