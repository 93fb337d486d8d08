import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Command } from 'commander';
import { buildProbe } from '../probe/build';
import { compareReports, comparisonText } from '../probe/compare';
import { readFacts } from '../probe/facts';
import { parseReport } from '../probe/report';
import { probeSimulator } from '../probe/simulate';
import { root } from '../setup/say.mjs';

interface Options {
  readonly compare?: string;
  readonly build?: boolean;
  readonly appid?: string;
  readonly screenshot?: string;
}

/** `npm run probe`: what docs/wechat.md assumes, asked of the simulator and of the real thing. */
const command = new Command('npm run probe --')
  .description('Asks the simulator what docs/wechat.md assumes of WeChat, and prints the answers as JSON.')
  .option('--compare <file>', 'a report from a phone or from DevTools (its JSON, or the texts of its QR codes): where it differs')
  .option('--build', 'only write the probe to out/probe, for WeChat DevTools and for a phone')
  .option('--appid <appid>', "with --build: your mini program's AppID, for a preview on a phone")
  .option('--screenshot <file>', "a picture of the probe's page at the end")
  .addHelpText(
    'after',
    '\nExit code 0: asked, or nothing differs; 1: something differs; 2: it could not be asked.\ndocs/device-check.md: the first half hour with a phone.',
  )
  .action(probe);

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function probe({ compare, build, appid, screenshot }: Options): Promise<void> {
  if (build === true) {
    const folder = await buildProbe(appid === undefined ? {} : { appid });
    process.stdout.write(`Open ${relative(root, folder)} in WeChat DevTools.\n`);
    return;
  }
  // Before the browser starts: a wrong file should not take seconds to be refused.
  const real = compare === undefined ? undefined : parseReport(readFileSync(compare, 'utf8'));
  const simulator = await probeSimulator(screenshot === undefined ? {} : { screenshot });
  if (real === undefined) {
    process.stdout.write(`${JSON.stringify(simulator, null, 2)}\n`);
    return;
  }
  const findings = compareReports(simulator, real, readFacts('wechat'));
  process.stdout.write(comparisonText(findings, real));
  process.exitCode = findings.some(({ kind }) => kind === 'differs') ? 1 : 0;
}
