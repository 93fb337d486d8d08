import type { Method } from '../method';
import { app } from './app';
import { elementMethods } from './element';
import { page } from './page';
import { simulatorMethods } from './simulator';
import { tool } from './tool';

const all = { ...tool, ...app, ...page, ...elementMethods };

export type MethodName = keyof typeof all;

/** The whole protocol: 45 methods. docs/qa.md says of each what it does here. */
export const METHODS: ReadonlyMap<string, Method> = new Map(Object.entries(all));

/** What answers besides, and only here. */
export const OWN_METHODS: ReadonlyMap<string, Method> = new Map(Object.entries(simulatorMethods));
