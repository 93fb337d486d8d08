// JavaScript, because Jest loads a TypeScript configuration only with help that Node 20 doesn't
// give.

// Tests read the tools' English messages, also where the system speaks another language.
process.env.MINI_LOGIN_LANG = 'en';

/** @type {import('@swc/core').Options} */
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: false },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** Tests that open a real browser: slower, and each holds a Chromium. */
const browserTests = [
  '<rootDir>/test/journeys/**/*.test.ts',
  '<rootDir>/test/**/*.browser.test.ts',
];

/** Packages that ship ES modules only; on Node 20 Jest loads CommonJS. */
const esmOnly = [
  'jose',
  'openid-client',
  'oauth4webapi',
  'get-port',
  'chokidar',
  'readdirp',
  'pixelmatch',
  'hono',
  '@hono',
  '@noble',
  '@vant',
  'commander',
  'listr2',
  'qr',
];

/** Loaded once for each of Jest's processes: they take long to load, and keep no state. */
const loadedOnce = [
  'culori',
  'glass-easel-template-compiler',
  'jsonc-parser',
  'miniprogram-automator',
  'playwright-core',
  'pngjs',
  'zod',
];

/** @type {import('jest').Config} */
const shared = {
  testEnvironment: '<rootDir>/test/setup/environment.ts',
  // Off: Jest's own matchers outlive a test file, and it would warn about itself.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  globalSetup: '<rootDir>/test/setup/set-up.ts',
  globalTeardown: '<rootDir>/test/setup/tear-down.ts',
  setupFilesAfterEnv: ['<rootDir>/test/setup/stop-esbuild.ts', '<rootDir>/test/setup/retries.ts'],
  moduleNameMapper: {
    [`^(${[...loadedOnce, 'esbuild'].join('|')})$`]: '<rootDir>/test/setup/once/$1.cjs',
  },
  transform: { '\\.(ts|tsx|js|mjs)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/out/'],
};

/**
 * `JUNIT=out/junit.xml npm test`: a report that CI servers read, next to the usual one.
 *
 * @type {[string, Record<string, unknown>][]}
 */
const junit = process.env.JUNIT
  ? [
      [
        'jest-junit',
        {
          outputFile: process.env.JUNIT,
          addFileAttribute: 'true',
          ...{ classNameTemplate: '{classname}', titleTemplate: '{title}' },
          suiteNameTemplate: '{filepath}',
          testCasePropertiesDirectory: '<rootDir>/test/setup',
          testCasePropertiesFile: 'flaky-mark.cjs',
        },
      ],
    ]
  : [];

/**
 * `REPORT=out/traces npm test`: the run as a page for people, with a link to each trace.
 *
 * @type {[string, Record<string, unknown>][]}
 */
const report = process.env.REPORT
  ? [['@mini-login/simulator/jest-report', { folder: process.env.REPORT }]]
  : [];

/** @type {import('jest').Config} */
const config = {
  reporters: ['default', ...junit, ...report],
  // One more than the cores of a small machine: the tests that start the official client sleep with
  // it. DevTools has one window for all.
  maxWorkers: process.env.WECHAT_DEVTOOLS_CLI ? 1 : 3,
  testSequencer: '<rootDir>/test/setup/both-kinds.mjs',
  // Only a test that hangs meets it: the one limit in real time, for all tests.
  testTimeout: 600_000,
  // A worker that has ended its work has a moment to end itself: Jest's own 500 ms are too short on
  // a busy machine, where what it closes takes longer.
  workerGracefulExitTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/journeys/',
        '\\.browser\\.test\\.ts$',
      ],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: browserTests,
      globalSetup: '<rootDir>/test/setup/start-browser.ts',
      globalTeardown: '<rootDir>/test/setup/close-browser.ts',
    },
  ],
};

export default config;
