/** What no waiting changes: several elements where one was meant, a selector that is none. */
export class Final extends Error {}
