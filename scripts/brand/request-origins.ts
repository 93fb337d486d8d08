import type { BrandPack } from './pack/schema';

/** What the program of this pack sends requests to; also as `ext_json`, where it is a company's. */
export function requestOrigins({
  genauth,
  agreements,
  directory,
  events,
  subpackages = [],
}: BrandPack): readonly string[] {
  const origins = [
    genauth.host,
    ...(genauth.ticketEndpoint === null ? [] : [new URL(genauth.ticketEndpoint).origin]),
    ...(agreements.from === 'genauth' ? [agreements.consoleHost] : []),
    ...(events === undefined ? [] : [new URL(events.endpoint).origin]),
    ...(directory === undefined ? [] : originsOf(directory)),
    ...subpackages.flatMap(({ requests }) => requests),
  ];
  return [...new Set(origins)];
}

function originsOf({ consoleHost, endpoint, hosts }: NonNullable<BrandPack['directory']>) {
  const own = endpoint === null ? null : new URL(endpoint).origin;
  return [consoleHost, own, ...hosts].filter((one) => one !== null);
}
