import { afterAll } from '@jest/globals';

// Jest loads esbuild again for each test file that needs it (`test/setup/once/esbuild.cjs`), and
// each copy starts a process that would hold Jest's worker at the end.
afterAll(() => {
  const { stopEsbuild }: { stopEsbuild?: () => void } = Object(globalThis);
  stopEsbuild?.();
});
