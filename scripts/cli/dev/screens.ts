import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { composeProject } from '../../brand/compose';
import { compareBaselines } from '../../screens/baselines';
import { captureAll, captureOther } from '../../screens/capture';
import { writeHtml, writePng } from '../../screens/contact-sheet';
import { openStudios } from '../../screens/studio';
import { root } from '../../setup/say.mjs';
import { step } from '../progress';

interface Options {
  readonly out: string;
  readonly compare: boolean;
  readonly update: boolean;
}

/** Drawn next to the applied brand. */
const other = 'teahouse';

export const command = new Command('screens')
  .description('Draws every screen of the mini program in every look, as pictures to look at.')
  .option('--out <dir>', 'where the pictures go', 'out/screens')
  .option(
    '--compare',
    'only compare the kept dozen in test/screens/baselines with how they look now',
    false,
  )
  .option('--update', 'only keep how the dozen look now', false)
  .addHelpText(
    'after',
    `
Writes one PNG a screen, language, theme and size, index.html (all of them, by screen) and contact-sheet.png; next to
them a brand that looks different. --brand <name> draws another one.
With --compare, what differs goes to <dir>/differences as it is now, as it was kept, and with the difference marked.
The exit code is 1 when a picture differs by more than the tolerance.`,
  )
  .action(async (options: Options) => {
    process.exitCode = await run(options);
  });

async function run({ out, compare, update }: Options): Promise<number> {
  const folder = resolve(out);
  const studios = await step('Start the doubles, the simulator and a browser', () => openStudios());
  try {
    if (compare || update) return await runBaselines();
    const pictures = await captureAll(studios, folder, (done) => console.error(done));
    pictures.push(
      ...(await captureOther(
        composeProject(root, other, join(root, 'out/screens-brand')),
        other,
        folder,
      )),
    );
    console.error(other);
    console.log(
      `${pictures.length} pictures\n${writeHtml(folder, pictures)}\n${writePng(folder, pictures)}`,
    );
    return 0;
  } finally {
    await studios.close();
  }

  async function runBaselines(): Promise<number> {
    const results = await compareBaselines(studios, {
      update,
      out: resolve(folder, 'differences'),
    });
    for (const { name, difference, ok } of results) {
      const share =
        difference === null ? 'nothing to compare with' : `${(difference * 100).toFixed(2)} %`;
      console.log(`${ok ? 'same' : 'DIFFERS'}  ${name}  ${share}`);
    }
    return results.every(({ ok }) => ok) ? 0 : 1;
  }
}
