import { endOwnGroup } from '@mini-login/platform/processes';
import { giveProcessToTool } from '../official-tool';
import { order } from './order';
import { runOrder, type SenderMessage } from './run-order';

/**
 * Sends orders with the official tool, one after the other, in a process for it alone: `<orders at
 * most>`. To load the tool costs ten times what a brand does; but it keeps state per process, never
 * gives up waiting and leaves children behind, so the process takes no other order after one that
 * did not end well, nor more than it was started for.
 *
 * What has begun to be sent goes on when whoever started this dies, and what came of it is written
 * down: it can't be taken back.
 */
giveProcessToTool();

let ordersLeft = Number(process.argv[2] ?? 1);
let isUnderWay = false;

process.on('message', async (message) => {
  const begin = () => {
    isUnderWay = true;
  };
  ordersLeft -= 1;
  const isReusable = await runOrder(order.parse(message), report, begin).catch(() => false);
  isUnderWay = false;
  if (!isReusable || ordersLeft < 1 || !process.connected) endOwnGroup();
  await report({ isReady: true });
});
// Whoever started this died before saying what to send.
process.once('disconnect', () => setTimeout(() => (isUnderWay ? undefined : endOwnGroup()), 0));

/** Whoever started this may be gone, also in this very moment. */
function report(message: SenderMessage): Promise<void> {
  return new Promise<void>((resolve) => {
    if (!process.connected || process.send === undefined) return resolve();
    process.send(message, undefined, undefined, () => resolve());
  });
}
