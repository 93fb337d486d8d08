/** What the demo app can ask for. */
export const hostContracts = ['session', 'sealed', 'codes', 'ticket'] as const;
export type HostContract = (typeof hostContracts)[number];
