import { resolve } from 'node:path';
import { Command } from 'commander';
import { root } from '../../setup/say.mjs';
import { buildSite } from '../../site/build';
import { makePages } from '../../site/pages';

interface Given {
  readonly out: string;
  readonly base: string;
  readonly repository?: string;
  readonly demo: boolean;
  readonly check: boolean;
}

export const command = new Command('site')
  .description(
    'Builds the documents as a site in two languages, with search and the API of the packages. ' +
      'The first time it installs what only the site needs (about 150 MB).',
  )
  .option('--out <dir>', 'where it goes', 'out/site')
  .option('--base <path>', 'where it will stand on its host', '/')
  .option('--repository <url>', 'where the sources can be read, for links to them')
  .option('--demo', 'record a login for it; needs a browser', false)
  .option('--check', 'read every page and follow every link, build nothing', false)
  .action(({ out, base, repository = '', demo, check }: Given) => {
    const sources = repository === '' ? null : repository;
    if (check) {
      const { texts, pictures } = makePages(root, sources);
      console.log(`${texts.size} pages, ${pictures.length} pictures, every link leads somewhere`);
      return;
    }
    buildSite({ root, out: resolve(out), base, repository: sources, demo });
    console.log(out);
  });
