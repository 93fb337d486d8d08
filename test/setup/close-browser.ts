import { sharedBrowserServer } from './shared-browser';
import tearDown from './tear-down';

export default async function closeBrowser(): Promise<void> {
  await sharedBrowserServer()?.close();
  await tearDown();
}
