import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createHostApp } from '@mini-login/server';
import { buildVectors } from '@mini-login/vectors/build';
import { readCodes } from '../../../kits/server/src/codes';
import { concludeLaunch } from '../../../kits/server/src/conclude';
import { createIdTokenVerifier } from '../../../kits/server/src/id-token';
import { PendingLaunch } from '../../../kits/server/src/pending';
import { concludedBy } from '../../../kits/server/src/refused';
import { readTicket } from '../../../kits/server/src/ticket';
import {
  answerFiles,
  folder,
  genauthOf,
  keys,
  launchOf,
  nativeValueOf,
  older,
  registrationOf,
} from './read';

test('the files are what the command vectors makes', async () => {
  for (const [file, content] of Object.entries(await buildVectors(keys))) {
    expect(readFileSync(join(folder, file), 'utf8')).toBe(`${JSON.stringify(content, null, 2)}\n`);
  }
});

test('each vector has a name of its own, and says which rule it is about, and where that stands', () => {
  const all = [...answerFiles.flatMap(([, { vectors }]) => vectors), ...older.vectors];
  expect(new Set(all.map(({ name }) => name)).size).toBeGreaterThan(180);
  for (const { rule, source } of all) {
    expect(rule).toMatch(/\.$/);
    expect(source).toMatch(/RFC \d+|OpenID Connect|docs\//);
  }
});

describe.each(answerFiles)('%s: an app that verifies by itself', (_file, file) => {
  test.each(file.vectors.map((vector) => [vector.name, vector] as const))(
    '%s',
    async (_name, vector) => {
      let now = Date.parse(vector.launch.at);
      const registration = registrationOf(file);
      const genauth = genauthOf(file);
      const platform = { fetch: genauth.fetch, now: () => now };
      const pending = new PendingLaunch(platform.now);
      const verifier = createIdTokenVerifier(registration, platform);
      pending.begin(await launchOf(file, vector));

      for (const delivery of vector.deliveries) {
        now = Date.parse(delivery.at);
        genauth.change(delivery.genauth);
        const text = nativeValueOf(delivery);
        const conclusion = await concludedBy(() =>
          pending.receive({ by: delivery.by, text }, (launch, answer) =>
            concludeLaunch(answer, launch, { registration, platform, verifier }),
          ),
        );
        expect(
          conclusion.ok
            ? { ok: true, sub: conclusion.who.id }
            : { ok: false, code: conclusion.error.code, pending: pending.current !== null },
        ).toEqual(delivery.verdict);
      }
    },
  );
});

describe('older.json: an app that verifies by itself', () => {
  const file = answerFiles[0]?.[1];
  test.each(older.vectors.map((vector) => [vector.name, vector] as const))(
    '%s',
    async (_name, { contract, by, text, verdict }) => {
      // What it goes on with would be asked of GenAuth, which is not here.
      if (verdict.ok) {
        const got = contract === 'codes' ? readCodes(text) : { ticket: readTicket(text) };
        expect(got).toEqual(verdict.read);
        return;
      }
      if (file === undefined) throw new Error('there are no vectors');
      const { fetch } = genauthOf(file);
      const app = createHostApp(registrationOf(file), { fetch, now: () => 0 });
      await app.begin(contract);
      const conclusion = await app.receive({ by, text });
      expect({ ok: false, code: conclusion.error?.code, pending: app.pending }).toEqual(verdict);
    },
  );
});
