import { Command, InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import type { Lang } from '../../miniprogram/login/lang';
import { applyBrand, isBrandApplied } from '../brand/apply';
import { ask, askName, questions } from '../brand/ask';
import { choose, chosenBrand, listBrands, previousBrand } from '../brand/choice';
import { compareBrands } from '../brand/compare';
import {
  type Answers,
  createBrand,
  refuseName,
  standardAnswers,
  type Texts,
  unaskedAnswers,
} from '../brand/create';
import { extJsonOf, readTemplatePack } from '../brand/ext';
import { unknownBrands } from '../brand/known';
import { migrateBrand } from '../brand/migrate';
import { placesToWrite } from '../brand/pack/draft';
import { notesOn } from '../brand/pack/notes';
import { type Brand, BrandError, readBrand } from '../brand/pack/pack';
import { unfinished } from '../brand/pack/placeholders';
import { lang } from '../brand/pack/schema-parts';
import { appliedName } from '../brand/stamp';
import { wordsText } from '../brand/words';
import { brand as messages } from '../messages/brand';
import { ext } from '../messages/ext';
import { brandHelp as help } from '../messages/help/brand';
import { say } from '../messages/say';
import { root } from '../setup/say.mjs';

export const command = new Command('brand')
  .description(say(help.about()))
  .argument('[name]', say(help.name()))
  .addHelpText('after', say(help.more()))
  .option('--ext', say(help.ext()))
  .option('--template <brand>', say(help.template()))
  .action((name: string | undefined, options: { ext?: true; template?: string }) =>
    report(() => {
      if (options.ext) printExt(name ?? chosenBrand(root), options.template);
      else if (name === undefined) apply(chosenBrand(root));
      else chooseAndApply(known(name));
    }),
  );

const create = command
  .command('new')
  .description(say(help.create()))
  .argument('[name]', say(help.newName()))
  .option('-y, --yes', say(help.yes()))
  .option('--languages <list>', say(help.newLanguages()), readLanguages);
for (const [key, { asks, field, each }] of Object.entries(questions)) {
  const flag = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const asked = say(asks());
  const said = each ? say(messages.forEachLanguage(asked)) : asked;
  create.option(`--${flag} <value>`, inLine(said), (value, before: Texts | undefined) =>
    each ? readTexts(field, value, before) : readField(field, value),
  );
}
create.action((name: string | undefined, options: Partial<Answers> & { readonly yes?: boolean }) =>
  report(() => make(name, options)),
);

command
  .command('list')
  .description(say(help.list()))
  .action(() => {
    const chosen = chosenBrand(root);
    for (const name of listBrands(root)) console.log(`${name === chosen ? '*' : ' '} ${name}`);
  });

command
  .command('check')
  .description(say(help.check()))
  .argument('[names...]', say(help.allNames()))
  .action(async (names: string[]) => {
    for (const name of names.length > 0 ? names : listBrands(root))
      await report(() => check(known(name)));
  });

command
  .command('diff')
  .description(say(help.diff()))
  .argument('<name>')
  .argument('[from]', say(help.from()))
  .action((name: string, from?: string) =>
    report(() => compare(known(name), from === undefined ? undefined : known(from))),
  );

command
  .command('words')
  .description(say(help.words()))
  .argument('[name]', say(help.wordsName()))
  .argument('[part]', say(help.part()))
  .action((name?: string, part?: string) =>
    report(() => {
      console.log(
        wordsText(readBrand(root, name === undefined ? chosenBrand(root) : known(name)), part),
      );
    }),
  );

command
  .command('migrate')
  .description(say(help.migrate()))
  .argument('[names...]', say(help.allNames()))
  .action(async (names: string[]) => {
    for (const name of names.length > 0 ? names : listBrands(root)) {
      await report(() => migrate(known(name)));
    }
  });

command
  .command('undo')
  .description(say(help.undo()))
  .action(() => report(undo));

function apply(name: string): void {
  const { changed } = applyBrand(root, name);
  console.log(
    changed.length > 0
      ? `${say(messages.applied(name))}\n  ${changed.join('\n  ')}`
      : say(messages.appliedAlready(name)),
  );
}

/** Refuses a name that is neither a brand nor a word of this command, with the nearest of them. */
function known(name: string): string {
  const words = command.commands.map((sub) => sub.name());
  const problem = unknownBrands(root, [name], words);
  return problem === null ? name : command.error(problem);
}

/** The JSON alone on stdout, for a file or another tool. */
function printExt(name: string, template?: string): void {
  const { json, notes } = extJsonOf(readBrand(root, known(name)), readTemplatePack(root, template));
  const text = JSON.stringify(json);
  console.log(text);
  for (const note of notes) console.error(note);
  const bytes = Buffer.byteLength(text);
  const share = `${((100 * bytes) / MAX_PACKAGE).toFixed(1)} %`;
  console.error(say(ext.size(bytes.toLocaleString('en'), share)));
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html */
const MAX_PACKAGE = 2 * 1024 * 1024;

function chooseAndApply(name: string): void {
  const before = appliedName(root);
  apply(name);
  choose(root, name, before);
}

async function make(
  named: string | undefined,
  { yes = false, ...given }: Partial<Answers> & { readonly yes?: boolean },
): Promise<void> {
  if (named !== undefined) refuseName(root, named);
  if ((!yes || named === undefined) && !process.stdin.isTTY) {
    throw new BrandError([say(messages.needsTerminal())]);
  }
  const name = named ?? (await askName(root));
  const answers = yes
    ? { ...unaskedAnswers(name), ...given }
    : await ask(given, standardAnswers(name));
  const brand = createBrand(root, name, answers);
  const left = unfinished(brand).map((place) => `${place}: ${whatIsLeft(brand, place)}`);
  console.log(`${say(messages.made(name))}\n  ${left.join('\n  ')}`);
  console.log(
    `\n${say(messages.lookAtIt())}  npm start -- --brand ${name}\n${say(messages.applyIt())}  npm run brand -- ${name}`,
  );
}

function check(name: string): void {
  const brand = readBrand(root, name);
  const notes = [
    ...unfinished(brand).map((place) => `${place}: ${whatIsLeft(brand, place)}`),
    ...notesOn(brand),
  ];
  const isApplied = isBrandApplied(root, brand);
  console.log(
    [say(isApplied ? messages.rightAndApplied(name) : messages.right(name)), ...notes].join('\n  '),
  );
}

/** Of an agreement, how much of it; of anything else, what it is. */
function whatIsLeft({ texts }: Brand, place: string): string {
  const [, name = '', tag = ''] = /^agreements\/([^.]+)\.([^.]+)\.txt$/.exec(place) ?? [];
  const text = Object.entries(texts.get(name) ?? {}).find(([one]) => one === tag)?.[1];
  if (text !== undefined) return say(messages.toWrite(placesToWrite(text)));
  const field = place.split('.').at(-1) ?? '';
  const what = {
    appId: messages.programId,
    mobileAppId: messages.appAppId,
    app: messages.applicationId,
    connection: messages.connectionId,
    appName: messages.appName,
    operator: messages.operator,
  };
  const [, named = messages.plainLogo] = Object.entries(what).find(([key]) => key === field) ?? [];
  return say(messages.unfinished(say(named())));
}

function compare(
  name: string,
  from = chosenBrand(root) === name ? 'demo' : chosenBrand(root),
): void {
  const lines = compareBrands(readBrand(root, from), readBrand(root, name));
  console.log(
    lines.length > 0
      ? `${say(messages.different(from, name))}\n  ${lines.join('\n  ')}`
      : say(messages.same(name, from)),
  );
}

function migrate(name: string): void {
  const lines = migrateBrand(root, name).map(
    ({ path, now }) => `${path.join('.')} -> ${now ?? say(messages.removed())}`,
  );
  console.log(
    lines.length > 0
      ? `${say(messages.migrated(name))}\n  ${lines.join('\n  ')}`
      : say(messages.nothingToMigrate(name)),
  );
}

function undo(): void {
  const before = previousBrand(root);
  if (before === null) throw new BrandError([say(messages.nothingBefore())]);
  chooseAndApply(before);
}

async function report(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BrandError)) throw error;
    console.error(error.problems.join('\n'));
    process.exitCode = 1;
  }
}

function readLanguages(list: string): readonly Lang[] {
  return list.split(',').map((one) => readField(lang, one.trim()));
}

/** `Acme` for all languages; `zh-CN=港湾` for one, and the option again for the next. */
function readTexts(field: z.ZodType<string>, value: string, before: Texts | undefined): Texts {
  const [, tag, text] = /^([A-Za-z]{2}(?:-[A-Za-z]{2,4})?)=(.*)$/s.exec(value) ?? [];
  if (tag === undefined || text === undefined) return readField(field, value);
  const others = typeof before === 'object' ? before : {};
  return { ...others, [readField(lang, tag)]: readField(field, text) };
}

function readField<T>(field: z.ZodType<T>, value: string): T {
  const read = field.safeParse(value);
  if (read.success) return read.data;
  throw new InvalidArgumentError(read.error.issues[0]?.message ?? say(messages.noValue()));
}

/** As the other options of a help text begin. */
function inLine(words: string): string {
  // GenAuth is a name.
  if (/^\p{Lu}\p{Ll}+\p{Lu}/u.test(words)) return words;
  return words.charAt(0).toLowerCase() + words.slice(1);
}
