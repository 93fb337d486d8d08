// What run.mjs needs of the TypeScript sources besides the command itself. Most commands need no
// brand: what reads brands is loaded for those that do.
export { runCommand } from './run-command';

export async function completeProgram(root: string): Promise<void> {
  await (await import('../brand/program')).completeProgram(root);
}

/** @returns What is wrong with the name that `--brand` or BRAND gives; null: nothing, or none. */
export async function refuseBrand(root: string): Promise<string | null> {
  const name = process.env.BRAND;
  if (!name) return null;
  return (await import('../brand/known')).unknownBrands(root, [name]);
}

/** @returns What is wrong with the brand, and what to do; null when all is well. */
export async function useChosenProgram(root: string): Promise<string | null> {
  const problems = await (await import('../brand/program')).useChosenProgram(root);
  if (problems.length === 0) return null;
  const [{ brand }, { say }] = [await import('../messages/brand'), await import('../messages/say')];
  return [...problems, say(brand.fixFirst()), ''].join('\n');
}
