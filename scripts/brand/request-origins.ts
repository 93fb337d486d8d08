import type { BrandPack } from './pack/schema';

/** What a packaged program, or one with this brand as `ext_json`, sends requests to. */
export function requestOrigins({
  genauth,
  agreements,
  events,
  subpackages = [],
}: BrandPack): readonly string[] {
  const origins = [
    genauth.host,
    ...(genauth.ticketEndpoint === null ? [] : [new URL(genauth.ticketEndpoint).origin]),
    ...(agreements.from === 'genauth' ? [agreements.consoleHost] : []),
    ...(events === undefined ? [] : [new URL(events.endpoint).origin]),
    ...subpackages.flatMap(({ requests }) => requests),
  ];
  return [...new Set(origins)];
}
