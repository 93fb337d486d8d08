import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { waiting } from '@mini-login/simulator';
import { createBrand, standardAnswers } from '../../scripts/brand/create';
import type { Shipment } from '../../scripts/deploy/fleet/run';
import { shipAll } from '../../scripts/deploy/fleet/ship-all';
import { makeUploadKey } from '../../scripts/upload-double/upload-key';
import { fleetOf } from './fleet-of';

const names = ['acme', 'beta'];
const appIdOf = (name: string) => `wxa${String(names.indexOf(name)).padStart(15, '0')}`;
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mini-login-cut-off-'));
  mkdirSync(join(root, 'keys'));
  const { privateKey } = makeUploadKey();
  for (const name of names) {
    createBrand(root, name, { ...standardAnswers(name), appId: appIdOf(name) });
    writeFileSync(join(root, 'keys', `private.${appIdOf(name)}.key`), privateKey);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
afterEach(() => {
  jest.restoreAllMocks();
});

/** Of a run that is sending acme, and has not come to beta. */
async function cutOffBy(...signals: readonly NodeJS.Signals[]) {
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const left: (readonly Shipment[])[] = [];
  const sending = new EventEmitter();
  const orders: string[] = [];
  const startProcess = () =>
    Object.assign(sending, {
      send: (order: { readonly appId: string }) => orders.push(order.appId),
      end: () => undefined,
    });
  const made = fleetOf({ root, out: join(root, 'out'), proxy: '', key: join(root, 'keys') });
  const all = shipAll({ ...made, startProcess }, names, 1, (shipped) => {
    left.push(shipped);
    return 3;
  });
  await waiting('the order', async () => orders.length === 1);
  for (const signal of signals) process.emit(signal, signal);
  const code = exit.mock.calls.at(-1)?.[0];
  // As the process would be gone: the rest ends for the test alone.
  process.emit('SIGINT', 'SIGINT');
  sending.emit('message', { outcome: { state: 'sent', packages: [], ms: 1 } });
  sending.emit('exit');
  await all;
  return { code, left: left[0] };
}

test.each([[['SIGTERM']], [['SIGHUP']], [['SIGINT', 'SIGINT']]] as const)(
  '%j leaves a word of all brands: what is being sent may have arrived',
  async (signals) => {
    expect(await cutOffBy(...signals)).toEqual({
      code: 3,
      left: [
        {
          ...{ ok: false, brand: 'acme', appId: appIdOf('acme'), reason: 'ended' },
          problems: ['the run was ended while this was being sent'],
          remedy: expect.stringContaining('版本管理'),
          mayHaveArrived: true,
        },
        expect.objectContaining({ brand: 'beta', problems: ['not begun'], mayHaveArrived: false }),
      ],
    });
    expect(process.listenerCount('SIGTERM')).toBe(0);
  },
);
