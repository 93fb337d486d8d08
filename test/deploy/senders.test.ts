import { EventEmitter } from 'node:events';
import { beforeEach, expect, test } from '@jest/globals';
import type { Order } from '../../scripts/deploy/upload/order';
import { openSenders, type Senders, type SenderWorker } from '../../scripts/deploy/upload/senders';

/** A process whose words are said here. */
class FakeWorker extends EventEmitter implements SenderWorker {
  readonly orders: Order[] = [];
  wasEnded = false;
  isDead = false;
  constructor(readonly most: number) {
    super();
  }
  send(order: Order, done: (error: Error | null) => void) {
    this.orders.push(order);
    done(this.isDead ? new Error('ERR_IPC_CHANNEL_CLOSED') : null);
  }
  isAlive = () => !this.isDead;
  end() {
    this.wasEnded = true;
    this.die();
  }
  die() {
    this.isDead = true;
    this.emit('exit');
  }
}

const order: Order = {
  ...{ kind: 'upload', project: 'p', appId: 'wx', privateKey: 'k', version: '1', description: '' },
  ...{ robot: 1, proxy: null, launch: null, qrFile: 'q', record: 'r', timeout: 1, limit: 1 },
};
let workers: FakeWorker[];
let senders: Senders;
const only = (all: readonly FakeWorker[]): FakeWorker => {
  const [first] = all;
  if (first === undefined || all.length > 1) throw new Error(`${all.length} processes`);
  return first;
};

beforeEach(() => {
  workers = [];
  senders = openSenders(16, (most) => {
    const worker = new FakeWorker(most);
    workers.push(worker);
    return worker;
  });
});

function begin() {
  const one = senders.startProcess();
  const received: unknown[] = [];
  let exits = 0;
  one.on('message', (message) => received.push(message));
  one.once('exit', () => {
    exits += 1;
  });
  one.send(order);
  return { one, received, exits: () => exits };
}

test('a process that is ready again sends the next brand, and each gets its own words alone', () => {
  const first = begin();
  const worker = only(workers);
  worker.emit('message', { progress: 'a' });
  worker.emit('message', { isReady: true });
  expect([first.received, first.exits()]).toEqual([[{ progress: 'a' }], 1]);
  const second = begin();
  worker.emit('message', { progress: 'b' });
  expect([first.received, second.received]).toEqual([[{ progress: 'a' }], [{ progress: 'b' }]]);
  expect(only(workers).orders).toHaveLength(2);
});

test('one at a time: who is at it takes no second order', () => {
  begin();
  begin();
  expect(workers.map(({ orders }) => orders.length)).toEqual([1, 1]);
});

test('a process that ended takes no other order, also where it ended while it waited', () => {
  const first = begin();
  only(workers).die();
  expect(first.exits()).toBe(1);
  begin();
  workers[1]?.emit('message', { isReady: true });
  workers[1]?.die();
  expect([begin().exits(), workers.length]).toEqual([0, 3]);
});

test('an order that does not reach its process is over', () => {
  const one = senders.startProcess();
  only(workers).isDead = true;
  let exits = 0;
  one.once('exit', () => {
    exits += 1;
  });
  one.send(order);
  expect(exits).toBe(1);
});

test('ending an order that is over leaves the process to the next one; else it is ended', () => {
  const first = begin();
  const worker = only(workers);
  worker.emit('message', { isReady: true });
  first.one.end();
  expect(worker.wasEnded).toBe(false);
  begin().one.end();
  expect(worker.wasEnded).toBe(true);
});

test('at the end all are ended, each after its order', async () => {
  begin();
  const worker = only(workers);
  await senders.end();
  expect(worker.wasEnded).toBe(false);
  worker.emit('message', { isReady: true });
  expect(worker.wasEnded).toBe(true);
});
