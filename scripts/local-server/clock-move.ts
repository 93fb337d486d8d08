import { z } from 'zod';

/** A year at a time: further than anything here lives, and far from where dates end. */
const MAX_MOVE_MS = 366 * 24 * 3600_000;

/**
 * The body of a request that moves a virtual clock on: `{ms}`. Never back, as no clock of a phone
 * or server may be in the past of its codes.
 */
export const clockMove = z.strictObject({ ms: z.number().min(0).max(MAX_MOVE_MS) });
