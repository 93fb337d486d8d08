import type { Table } from '../table';

const schemas = [
  'miniprogram-ci/dist/schema/dist/app.js',
  'miniprogram-ci/dist/schema/dist/page.js',
];

/** The small WeChat. */
export const SIMULATOR: Table = {
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
  // How an element is looked for; the recorder's page asks it too.
  'simulator/test/query': {
    files: ['final', 'query', 'text', 'xpath', 'xpath-of-css'].map(
      (name) => `scripts/simulator/test/${name}.ts`,
    ),
    may: [],
  },
  // What the package's own pages share; the recorder's and UI mode's.
  'simulator/page-style': { files: ['scripts/simulator/browser/page.css'], may: [] },
  // What is done by hand on a phone, as a test.
  'simulator/recorder/page': {
    files: ['scripts/simulator/browser/recorder/'],
    may: [
      ...['simulator/contract', 'simulator/page-style', 'simulator/test/query'],
      ...['@mini-login/local-server/line-ends', 'preact', 'preact/hooks'],
    ],
  },
  'simulator/recorder': {
    files: ['scripts/simulator/node/recorder/'],
    may: [
      ...['simulator/contract', 'simulator/server'],
      ...['@mini-login/platform/paths', 'hono', 'hono/streaming', 'zod', 'node'],
    ],
  },
  // A run of tests on a page: what both sides of it know, its page, and the server with Jest behind.
  'simulator/ui/model': { files: ['scripts/simulator/ui/'], may: [] },
  'simulator/ui/page': {
    files: ['scripts/simulator/browser/ui/'],
    may: [
      ...['simulator/contract', 'simulator/page-style', 'simulator/ui/model'],
      ...['@mini-login/local-server/line-ends', 'preact', 'preact/hooks'],
    ],
  },
  // `(computed)`: the Jest of the folder whose tests are run.
  'simulator/ui': {
    files: ['scripts/simulator/node/ui/'],
    may: [
      ...['simulator/contract', 'simulator/server', 'simulator/ui/model'],
      ...['@mini-login/local-server/guard', '@mini-login/platform/language'],
      '@mini-login/platform/paths',
      ...['@mini-login/platform/processes', 'hono', 'hono/streaming', 'ws', 'zod', 'node'],
      ...['chokidar', 'jest/package.json', '(computed)'],
    ],
  },
  // Where a program's files are looked at.
  'simulator/files': { files: ['scripts/simulator/node/files.ts'], may: ['node'] },
  'simulator/compile': {
    files: ['scripts/simulator/node/compile/'],
    may: [
      '@mini-login/platform/lists',
      ...['simulator/contract', 'simulator/files', 'glass-easel-template-compiler', 'postcss'],
      ...[
        'postcss-selector-parser',
        'esbuild',
        'acorn',
        'acorn-walk',
        'zod',
        '@mini-login/platform/paths',
        'node',
      ],
      ...['jsonschema', ...schemas],
    ],
  },
  'simulator/server': {
    files: ['scripts/simulator/node/server/'],
    may: [
      ...['simulator/contract', 'simulator/files', 'simulator/compile'],
      ...['@mini-login/local-server/bundle-pages', '@mini-login/local-server/clock-move'],
      ...['@mini-login/local-server/disk-cache', '@mini-login/local-server/guard'],
      '@mini-login/local-server/hold-port (types)',
      ...[
        'hono',
        'hono/etag',
        'hono/streaming',
        'hono/utils/mime',
        '@hono/node-server',
        'chokidar',
      ],
      ...['miniprogram-api-typings/types/wx/lib.wx.api.d.ts', 'zod', 'node'],
    ],
  },
  // The browser that is installed here; plain JavaScript where the set-up needs it.
  'simulator/chromium': {
    files: ['scripts/simulator/node/chromium/'],
    may: ['playwright-core (types)', 'playwright-core (lazy)', '@mini-login/platform/apt', 'node'],
  },
  'simulator/api': {
    files: ['scripts/simulator/node/api/'],
    may: [
      '@mini-login/platform/lists',
      ...['simulator/contract', 'simulator/server', 'simulator/chromium'],
      ...['playwright-core (types)', 'playwright-core (lazy)', 'zod', 'node'],
    ],
  },
  // miniprogram-automator's protocol over `api`.
  'simulator/automator': {
    files: ['scripts/simulator/node/automator/'],
    may: ['@mini-login/platform/lists', 'simulator/contract', 'simulator/api', 'zod', 'ws', 'node'],
  },
  // In place of DevTools' cli. `(computed)`: the environment that a project brings along.
  'simulator/cli': {
    files: ['scripts/simulator/node/cli/'],
    may: [
      '@mini-login/platform/lists',
      ...['simulator/contract', 'simulator/files', 'simulator/api'],
      ...['simulator/automator', 'simulator/server', 'simulator/survey', 'simulator/recorder'],
      'simulator/ui',
      ...[
        '@mini-login/platform/files',
        '@mini-login/platform/language',
        '@mini-login/platform/processes',
        'zod',
        'ws',
        'tsx',
        'node',
        '(computed)',
      ],
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
  // The page of WeChat's interfaces: what the program's side has, against the official typings.
  'simulator/apis': {
    files: ['scripts/simulator/apis/'],
    may: [
      ...['simulator/contract', 'simulator/server', 'simulator/runtime/wx'],
      ...['miniprogram-api-typings/types/wx/lib.wx.api.d.ts', 'node'],
    ],
  },
  'simulator/build': {
    files: ['scripts/simulator/build.mjs'],
    may: [
      'esbuild',
      ...['declarations', 'files', 'paths'].map((name) => `@mini-login/platform/${name}`),
      'node',
    ],
  },
  // A run of tests as a page; plain JavaScript, because Jest loads it as a reporter.
  'simulator/report': {
    files: ['scripts/simulator/report/'],
    may: ['@mini-login/platform/paths', 'node'],
  },
  // Locators over the official client; nothing of the simulator, so that it drives DevTools too.
  'simulator/test': {
    files: ['scripts/simulator/test/'],
    may: [
      '@mini-login/platform/lists',
      ...['simulator/contract', 'simulator/test/query', 'simulator/report'],
      ...['miniprogram-automator', 'node'],
    ],
  },
  simulator: {
    files: ['scripts/simulator/'],
    may: [
      ...['simulator/contract', 'simulator/api', 'simulator/automator', 'simulator/server'],
      'simulator/cli (types)',
    ],
  },
};
