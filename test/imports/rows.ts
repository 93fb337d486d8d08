import type { Table } from './table';

const schemas = [
  'miniprogram-ci/dist/schema/dist/app.js',
  'miniprogram-ci/dist/schema/dist/page.js',
];

/**
 * Who may import whom: nothing that a row does not name. A file belongs to the first row that fits
 * it. A name is another row, or what is written in the import: a package's entry. `node`: Node's
 * own modules. `(types)`: with `import type` only; `(lazy)`: by `require.async` or `import()` only;
 * `(computed)`: names that are known only when it runs. Nobody imports `test`.
 */
export const TABLE: Table = {
  // What ships. `login` is pure: its own tsconfig has neither wx nor timers nor console.
  'login/screen': { files: ['miniprogram/login/screen.ts', 'miniprogram/login/lang.ts'], may: [] },
  // Source data: what ships of it is in the applied brand, in the brand's languages.
  'login/words': { files: ['miniprogram/login/words/'], may: ['login/screen'] },
  'login/contract': { files: ['miniprogram/login/contract.ts'], may: [] },
  // Below the launch, which is held against it.
  'login/brand': {
    files: ['miniprogram/login/brand.ts'],
    may: ['login/contract', 'login/screen', 'login/words (types)'],
  },
  login: {
    files: ['miniprogram/login/'],
    may: ['login/brand', 'login/contract', 'login/screen', 'login/words (types)'],
  },
  wechat: {
    files: ['miniprogram/wechat/'],
    may: [
      ...['login', 'login/brand (types)', 'login/contract (types)', 'login/screen'],
      ...['packages/seal (types)', 'packages/seal (lazy)'],
    ],
  },
  // Loaded only for a sealed result, its bundle of @noble included.
  'packages/seal': { files: ['miniprogram/packages/seal/'], may: ['login'] },
  brand: {
    files: ['miniprogram/brand/'],
    may: ['login (types)', 'login/brand (types)', 'login/screen (types)'],
  },
  components: { files: ['miniprogram/components/'], may: ['login/screen (types)'] },
  compose: {
    files: ['miniprogram/compose.ts'],
    may: ['login', 'login/brand (types)', 'login/screen (types)', 'wechat', 'brand'],
  },
  pages: {
    files: ['miniprogram/app.ts', 'miniprogram/pages/'],
    may: ['compose', 'login (types)', 'login/screen (types)'],
  },
  typings: { files: ['typings/'], may: [] },

  // A small WeChat. It knows no product, and shares nothing with the program that it runs.
  'simulator/contract': { files: ['scripts/simulator/contract/'], may: [] },
  'simulator/runtime/base': {
    files: [
      'scripts/simulator/browser/runtime/blank.ts',
      'scripts/simulator/browser/runtime/errors.ts',
      'scripts/simulator/browser/runtime/plain.ts',
    ],
    may: ['simulator/contract'],
  },
  'simulator/runtime/glass': {
    files: ['scripts/simulator/browser/runtime/glass/'],
    may: ['simulator/contract', 'simulator/runtime/base', 'glass-easel-miniprogram-adapter'],
  },
  'simulator/runtime/script': {
    files: ['scripts/simulator/browser/runtime/script/'],
    // `(computed)`: the `require` that it gives to the program.
    may: ['simulator/contract', 'simulator/runtime/base', '(computed)'],
  },
  'simulator/runtime/process': {
    files: ['scripts/simulator/browser/runtime/process/'],
    may: [
      ...['simulator/contract', 'simulator/runtime/base', 'simulator/runtime/glass'],
      ...['simulator/runtime/script', 'glass-easel-miniprogram-adapter'],
    ],
  },
  'simulator/runtime/view': {
    files: ['scripts/simulator/browser/runtime/view/'],
    may: [
      ...['simulator/contract', 'simulator/runtime/base', 'simulator/runtime/glass'],
      ...['simulator/runtime/process', 'glass-easel-miniprogram-adapter'],
    ],
  },
  'simulator/runtime/wx': {
    files: ['scripts/simulator/browser/runtime/wx/'],
    may: ['simulator/contract', 'simulator/runtime/base', 'simulator/runtime/process'],
  },
  'simulator/runtime/builtins': {
    files: ['scripts/simulator/browser/runtime/builtins/'],
    may: [
      ...['simulator/contract', 'simulator/runtime/base', 'simulator/runtime/glass'],
      ...['simulator/runtime/process', 'simulator/runtime/view'],
      'glass-easel-miniprogram-adapter',
    ],
  },
  'simulator/runtime/automation': {
    files: ['scripts/simulator/browser/runtime/automation/'],
    may: [
      ...['simulator/contract', 'simulator/runtime/base', 'simulator/runtime/glass'],
      ...['simulator/runtime/process', 'simulator/runtime/builtins', 'simulator/runtime/wx'],
      'glass-easel-miniprogram-adapter',
    ],
  },
  'simulator/runtime': {
    files: ['scripts/simulator/browser/runtime/'],
    may: [
      ...['simulator/contract', 'simulator/runtime/base', 'simulator/runtime/glass'],
      ...['simulator/runtime/script', 'simulator/runtime/process', 'simulator/runtime/view'],
      ...['simulator/runtime/builtins', 'simulator/runtime/wx', 'simulator/runtime/automation'],
    ],
  },
  'simulator/phone': {
    files: ['scripts/simulator/browser/phone/'],
    may: [
      ...['simulator/contract', 'simulator/runtime (types)', 'simulator/runtime/base'],
      ...['preact', 'preact/hooks', '@sinonjs/fake-timers'],
    ],
  },
  // Where a program's files are looked at.
  'simulator/files': { files: ['scripts/simulator/node/files.ts'], may: ['node'] },
  'simulator/compile': {
    files: ['scripts/simulator/node/compile/'],
    may: [
      ...['simulator/contract', 'simulator/files', 'glass-easel-template-compiler', 'postcss'],
      ...['postcss-selector-parser', 'esbuild', 'acorn', 'acorn-walk', 'zod', 'node'],
      ...['jsonschema', ...schemas],
    ],
  },
  'simulator/server': {
    files: ['scripts/simulator/node/server/'],
    may: [
      ...['simulator/contract', 'simulator/files', 'simulator/compile'],
      ...['@mini-login/local-server/bundle-pages', '@mini-login/local-server/clock-move'],
      ...['@mini-login/local-server/disk-cache', '@mini-login/local-server/guard'],
      ...['hono', 'hono/streaming', 'hono/utils/mime', '@hono/node-server', 'chokidar'],
      ...['zod', 'node'],
    ],
  },
  // The browser that is installed here; plain JavaScript where the set-up needs it.
  'simulator/chromium': {
    files: ['scripts/simulator/node/chromium/'],
    may: ['playwright-core (types)', 'playwright-core (lazy)', 'node'],
  },
  'simulator/api': {
    files: ['scripts/simulator/node/api/'],
    may: [
      ...['simulator/contract', 'simulator/server', 'simulator/chromium'],
      ...['playwright-core (types)', 'playwright-core (lazy)', 'zod', 'node'],
    ],
  },
  // miniprogram-automator's protocol over `api`.
  'simulator/automator': {
    files: ['scripts/simulator/node/automator/'],
    may: ['simulator/contract', 'simulator/api', 'zod', 'ws', 'node'],
  },
  // In place of DevTools' cli. `(computed)`: the environment that a project brings along.
  'simulator/cli': {
    files: ['scripts/simulator/node/cli/'],
    may: [
      ...['simulator/contract', 'simulator/files', 'simulator/api'],
      ...['simulator/automator', 'simulator/server'],
      ...['zod', 'ws', 'node', '(computed)'],
    ],
  },
  // Every page of foreign programs, and what they complain of.
  'simulator/survey': {
    files: ['scripts/simulator/survey/'],
    may: [
      ...['simulator/contract', 'simulator/files', 'simulator/api', 'simulator/server'],
      ...['simulator/compile', 'node'],
    ],
  },
  simulator: {
    files: ['scripts/simulator/'],
    may: [
      ...['simulator/contract', 'simulator/api', 'simulator/automator', 'simulator/server'],
      'simulator/cli (types)',
    ],
  },

  // What every server on this machine shares: who may ask it, and its pages, bundled and kept.
  'local-server': {
    files: ['scripts/local-server/'],
    may: ['hono (types)', 'hono/body-limit', 'zod', 'node', 'esbuild (types)', 'esbuild (lazy)'],
  },

  // Doubles of GenAuth and WeChat. `contract`: what its console and its server say to each other.
  'sandbox/contract': { files: ['scripts/sandbox/contract/'], may: ['zod'] },
  'sandbox/console': {
    files: ['scripts/sandbox/browser/'],
    may: ['sandbox/contract (types)', 'preact', 'preact/hooks'],
  },
  'sandbox/store': {
    files: ['scripts/sandbox/store/'],
    may: ['@mini-login/local-server/lock-file', 'lmdb (types)', 'lmdb (lazy)', 'node'],
  },
  'sandbox/base': {
    files: ['scripts/sandbox/base/'],
    may: ['sandbox/contract', 'sandbox/store', 'hono (types)', '@hono/node-server (types)', 'node'],
  },
  'sandbox/wechat': {
    files: ['scripts/sandbox/wechat/'],
    may: ['sandbox/contract', 'sandbox/store', 'sandbox/base', 'hono', 'zod', 'node'],
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
      ...['hono', 'hono/html', 'jose', 'zod', 'node'],
    ],
  },
  'sandbox/faults': {
    files: ['scripts/sandbox/faults/'],
    may: [
      ...['sandbox/contract', 'sandbox/base', 'sandbox/wechat'],
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
  // Signs the certificates of its https.
  'sandbox/tls': { files: ['scripts/sandbox/tls/authority.ts'], may: ['@peculiar/x509', 'node'] },
  'sandbox/build': { files: ['scripts/sandbox/build.mjs'], may: ['esbuild', 'node'] },
  'sandbox/command': {
    files: ['scripts/sandbox/command.ts', 'scripts/sandbox/bin.ts'],
    may: [
      ...['sandbox', 'sandbox/contract', 'sandbox/base', 'sandbox/genauth'],
      ...['commander', 'get-port', 'zod', 'node'],
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

  // What apps and their servers take: nothing outside of each but what its package.json names.
  'kits/javascript': { files: ['kits/javascript/'], may: [] },
  // Its servers are for people to copy: they take the kit by its name.
  'kits/server/examples': {
    files: ['kits/server/examples/'],
    may: [...['@mini-login/server', 'hono', '@hono/node-server', 'express', 'fastify', 'lmdb']],
  },
  'kits/server': { files: ['kits/server/'], may: ['jose'] },
  'kits/vectors': { files: ['kits/vectors/'], may: ['jose'] },
  'kits/kotlin': { files: ['kits/kotlin/'], may: [] },
  'kits/swift': { files: ['kits/swift/'], may: [] },
  'kits/flutter': { files: ['kits/flutter/'], may: [] },
  // Both come with HarmonyOS; the declarations stand in for them here.
  'kits/harmonyos': {
    files: ['kits/harmonyos/'],
    may: ['@tencent/wechat_open_sdk', '@kit.AbilityKit (types)'],
  },

  // Tools. The set-up takes one file by its path: it runs before any package is installed.
  setup: {
    files: ['scripts/setup/'],
    may: ['@mini-login/simulator/installed-browser', 'local-server', 'node'],
    byPath: ['scripts/local-server/lock-file.mjs'],
  },
  // What happened on a phone, described and with secrets masked, in Node and in browsers.
  timeline: { files: ['scripts/timeline/'], may: ['@mini-login/simulator/contract (types)'] },
  'brand-tool': {
    files: ['scripts/brand/'],
    may: [
      ...['login/brand', 'login/contract (types)', 'login/screen', 'login/words'],
      ...['setup', '@mini-login/local-server/lock-file', 'node'],
      ...['zod', 'jsonc-parser', 'pngjs', 'culori'],
      '@clack/prompts',
    ],
  },
  deploy: {
    files: ['scripts/deploy/'],
    may: [
      ...['brand-tool', 'setup', 'node', 'zod', 'commander', 'listr2', '@swc/core', 'esbuild'],
      ...['acorn', 'acorn-walk', 'miniprogram-ci (types)', 'qr', 'qr/decode.js', 'jpeg-js'],
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
  doctor: { files: ['scripts/doctor/'], may: ['brand-tool', 'deploy', 'node', 'zod'] },
  // Simulator and sandbox, joined.
  environment: {
    files: ['scripts/environment.ts'],
    may: [
      ...['@mini-login/sandbox', '@mini-login/simulator', '@mini-login/server (types)'],
      ...['brand (lazy)', 'brand-tool', 'login/brand', 'setup', 'zod', 'node'],
    ],
  },
  trace: {
    files: ['scripts/trace/'],
    may: ['timeline', '@mini-login/simulator (types)', 'node'],
  },
  journey: {
    files: ['scripts/journey/'],
    may: [
      ...['@mini-login/sandbox', '@mini-login/server', '@mini-login/simulator'],
      ...['login/screen', 'brand', 'brand-tool', 'environment (types)', 'timeline', 'trace'],
      ...['commander', 'zod', 'node'],
    ],
  },
  screens: {
    files: ['scripts/screens/'],
    may: [
      ...['@mini-login/server', '@mini-login/simulator', 'environment', 'brand', 'brand-tool'],
      ...['login', 'login/brand', 'login/contract (types)', 'login/screen (types)'],
      ...['pixelmatch', 'pngjs', 'node'],
    ],
  },
  prove: {
    files: ['scripts/prove/'],
    may: [
      ...['login', 'login/brand', 'login/contract (types)', 'login/screen', 'brand-tool'],
      ...['fast-check', '@stryker-mutator/core', 'node'],
    ],
  },
  // A mini program of its own, and what asks it: WeChat's facts, held against the simulator.
  'probe/program': { files: ['scripts/probe/program/'], may: ['qr'] },
  probe: {
    files: ['scripts/probe/'],
    may: [
      ...['probe/program', '@mini-login/simulator', '@mini-login/sandbox', 'setup'],
      ...['esbuild', 'zod', 'node'],
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
      ...['preact', 'preact/hooks'],
    ],
  },
  'workbench/demo-app': {
    files: ['scripts/workbench/browser/demo-app/'],
    may: [
      ...['@mini-login/server', '@mini-login/simulator/contract (types)', 'workbench/page'],
      ...['preact', 'preact/hooks'],
    ],
  },
  workbench: {
    files: ['scripts/workbench/'],
    may: [
      ...['@mini-login/sandbox', '@mini-login/local-server/bundle-pages', 'environment'],
      ...['brand-tool', 'chokidar', 'hono (types)', 'hono/proxy', 'zod', 'node'],
    ],
  },
  checks: { files: ['scripts/checks/'], may: ['setup', 'zod', 'node'] },
  bench: {
    files: ['scripts/bench/'],
    may: [
      ...['@mini-login/server', '@mini-login/simulator', '@mini-login/simulator/compiler'],
      ...['brand-tool', 'deploy', 'doctor', 'environment (types)', 'journey', 'setup'],
      ...['upload-double', 'miniprogram-automator', 'ws', 'zod', 'node'],
    ],
  },
  cli: { files: ['scripts/cli/'], may: ['*'] },
  configuration: {
    files: ['jest.config.mjs', 'package.json'],
    may: ['@swc/core (types)', 'jest (types)'],
  },

  // A package's own tests reach into it; all others take it by its name.
  'test/simulator': {
    files: ['test/simulator/'],
    may: ['*'],
    byPath: ['scripts/simulator/'],
  },
  'test/sandbox': { files: ['test/sandbox/'], may: ['*'], byPath: ['scripts/sandbox/'] },
  'test/kits': { files: ['test/kits/'], may: ['*'], byPath: ['kits/'] },
  'test/contract': { files: ['test/contract/'], may: ['*'], byPath: ['kits/server/'] },
  test: { files: ['test/'], may: ['*'] },
};
