import { endOwnGroup } from '@mini-login/platform/processes';
import { z } from 'zod';
import { giveProcessToTool } from '../../scripts/deploy/official-tool';
import { order } from '../../scripts/deploy/upload/order';
import { runOrder } from '../../scripts/deploy/upload/run-order';

// Started by kept-sender.ts: as scripts/deploy/upload/worker.ts, also after an order that failed.
giveProcessToTool();

const kept = z.object({ id: z.number(), order });
let before = Promise.resolve();

const say = (message: object) =>
  new Promise<void>((resolve) => {
    if (!process.send?.(message, undefined, undefined, () => resolve())) resolve();
  });

process.on('message', (message) => {
  const { id, order } = kept.parse(message);
  before = before
    .then(() => runOrder(order, (report) => say({ id, ...report })))
    .then(() => say({ id, isOver: true }));
});
process.once('disconnect', endOwnGroup);
