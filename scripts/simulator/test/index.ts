/**
 * The test API: locators that wait, an `expect` that looks again, over the official client; so the
 * same suite runs here and on WeChat DevTools. docs/qa.md
 *
 *     const program = await launch({ project: './my-shop' });
 *     await program.goto('/pages/cart/cart');
 *     await program.getByRole('button', { name: 'Buy' }).tap();
 *     await expect(program.locator('.total')).toHaveText('12.00');
 */

export { type ChaosOptions, chaos } from './chaos';
export type { Element, Mini, Page } from './client';
export type { Box } from './condition';
export type { WaitOptions } from './context';
export {
  DISTURBANCES,
  type Difference,
  type Disturbance,
  type DisturbanceKind,
  describeDifference,
  nameOf,
  type Played,
  type SearchOptions,
  type SearchResult,
  searchDifference,
} from './disturbances';
export { expect, type LocatorAssertions, type ProgramAssertions } from './expect';
export { type ConnectOptions, connect, type LaunchOptions, launch } from './launch';
export type { FilterOptions, Locator, TapOptions } from './locator';
export type { Phone } from './phone';
export { type Program, type ProgramOptions, programOf } from './program';
export type { Text } from './query';
export type { StepLog, StepPicture, TestStep } from './steps';
export type { SwipeDirection } from './swipe';
export { type TraceOptions, traced } from './trace';
export type { RouteAnswer } from './wx-script';
