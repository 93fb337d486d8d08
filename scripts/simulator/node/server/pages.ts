import { createHash } from 'node:crypto';
import type { PageFiles } from '@mini-login/local-server/bundle-pages';
import type { PhoneConfig } from '../../contract/config';

/** For an address that names what it leads to. */
export const FOREVER = 'max-age=31536000, immutable';

/** Another name whenever one of the phone's own files or its configuration is another. */
export function buildOf(bundles: PageFiles, config: PhoneConfig): string {
  const hash = createHash('sha256').update(framePage).update(JSON.stringify(config));
  for (const { text } of bundles.values()) hash.update(text);
  return hash.digest('hex').slice(0, 16);
}

/** The phone's screen fills the page, whatever embeds it. */
export const phonePage = (build: string) => `<!doctype html>
<html data-build="${build}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Phone</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/simulator/phone.css?v=${build}">
</head>
<body>
<div id="phone"></div>
<script src="/simulator/phone.js?v=${build}"></script>
</body>
</html>
`;

/**
 * One process of the program: empty until the phone has replaced its clock and loads the runtime.
 */
export const framePage = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mini program</title>
<link rel="icon" href="data:,">
</head>
<body></body>
</html>
`;
