import type { Table } from '../table';

/** What servers on this machine share, and the doubles of GenAuth and WeChat. */
export const DOUBLES: Table = {
  // What differs between systems.
  platform: { files: ['scripts/platform/'], may: ['typescript/package.json', 'node'] },

  // What every server on this machine shares: who may ask it, and its pages, bundled and kept.
  'local-server': {
    files: ['scripts/local-server/'],
    may: [
      ...['hono (types)', 'hono/body-limit', 'preact (types)', 'zod', 'node'],
      ...['esbuild (types)', 'esbuild (lazy)'],
    ],
  },

  // Doubles of GenAuth and WeChat. `contract`: what its console and its server say to each other.
  'sandbox/contract': { files: ['scripts/sandbox/contract/'], may: ['zod'] },
  'sandbox/console': {
    files: ['scripts/sandbox/browser/'],
    may: [
      ...['sandbox/contract (types)', '@mini-login/local-server/line-ends'],
      ...['preact', 'preact/hooks'],
    ],
  },
  'sandbox/store': {
    files: ['scripts/sandbox/store/'],
    may: ['@mini-login/platform/lock-file', '@mini-login/platform/processes', 'lmdb', 'node'],
  },
  'sandbox/base': {
    files: ['scripts/sandbox/base/'],
    may: ['sandbox/contract', 'sandbox/store', 'hono (types)', '@hono/node-server (types)', 'node'],
  },
  'sandbox/wechat': {
    files: ['scripts/sandbox/wechat/'],
    may: [
      ...['sandbox/contract', 'sandbox/store', 'sandbox/base', '@mini-login/platform/lists'],
      ...['hono', 'zod', 'node'],
    ],
  },
  'sandbox/genauth/routes': {
    files: ['scripts/sandbox/genauth/routes/'],
    may: [
      ...['sandbox/contract', 'sandbox/store', 'sandbox/base', 'sandbox/genauth'],
      ...['hono', 'zod', 'node'],
    ],
  },
  'sandbox/genauth': {
    files: ['scripts/sandbox/genauth/'],
    may: [
      ...['sandbox/contract', 'sandbox/store', 'sandbox/base', '@mini-login/local-server/guard'],
      ...['@mini-login/platform/lists', 'hono', 'hono/html', 'jose', 'zod', 'node'],
    ],
  },
  'sandbox/faults': {
    files: ['scripts/sandbox/faults/'],
    may: [
      ...['sandbox/contract', 'sandbox/base', 'sandbox/wechat', 'sandbox/tls'],
      ...['hono (types)', '@hono/node-server/utils/response', 'zod', 'node'],
    ],
  },
  'sandbox/control': {
    files: ['scripts/sandbox/control/'],
    may: [
      ...['sandbox/contract', 'sandbox/store', 'sandbox/base', 'sandbox/wechat'],
      ...['sandbox/genauth', 'sandbox/faults', '@mini-login/local-server/bundle-pages'],
      ...['@mini-login/local-server/clock-move', '@mini-login/local-server/guard'],
      ...['hono', 'zod', 'node'],
    ],
  },
  // Signs the certificates of its https, and knows the connections below it.
  'sandbox/tls': {
    files: ['scripts/sandbox/tls/authority.ts', 'scripts/sandbox/tls/raw-sockets.ts'],
    may: ['@peculiar/x509', '@mini-login/platform/files', 'node'],
  },
  'sandbox/build': {
    files: ['scripts/sandbox/build.mjs'],
    may: ['esbuild', '@mini-login/platform/declarations', '@mini-login/platform/files', 'node'],
  },
  'sandbox/command': {
    files: ['scripts/sandbox/command.ts', 'scripts/sandbox/bin.ts'],
    may: [
      ...['sandbox', 'sandbox/contract', 'sandbox/base', 'sandbox/genauth'],
      ...['commander', 'get-port', '@mini-login/platform/processes', 'zod', 'node'],
    ],
  },
  sandbox: {
    files: ['scripts/sandbox/'],
    may: [
      ...['sandbox/contract', 'sandbox/store', 'sandbox/base', 'sandbox/wechat'],
      ...['sandbox/genauth', 'sandbox/genauth/routes', 'sandbox/faults', 'sandbox/control'],
      ...[
        'sandbox/tls',
        '@mini-login/local-server/guard',
        'hono',
        'hono/body-limit',
        'hono/cors',
        '@hono/node-server',
      ],
      ...['@hono/node-server/utils/response', 'node'],
    ],
  },
};
