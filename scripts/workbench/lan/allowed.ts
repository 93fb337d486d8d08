import { z } from 'zod';

/** What the phone's page asks for; nothing else passes. `*`: one name. */
const passing: Readonly<Record<string, readonly string[]>> = {
  GET: [
    '/on-your-phone',
    '/on-your-phone/harbor',
    ...['on-your-phone', 'harbor'].flatMap((page) => [
      `/pages/${page}.js`,
      `/pages/${page}-style.css`,
    ]),
    '/phone',
    ...[
      'frame',
      'config',
      'program',
      'program/version',
      'events',
      'phone.js',
      'phone.css',
      'runtime.js',
    ].map((file) => `/simulator/${file}`),
    '/simulator/gate/*',
    '/simulator/cloud/client/people',
    '/simulator/cloud/client/privacy',
  ],
  POST: [
    ...['begin', 'receive', 'cancel'].map((call) => `/on-your-phone/app/${call}`),
    '/simulator/gate/*/*',
    '/simulator/cloud/client/login',
    '/simulator/cloud/client/phone-number',
  ],
  DELETE: ['/simulator/gate/*/*'],
};

const patterns = Object.fromEntries(
  Object.entries(passing).map(([method, paths]) => [
    method,
    paths.map((path) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+')}$`)),
  ]),
);

/** Of the program's files, as the program names them; percent-encoded where they are not ASCII. */
const asset = /^\/program\/[\w./%-]+$/;

export function mayPass(method: string, pathname: string): boolean {
  if (method === 'GET' && asset.test(pathname)) return true;
  return patterns[method]?.some((pattern) => pattern.test(pathname)) ?? false;
}

const exchange = z.looseObject({ url: z.string() });

/** What controls the sandbox, on the same server as GenAuth's endpoints. docs/sandbox.md */
const control = /^\/(sandbox|journal|health)(\/|$)/i;

/**
 * A request of the program as a phone may send it through the gate: to the doubles' endpoints, and
 * not to what controls them. Redirects are not followed, since they could lead there. Null: it may
 * not. A path that could be read in two ways is none of ours.
 *
 * @param body JSON.
 */
export function toExchange(body: string): string | null {
  const read = exchange.safeParse(parse(body));
  if (!read.success || !URL.canParse(read.data.url)) return null;
  const { pathname } = new URL(read.data.url);
  if (/%|\/\/|\\/.test(pathname) || control.test(pathname)) return null;
  return JSON.stringify({ ...read.data, redirect: 'manual' });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
