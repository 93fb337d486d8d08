import { afterAll } from '@jest/globals';
import { stop } from 'esbuild';

// Jest loads esbuild anew for each test file, and each copy starts a process that would hold Jest's
// worker at the end.
afterAll(() => stop());
