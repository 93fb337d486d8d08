import type { Config } from '@jest/types';

const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

const config: Config.InitialOptions = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.(ts|tsx|js|mjs)$': ['@swc/jest', swc] },
  // Packages that ship ES modules only; Jest on Node 20 loads CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(jose|get-port|chokidar|readdirp|pixelmatch|hono|@hono|@noble|zod|@vant)/)'],
  modulePathIgnorePatterns: ['<rootDir>/out/'],
};

export default config;
