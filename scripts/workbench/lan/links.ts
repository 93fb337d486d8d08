import type { Hono } from 'hono';
import encodeQr from 'qr';
import type { PhoneLink, ShownLink } from './link';

const path = '/workbench/phones';

/**
 * `GET`: the links, none when the command was started without them. The workbench's page alone may
 * ask: a phone never gets here.
 */
export function addPhoneLinks(app: Hono, links: () => readonly PhoneLink[]): string {
  app.get(path, (c) => {
    const shown: readonly ShownLink[] = links().map((link) => ({
      ...link,
      picture: `data:image/svg+xml,${encodeURIComponent(encodeQr(link.url, 'svg', { border: 4 }))}`,
    }));
    return c.json(shown, 200, { 'cache-control': 'no-store' });
  });
  return path;
}
