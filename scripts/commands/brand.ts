import { Command } from 'commander';
import { applyBrand, unapplied } from '../brand/apply';
import { choose, chosenBrand, listBrands, undoChoice } from '../brand/choice';
import { BrandError, readBrand } from '../brand/pack';
import { root } from '../setup/say.mjs';

const command = new Command('npm run brand --')
  .description('Applies a brand to the mini program, and looks after the packs in brands/.')
  .argument('[name]', 'a folder in brands/, which becomes the chosen brand; without it, the chosen one is applied again')
  .addHelpText(
    'after',
    `
A brand pack is a folder brands/<name> with brand.json, a logo and the texts of its agreements.
Applying it writes files that git ignores: miniprogram/brand/, miniprogram/pages/agreement/brand/ and the AppID in
project.private.config.json. All of it is written, or nothing.

Which brand applies: the environment's BRAND, else the one chosen here last, else the only one of your own, else demo.

Examples:
  npm run brand -- acme           choose and apply brands/acme
  npm run brand -- undo           the brand before that again
  BRAND=acme npm start            for one command`,
  )
  .action((name?: string) => report(() => apply(name ?? chosenBrand(root))));

command
  .command('list')
  .description('the brands here; * is the chosen one')
  .action(() => {
    const chosen = chosenBrand(root);
    for (const name of listBrands(root)) console.log(`${name === chosen ? '*' : ' '} ${name}`);
  });

command
  .command('check')
  .description('writes nothing; fails when a pack is wrong, with file, field and reason')
  .argument('[names...]', 'all when left out')
  .action((names: string[]) => {
    for (const name of names.length > 0 ? names : listBrands(root)) report(() => check(name));
  });

command
  .command('undo')
  .description('applies the brand that was chosen before')
  .action(() =>
    report(() => {
      const before = undoChoice(root);
      if (before === null) throw new BrandError(['No brand was chosen before. npm run brand -- list says what there is.']);
      apply(before);
    }),
  );

function apply(name: string): void {
  const { changed } = applyBrand(root, name);
  choose(root, name);
  console.log(changed.length > 0 ? `Applied ${name}:\n  ${changed.join('\n  ')}` : `${name} was applied already.`);
}

function check(name: string): void {
  const applied = unapplied(root, readBrand(root, name)).size === 0;
  console.log(`${name} is right${applied ? ', and applied' : ''}.`);
}

function report(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof BrandError)) throw error;
    console.error(error.problems.join('\n'));
    process.exitCode = 1;
  }
}

command.parse();
