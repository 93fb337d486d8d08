import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClock, type Sandbox, startSandbox } from '@mini-login/sandbox';
import { readFacts } from '../../scripts/probe/facts';
import { askGenAuth, type Deployment } from '../../scripts/probe/genauth/ask';
import { genauthText } from '../../scripts/probe/genauth/text';

let sandbox: Sandbox;
let deployment: Deployment;
beforeAll(async () => {
  sandbox = await startSandbox({ clock: createClock() });
  const { app, connection } = sandbox.genauth.tenant;
  deployment = { host: sandbox.genauth.url, app: app.id, connection: connection.identifier };
});
afterAll(() => sandbox.close());

const facts = readFacts('genauth');
/** A deployment that answers one question otherwise. */
const other = (path: string, answer: () => Response | Promise<Response>): typeof fetch => {
  return (url, init) => (String(url).includes(path) ? Promise.resolve(answer()) : fetch(url, init));
};

test("the sandbox answers every question as its golden messages say, and each speaks of a fact that's there", async () => {
  const findings = await askGenAuth(deployment);
  expect(findings.filter(({ differences }) => differences.length > 0)).toEqual([]);
  expect(findings.length).toBe(8);
  const known = new Set(facts.map(({ anchor }) => anchor));
  expect(findings.filter(({ fact }) => !known.has(fact))).toEqual([]);
  expect(genauthText(findings, deployment, facts)).toContain('0 of 8 differ');
});

test('no code is tried where no connection is named', async () => {
  const { host, app } = deployment;
  const asked: string[] = [];
  await askGenAuth({ host, app }, (url, init) => {
    asked.push(String(init?.body));
    return fetch(url, init);
  });
  expect(asked.join('')).not.toContain(deployment.connection);
  expect(asked).toHaveLength(6);
});

describe('a deployment that differs is told', () => {
  test('another number for an unknown application, with the line that it settles', async () => {
    const answer = () =>
      Response.json({ statusCode: 499, apiCode: '2011', message: 'no such app', uniqueId: 'u' });
    const findings = await askGenAuth(deployment, other('/api/v3/signin-by-mobile', answer));
    const text = genauthText(findings, deployment, facts);
    expect(text).toContain('differs  a sign-in for an unknown application');
    expect(text).toContain('.statusCode: 499 is not 404');
    expect(text).toContain('.requestId: is missing');
    expect(text).toMatch(/docs\/genauth\.md:\d+ G13, to verify/);
  });

  test('keys of another kind', async () => {
    const findings = await askGenAuth(
      deployment,
      other('jwks.json', () => Response.json({ keys: [{ kty: 'EC', kid: 'k' }] })),
    );
    expect(findings.find(({ when }) => when === 'the keys')?.differences).toContain(
      '.keys.0.kty: "EC" is not "RSA"',
    );
  });

  test('the Unique ID in the public configuration', async () => {
    const answer = () =>
      Response.json({
        code: 200,
        data: { ecConnections: [{ identifier: deployment.connection }] },
      });
    const findings = await askGenAuth(deployment, other('/public-config', answer));
    expect(findings.find(({ when }) => when.includes('Unique ID'))?.differences[0]).toContain(
      'could be read',
    );
  });

  test('a page in the place of JSON, and no answer at all', async () => {
    const page = () =>
      new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } });
    const [discovery] = await askGenAuth(deployment, other('openid-configuration', page));
    expect(discovery?.differences).toEqual(['HTTP 502 with text/html is no JSON']);
    const [gone] = await askGenAuth(
      deployment,
      other('openid-configuration', () =>
        Promise.reject(new TypeError('fetch failed', { cause: new Error('ENOTFOUND') })),
      ),
    );
    expect(gone?.differences).toEqual(['no answer: fetch failed (ENOTFOUND)']);
  });
});
