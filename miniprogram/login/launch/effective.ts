import type { AppEntry, Brand, EffectiveBrand } from '../brand';

/** The brand as it is for this app: what the entry has of its own counts before what all share. */
export function brandFor(
  { apps, unknownCaller, ...shared }: Brand,
  { app, connection, returns, createsAccounts, name, own }: AppEntry,
): EffectiveBrand {
  const entry = { app, connection, returns, ...(createsAccounts === false && { createsAccounts }) };
  return { ...shared, ...entry, ...own, appName: name ?? shared.appName };
}

/** Where no app is served: nothing of any app's own. */
export function ownBrand(brand: Brand): EffectiveBrand {
  const [{ app, connection, returns }] = brand.apps;
  return brandFor(brand, { mobileAppId: '', app, connection, returns, name: null });
}
