import { join, resolve } from 'node:path';
import { type BrandedProject, composeProject } from '../brand/compose';

const root = resolve(import.meta.dirname, '../..');

/** Colours that ask for black on the button, where the demo brands have white. */
const lightColoured = {
  radius: 14,
  light: { background: '#fffdf5', primary: '#ffd400', onPrimary: '#1a1a1a', link: '#7a5f00' },
  dark: { background: '#14120a', primary: '#ffe066', onPrimary: '#1a1a1a', link: '#ffe066' },
};

/** Drawn next to the applied brand, by name: the other demo brands, and one with a light colour. */
export const otherBrands: Readonly<Record<string, () => BrandedProject>> = {
  teahouse: () => compose('teahouse'),
  lumen: () => compose('lumen'),
  light: () =>
    composeProject(root, 'demo', folderOf('light'), (pack) => ({
      ...pack,
      look: { ...pack.look, ...lightColoured },
    })),
};

function compose(name: string): BrandedProject {
  return composeProject(root, name, folderOf(name));
}

function folderOf(name: string): string {
  return join(root, 'out/screens-brand', name);
}
