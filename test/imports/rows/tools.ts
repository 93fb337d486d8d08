import type { Table } from '../table';

/** Commands, and what they are made of. */
export const TOOLS: Table = {
  // Tools. The set-up takes one package by its path: it runs before any package is installed.
  setup: {
    files: ['scripts/setup/'],
    may: ['@mini-login/simulator/installed-browser', 'platform', 'node'],
    byPath: ['scripts/platform/'],
  },
  // What happened on a phone, described and with secrets masked, in Node and in browsers.
  timeline: { files: ['scripts/timeline/'], may: ['@mini-login/simulator/contract (types)'] },
  // What the tools say, in every language.
  messages: {
    files: ['scripts/messages/'],
    may: ['@mini-login/platform/language', '@mini-login/platform/lists'],
  },
  'brand-tool': {
    files: ['scripts/brand/'],
    may: [
      ...['login/brand', 'login/hosted', 'login/contract (types)', 'login/screen', 'login/words'],
      ...[
        'messages',
        'esbuild',
        'setup',
        '@mini-login/platform/language',
        '@mini-login/platform/paths',
        '@mini-login/platform/processes',
        'node',
        'zod',
        'jsonc-parser',
        'pngjs',
        'culori',
        'budoux',
      ],
      '@clack/prompts',
    ],
  },
  deploy: {
    files: ['scripts/deploy/'],
    may: [
      ...[
        'brand-tool',
        'messages',
        'jose',
        'setup',
        '@mini-login/local-server/disk-cache',
        '@mini-login/platform/git',
        '@mini-login/platform/lock-file',
        '@mini-login/platform/paths',
        '@mini-login/platform/processes',
        'node',
        'zod',
        'commander',
        'listr2',
        '@swc/core',
        'esbuild',
      ],
      ...['acorn', 'acorn-walk', 'miniprogram-ci', 'qr', 'qr/decode.js', 'jpeg-js'],
      'postcss',
      // `seal`: what the sealed result needs of it, bundled.
      ...['@noble/ciphers/aes.js', '@noble/curves/abstract/weierstrass.js'],
      '@noble/hashes/sha2.js',
    ],
  },
  // In place of WeChat's upload server. It shares no code with what sends to it.
  'upload-double': {
    files: ['scripts/upload-double/'],
    may: ['brand-tool', 'node', 'zod', 'selfsigned', 'qr', 'jpeg-js'],
  },
  doctor: {
    files: ['scripts/doctor/'],
    may: [
      ...['brand-tool', 'deploy', 'login/brand', 'messages'],
      ...['miniprogram-api-typings/package.json', 'node', 'zod'],
    ],
  },
  // Simulator and sandbox, joined.
  environment: {
    files: ['scripts/environment.ts', 'scripts/tenants.ts'],
    may: [
      ...['@mini-login/sandbox', '@mini-login/simulator', '@mini-login/server (types)'],
      ...['brand (lazy)', 'brand-tool', 'login/brand', 'setup', 'zod', 'node'],
    ],
  },
  trace: {
    files: ['scripts/trace/'],
    may: [
      ...['timeline', '@mini-login/simulator (types)', '@mini-login/simulator/test (types)'],
      ...['@mini-login/simulator/report', 'node'],
    ],
  },
  journey: {
    files: ['scripts/journey/'],
    may: [
      ...['@mini-login/sandbox', '@mini-login/server', '@mini-login/simulator'],
      ...['@mini-login/simulator/test', '@mini-login/platform/lists'],
      ...['login/screen', 'brand', 'brand-tool', 'environment (types)', 'timeline', 'trace'],
      ...['commander', 'zod', 'node'],
    ],
  },
  screens: {
    files: ['scripts/screens/'],
    may: [
      ...['@mini-login/server', '@mini-login/simulator', 'environment', 'brand', 'brand-tool'],
      '@mini-login/simulator/contract (types)',
      ...['login', 'login/brand', 'login/contract (types)', 'login/screen (types)'],
      ...['pixelmatch', 'pngjs', 'node'],
    ],
  },
  prove: {
    files: ['scripts/prove/'],
    may: [
      ...[
        'login',
        'login/hosted',
        'login/brand',
        'login/contract (types)',
        'login/screen',
        'brand-tool',
      ],
      ...['fast-check', '@stryker-mutator/core', 'esbuild', 'zod', 'node'],
    ],
  },
  // The documents as a site. Its tools are installed for it alone, and run, not imported.
  site: {
    files: ['scripts/site/'],
    may: ['probe', 'setup', '@mini-login/platform/paths', 'node'],
  },
  // A mini program of its own, and what asks it: WeChat's facts, held against the simulator.
  'probe/program': { files: ['scripts/probe/program/'], may: ['qr'] },
  probe: {
    files: ['scripts/probe/'],
    may: [
      ...['probe/program', '@mini-login/simulator', '@mini-login/sandbox', 'setup'],
      ...['@mini-login/platform/lists', 'esbuild', 'zod', 'node'],
    ],
  },
  // The server kit over the sandbox, with the real program's login next to it.
  backend: {
    files: ['scripts/backend/'],
    may: [
      ...['@mini-login/server', '@mini-login/local-server/guard', 'login'],
      ...['login/brand (types)', 'login/screen (types)'],
      ...['hono', 'jose', 'zod', 'node'],
    ],
  },
  'workbench/page': {
    files: ['scripts/workbench/browser/page/'],
    may: [
      ...['@mini-login/simulator/contract', 'timeline', 'workbench (types)'],
      ...['workbench/lan (types)', '@mini-login/local-server/line-ends', 'preact', 'preact/hooks'],
    ],
  },
  'workbench/demo-app': {
    files: ['scripts/workbench/browser/demo-app/'],
    may: [
      ...['@mini-login/server', '@mini-login/simulator/contract (types)', 'workbench/page'],
      ...['workbench (types)', 'preact', 'preact/hooks'],
    ],
  },
  // Every screen, from the scenes of the pictures.
  'workbench/gallery': {
    files: ['scripts/workbench/browser/gallery/'],
    may: [
      ...['screens', 'login', 'login/brand', 'login/screen (types)', 'workbench/page'],
      ...['@mini-login/simulator/contract (types)', '@mini-login/local-server/line-ends'],
      ...['preact', 'preact/hooks'],
    ],
  },
  'workbench/brand-editor': {
    files: ['scripts/workbench/browser/brand-editor/'],
    may: [
      ...['workbench/gallery', 'workbench/page', 'workbench (types)', 'login/brand (types)'],
      ...['@mini-login/local-server/line-ends', 'jsonc-parser', 'preact', 'preact/hooks'],
    ],
  },
  'workbench/on-your-phone': {
    files: ['scripts/workbench/browser/on-your-phone/'],
    may: ['@mini-login/simulator/contract (types)', 'workbench/page', 'preact', 'preact/hooks'],
  },
  // Lets phones of the same network in: one page, and nothing else.
  'workbench/lan': {
    files: ['scripts/workbench/lan/'],
    may: [
      ...['@hono/node-server', '@mini-login/local-server/guard', '@mini-login/server'],
      ...['hono', 'hono/cookie', 'hono/secure-headers', 'node', 'qr', 'zod'],
    ],
  },
  workbench: {
    files: ['scripts/workbench/'],
    may: [
      'workbench/lan',
      '@mini-login/simulator/contract (types)',
      ...['@mini-login/sandbox', '@mini-login/local-server/bundle-pages', 'environment'],
      '@mini-login/local-server/hold-port',
      'login/brand (types)',
      ...[
        'brand-tool',
        'messages',
        'setup',
        'chokidar',
        'hono (types)',
        'hono/proxy',
        '@mini-login/platform/language',
        '@mini-login/platform/paths',
        'zod',
        'node',
      ],
    ],
  },
  checks: {
    files: ['scripts/checks/'],
    may: ['setup', 'zod', '@mini-login/platform/git', '@mini-login/platform/paths', 'node'],
  },
  bench: {
    files: ['scripts/bench/'],
    may: [
      ...['@mini-login/server', '@mini-login/simulator', '@mini-login/simulator/compiler'],
      ...['files', 'git', 'npm', 'processes'].map((name) => `@mini-login/platform/${name}`),
      ...['@mini-login/sandbox', 'brand-tool', 'deploy', 'doctor', 'environment', 'journey'],
      ...['setup', 'upload-double', 'miniprogram-automator', 'ws', 'zod', 'node'],
      'miniprogram-ci/bin/miniprogram-ci.js',
    ],
  },
  cli: {
    files: ['scripts/cli/'],
    may: ['*'],
    byPath: ['processes', 'language', 'lists'].map((name) => `scripts/platform/${name}.mjs`),
  },
  configuration: {
    files: ['jest.config.mjs', 'package.json'],
    may: ['@swc/core (types)', 'jest (types)'],
  },
};
