import { describe, expect, test } from '@jest/globals';
import { begin } from './begin';
import { answerFiles, nativeValueOf } from './read';

/** Refused before anybody reads it as an answer: the app never sends such a thing. */
const refusedByHttp: Readonly<Record<number, string>> = { 400: 'bad_request', 413: 'too_large' };

describe.each(answerFiles)('%s: the server kit, asked over HTTP', (_file, file) => {
  test.each(file.vectors.map((vector) => [vector.name, vector] as const))(
    '%s',
    async (_name, vector) => {
      const errors: unknown[] = [];
      const { server, id, goTo } = await begin(file, vector, (error) => errors.push(error));

      for (const delivery of vector.deliveries) {
        goTo(delivery);
        const response = await server(
          new Request(`http://127.0.0.1/wechat-login/${id}/answer`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ by: delivery.by, text: nativeValueOf(delivery) }),
          }),
        );
        const body = await response.json();
        const { verdict } = delivery;
        if (verdict.ok) {
          expect({ status: response.status, ...body }).toEqual({ status: 200, sub: verdict.sub });
          continue;
        }
        const { code, pending } = body.error;
        const httpCode = refusedByHttp[response.status];
        expect(httpCode === undefined ? [401, 503] : [response.status]).toContain(response.status);
        if (httpCode !== undefined)
          expect({ code, pending }).toEqual({ code: httpCode, pending: true });
        // A text that can be anybody's is refused as such; the server keeps nothing of it, so it
        // need not know that the launch is over.
        else if (code !== verdict.code)
          expect([code, verdict.code, pending]).toEqual([
            expect.stringMatching(/^(state_mismatch|malformed)$/),
            'already_concluded',
            true,
          ]);
        else expect(pending).toBe(verdict.pending);
      }
      expect(errors).toEqual([]);
    },
  );
});
