import { resolve } from 'node:path';
import { Command } from 'commander';
import { applyBrand } from '../brand/files';
import { BrandError, listBrands, readBrand } from '../brand/pack';
import { differences, writeBrand } from '../brand/write';

const root = resolve(import.meta.dirname, '../..');

const command = new Command('npm run brand --')
  .description('Checks a brand pack and applies it to the mini program.')
  .argument('[name]', 'a folder in brands/; without it, the brands are listed')
  .option('--check', 'write nothing; fail when the pack is wrong or not applied')
  .addHelpText(
    'after',
    `
A brand pack is a folder brands/<name> with brand.json, a logo and the texts of its agreements.
Applying it writes miniprogram/brand/, miniprogram/pages/agreement/texts.ts and these fields: window.navigationBarTitleText in app.json,
the backgrounds in theme.json, appid and projectname in project.config.json.

Examples:
  npm run brand -- demo           apply brands/demo
  npm run brand -- demo --check   is it right, and is it the applied one?`,
  )
  .action((name: string | undefined, { check = false }: { check?: boolean }) => {
    process.exitCode = run(name, check);
  });

function run(name: string | undefined, check: boolean): number {
  if (name === undefined) {
    console.log(listBrands(root).join('\n'));
    return 0;
  }
  try {
    const brand = readBrand(root, name);
    const applied = applyBrand(brand);
    if (!check) {
      const written = writeBrand(root, brand, applied);
      console.log(written.length > 0 ? `Applied ${name}:\n  ${written.join('\n  ')}` : `${name} was applied already.`);
      return 0;
    }
    const wrong = differences(root, brand, applied);
    if (wrong.length === 0) {
      console.log(`${name} is right, and applied.`);
      return 0;
    }
    console.error(`${name} is right, but not applied. Run: npm run brand -- ${name}\n  ${wrong.join('\n  ')}`);
    return 1;
  } catch (error) {
    if (!(error instanceof BrandError)) throw error;
    console.error(error.problems.join('\n'));
    return 1;
  }
}

command.parse();
