import type { Method } from '../method';
import { app } from './app';
import { elementMethods } from './element';
import { page } from './page';
import { tool } from './tool';

/** The whole protocol: 45 methods. docs/qa.md says of each what it does here. */
export const METHODS: ReadonlyMap<string, Method> = new Map(Object.entries({ ...tool, ...app, ...page, ...elementMethods }));
