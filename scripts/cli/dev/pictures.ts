import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '@mini-login/simulator';
import { Command, Option } from 'commander';
import { PNG } from 'pngjs';
import { runJourney } from '../../journey/run';
import { animate } from '../../screens/animation';
import { halve, sheetOf } from '../../screens/sheet';
import { startDemoEnvironment } from '../../workbench/demo-environment';
import { step } from '../progress';

const languages = ['zh-CN', 'en'] as const;
const themes = ['light', 'dark'] as const;

interface Options {
  readonly out: string;
  readonly lang?: (typeof languages)[number];
  readonly theme?: (typeof themes)[number];
}

export const command = new Command('pictures')
  .description(
    "Draws the README's pictures of the whole journey again: light and dark, zh-CN and en; the " +
      'light ones as an animation too.',
  )
  .option('--out <dir>', 'where they go', 'docs/pictures')
  .addOption(new Option('--lang <language>', 'only this one').choices(languages))
  .addOption(new Option('--theme <theme>', 'only this one').choices(themes))
  .action(draw);

async function draw({ out, ...only }: Options): Promise<void> {
  mkdirSync(out, { recursive: true });
  const environment = await startDemoEnvironment();
  const browser = await openBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-pictures-'));
  try {
    for (const lang of languages.filter((one) => one === (only.lang ?? one))) {
      for (const theme of themes.filter((one) => one === (only.theme ?? one))) {
        const screenshots = join(folder, `${theme}-${lang}`);
        const scenario = { contract: 'session', person: 'existing', agreeInSheet: true } as const;
        const { problem } = await step(`Draw the journey: ${theme}, ${lang}`, () =>
          runJourney(scenario, environment, {
            browser,
            app: 'phone',
            device: { theme },
            lang,
            screenshots,
          }),
        );
        if (problem !== null) throw new Error(`the journey in ${lang} failed: ${problem}`);
        const row = readRow(screenshots);
        save(join(out, `journey-${theme}-${lang}.png`), PNG.sync.write(sheetOf([row])));
        if (theme === 'light') save(join(out, `login-${lang}.png`), animationOf(row));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await browser.close();
    await environment.close();
  }
}

function save(file: string, content: Buffer): void {
  writeFileSync(file, content);
  console.log(file);
}

/** Long enough to read each, longer at the end, where it starts again. */
function animationOf(pictures: readonly PNG[]): Buffer {
  const last = pictures.length - 1;
  return animate(
    pictures.map((picture, index) => ({ picture, milliseconds: index === last ? 3500 : 1700 })),
  );
}

/** In the order of their numbers, at the size that a README shows them in. */
function readRow(folder: string): PNG[] {
  const files = readdirSync(folder).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return files.map((file) => halve(PNG.sync.read(readFileSync(join(folder, file)))));
}
