/**
 * For the developer of an app, who sees the console in DevTools, in the simulator and in the
 * debugging panel of a phone.
 */
export function note(text: string): void {
  // biome-ignore lint/suspicious/noConsole: the only place; it tells names of parameters, and nothing of the person
  console.info(text);
}
