/** What no waiting changes: several elements where one was meant, a selector that is none. */
export class Final extends Error {}

/** Who looks on wants no more of it; nothing was found out. */
export class Stopped extends Final {}
