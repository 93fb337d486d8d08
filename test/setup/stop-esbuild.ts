import { afterAll } from '@jest/globals';
import { stop } from 'esbuild';

// Jest loads esbuild again for each test file, and each copy starts a process that would hold
// Jest's worker at the end. It can't be loaded outside: it wants its own realm's RegExp.
afterAll(() => stop());
