import { endOwnGroup } from '@mini-login/platform/processes';
import { giveProcessToTool } from '../official-tool';
import { order } from './order';
import { runOrder, type SenderMessage } from './run-order';

/**
 * One upload, in a process of its own: the official tool keeps state per process, never gives up
 * waiting, and leaves children behind. It goes on when whoever started it dies, and writes down
 * what came of it: what has begun to be sent can't be taken back.
 */
giveProcessToTool();
process.once('message', (message) => {
  const begin = () => {
    isUnderWay = true;
  };
  void runOrder(order.parse(message), report, begin).finally(endOwnGroup);
});
// Whoever started this died before saying what to send.
process.once('disconnect', () => setTimeout(() => (isUnderWay ? undefined : endOwnGroup()), 0));

let isUnderWay = false;

/** Whoever started this may be gone, also in this very moment. */
function report(message: SenderMessage): Promise<void> {
  return new Promise<void>((resolve) => {
    if (!process.connected || process.send === undefined) return resolve();
    process.send(message, undefined, undefined, () => resolve());
  });
}
