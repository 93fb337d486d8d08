import { resolve } from 'node:path';
import { thereAre } from '@mini-login/platform/lists';
import { Command, InvalidArgumentError } from 'commander';
import { brand } from '../../../miniprogram/brand';
import { type Lang, langs } from '../../../miniprogram/login/lang';
import { type Chosen, compareBaselines, compareOther } from '../../screens/baselines';
import { captureAll, captureOther, type Picture } from '../../screens/capture';
import { writeHtml, writePngs } from '../../screens/contact-sheet';
import { looks } from '../../screens/looks';
import { otherBrands } from '../../screens/other-brands';
import { openRenderers, type ScreenRenderers } from '../../screens/renderer';
import { step } from '../progress';

interface Options {
  readonly out: string;
  readonly compare: boolean;
  readonly update: boolean;
  readonly lang?: readonly string[];
  readonly look?: readonly string[];
}

const start = () => step('Start the doubles, the simulator and a browser', () => openRenderers());

export const command = new Command('screens')
  .description('Draws every screen of the mini program in every look, as pictures to look at.')
  .option('--out <dir>', 'where the pictures go', 'out/screens')
  .option('--lang <languages>', 'only these, as in en,ja', readLangs)
  .option(
    '--look <looks>',
    'only those whose names begin like this, as in 320,tablet-dark',
    readLooks,
  )
  .option(
    '--compare',
    'only compare what is kept in test/screens/baselines with how it looks now',
    false,
  )
  .option('--update', 'only keep how those look now', false)
  .addHelpText(
    'after',
    `
Writes one PNG a screen, language, theme and size, index.html (all of them, by screen) and a contact sheet for each
language; next to them the other demo brands and one with a light colour. --brand <name> draws another one.
With --compare, what differs goes to <dir>/differences as it is now, as it was kept, and with the difference marked.
The exit code is 1 when a picture differs by more than the tolerance.`,
  )
  .action(async (options: Options) => {
    process.exitCode =
      options.compare || options.update ? await runBaselines(options) : await run(options);
  });

function readLangs(text: string): readonly string[] {
  return all(text, langs, (wanted, lang) => lang === wanted);
}

function readLooks(text: string): readonly string[] {
  const names = looks.map(({ name }) => name);
  return all(text, names, (start, name) => name.startsWith(start));
}

/** Each of what is wanted has to choose something. */
function all(
  text: string,
  names: readonly string[],
  chooses: (wanted: string, name: string) => boolean,
): readonly string[] {
  const wanted = text.split(',');
  const wrong = wanted.find((one) => !names.some((name) => chooses(one, name)));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`There is no "${wrong}"; ${thereAre(names)}.`);
  return wanted;
}

/** What `--lang` and `--look` choose. */
function chosenBy({ lang, look }: Options) {
  return {
    isLang: (one: Lang) => lang?.includes(one) ?? true,
    isLook: (name: string) => look?.some((start) => name.startsWith(start)) ?? true,
    // A choice of looks is about the program, not about brands.
    otherBrands: look === undefined ? Object.entries(otherBrands) : [],
  };
}

async function run(options: Options): Promise<number> {
  const folder = resolve(options.out);
  const chosen = chosenBy(options);
  const choice = {
    folder,
    langs: langs.filter(chosen.isLang),
    progress: (done: string) => console.error(done),
  };
  const all = { ...choice, brand, brandName: '' };
  const some = looks.filter(({ name }) => chosen.isLook(name));
  const pictures = await withRenderers((renderers) =>
    captureAll(renderers, { ...all, looks: some }),
  );
  for (const [name, compose] of chosen.otherBrands)
    pictures.push(...(await captureOther(compose(), name, choice)));
  console.log(report(folder, pictures));
  return 0;
}

function report(folder: string, pictures: readonly Picture[]): string {
  const files = [writeHtml(folder, pictures), ...writePngs(folder, pictures)];
  return [`${pictures.length} pictures`, ...files].join('\n');
}

async function runBaselines(asked: Options): Promise<number> {
  const { out, update } = asked;
  const chosen = chosenBy(asked);
  const options = {
    update,
    out: resolve(out, 'differences'),
    only: ({ look, lang }: Chosen) => chosen.isLook(look) && chosen.isLang(lang),
  };
  const results = await withRenderers((renderers) => compareBaselines(renderers, options));
  for (const [name, compose] of chosen.otherBrands) {
    const program = compose();
    const renderers = await openRenderers({ program });
    try {
      results.push(...(await compareOther(renderers, name, { ...options, brand: program.brand })));
    } finally {
      await renderers.close();
    }
  }
  for (const { name, difference, ok } of results) {
    const share =
      difference === null ? 'nothing to compare with' : `${(difference * 100).toFixed(2)} %`;
    console.log(`${ok ? 'same' : 'DIFFERS'}  ${name}  ${share}`);
  }
  return results.every(({ ok }) => ok) ? 0 : 1;
}

async function withRenderers<T>(use: (renderers: ScreenRenderers) => Promise<T>): Promise<T> {
  const renderers = await start();
  try {
    return await use(renderers);
  } finally {
    await renderers.close();
  }
}
