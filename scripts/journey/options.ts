import { people } from '@mini-login/sandbox';
import type { ReturnContract } from '@mini-login/server';
import {
  BASE_LIBRARIES,
  MISBEHAVIOURS,
  type Misbehaviour,
  PROFILES,
  type ProfileName,
} from '@mini-login/simulator';
import { Command, InvalidArgumentError, Option } from 'commander';
import { langs } from '../../miniprogram/login/lang';
import type { Lang, Scenario } from './scenario';

/** What was asked for on the command line. */
export interface JourneyCommand {
  readonly scenario: Omit<Scenario, 'contract'>;
  /** The brand's first when left out. */
  readonly contract?: ReturnContract;
  readonly lang?: Lang;
  /** Through a hosted program; `app`: which company's, by its name or the AppID of its app. */
  readonly hosted: boolean;
  readonly app?: string;
  readonly dark: boolean;
  /** Of WeChat: `3.6.0`. */
  readonly lib?: string;
  /** CSS px. */
  readonly width?: number;
  readonly screenshots?: string;
  readonly trace?: string;
  /** Again and again, disturbed; see `chaos.ts`. */
  readonly chaos?: { readonly seed?: number; readonly only?: string };
  readonly json: boolean;
}

interface Given {
  readonly return?: ReturnContract;
  readonly person: string;
  readonly deny?: 'phone' | 'consent';
  readonly offline?: true;
  readonly expired?: true;
  readonly loginOnly?: true;
  readonly sheet?: true;
  readonly caller?: 'app' | 'foreign' | 'none';
  readonly phone?: ProfileName;
  readonly back?: Misbehaviour['navigateBackApplication'];
  readonly button?: Misbehaviour['launchApp'];
  readonly surfaces?: Misbehaviour['surfaces'];
  readonly noise?: true;
  readonly lib?: string;
  readonly localized?: true;
  readonly errno: boolean;
  readonly undeclared?: true;
  readonly lang?: Lang;
  readonly hosted?: true;
  readonly app?: string;
  readonly dark?: true;
  readonly width?: number;
  readonly screenshots?: string;
  readonly trace?: string;
  readonly chaos?: number | true;
  readonly only?: string;
  readonly json?: true;
}

/** `unknown` is who `new` is, at a connection that takes existing accounts only. */
const UNKNOWN = 'unknown';

/** `journey` with its options; `run` gets what they ask for. */
export function journeyCommand(run: (journey: JourneyCommand) => Promise<void>): Command {
  const names = [...people.map(({ id }) => id), UNKNOWN];
  return new Command('journey')
    .description(
      'One login, from the app to the mini program to GenAuth and back to the app, on a phone in a headless browser.',
    )
    .addOption(
      new Option(
        '--return <contract>',
        'how the app gets its result (default: the first that the brand gives)',
      ).choices(['session', 'sealed', 'codes', 'ticket']),
    )
    .addOption(
      new Option('--person <id>', 'who holds the phone').choices(names).default('existing'),
    )
    .addOption(new Option('--deny <what>', 'what the person refuses').choices(['phone', 'consent']))
    .addOption(
      new Option(
        '--offline',
        'the network goes away on the way, comes back, and the person tries again',
      ).conflicts(['deny', 'expired']),
    )
    .addOption(new Option('--expired', "a code of WeChat's is redeemed too late").conflicts('deny'))
    .option('--login-only', 'the connection signs in existing accounts only')
    .option('--sheet', 'agree in the sheet that asks for it, not by the box')
    .addOption(
      new Option('--caller <who>', 'the AppID that WeChat names as the one that launches')
        .choices(['app', 'foreign', 'none'])
        .default('app'),
    )
    .addOption(
      new Option('--phone <kind>', 'the kind of phone')
        .choices(Object.keys(PROFILES).filter((kind) => kind !== 'pc'))
        .default('ios'),
    )
    .addOption(
      new Option('--back <how>', "how WeChat's navigateBackApplication behaves").choices(
        MISBEHAVIOURS.navigateBackApplication,
      ),
    )
    .addOption(
      new Option(
        '--button <how>',
        'WeChat stays, and how the button back to the app (launchApp) behaves at its first tap',
      ).choices(MISBEHAVIOURS.launchApp.filter((how) => how !== 'invalid scene')),
    )
    .addOption(
      new Option(
        '--surfaces <order>',
        "whether WeChat's own sheets hide the program, and what comes first then",
      ).choices(MISBEHAVIOURS.surfaces),
    )
    .option('--noise', "keys of other SDKs arrive in the launch's query")
    .addOption(
      new Option('--lib <version>', "WeChat's base library: what is newer does not exist").choices(
        BASE_LIBRARIES,
      ),
    )
    .option('--localized', 'network errors in the words of iOS, in the language of the phone')
    .option('--no-errno', "WeChat's errors have no number")
    .option('--undeclared', 'the owner has declared no request domain')
    .addOption(new Option('--lang <tag>', 'language of the launch and of WeChat').choices(langs))
    .option('--hosted', 'through a program for many companies: the chosen brand, or the sample')
    .option(
      '--app <name>',
      "with --hosted: which company's app, by name or AppID (default: the first)",
    )
    .option('--dark', 'the phone is in dark mode')
    .option('--width <px>', 'width of the screen, 280 to 1024', readWidth)
    .option('--screenshots <dir>', 'a PNG of each moment')
    .option(
      '--trace <file>',
      'one HTML file with everything that happened, screen by screen; secrets masked',
    )
    .option(
      '--chaos [seed]',
      'the login again and again, disturbed before each step: a slow network, the person leaves for a while, the system ends the program; ends with 1 at the first that changes its end',
      readSeed,
    )
    .addOption(
      new Option(
        '--only <disturbance>',
        'with --chaos: this one, as a difference names it ("background 2 8000")',
      ).implies({ chaos: true }),
    )
    .option(
      '--json',
      'one JSON document on stdout: launch, screens, wxCalls, requests, setData, extMsg, app, ok',
    )
    .addHelpText('after', helpAfter())
    .action((given: Given) => run(readGiven(given)));
}

function readGiven(given: Given): JourneyCommand {
  const trouble = given.offline ? 'offline' : given.expired ? 'expired' : undefined;
  return {
    scenario: {
      person: given.person === UNKNOWN ? 'new' : given.person,
      loginOnly: given.loginOnly === true || given.person === UNKNOWN,
      agreeInSheet: given.sheet === true,
      ...(given.deny ? { deny: given.deny } : {}),
      ...(trouble ? { trouble } : {}),
      ...(given.caller ? { caller: given.caller } : {}),
      ...(given.phone ? { phone: given.phone } : {}),
      misbehave: misbehaviourOf(given),
    },
    ...(given.return ? { contract: given.return } : {}),
    hosted: given.hosted === true || given.app !== undefined,
    ...(given.app === undefined ? {} : { app: given.app }),
    dark: given.dark === true,
    json: given.json === true,
    ...(given.lang ? { lang: given.lang } : {}),
    ...(given.lib ? { lib: given.lib } : {}),
    ...(given.width === undefined ? {} : { width: given.width }),
    ...(given.screenshots === undefined ? {} : { screenshots: given.screenshots }),
    ...(given.trace === undefined ? {} : { trace: given.trace }),
    ...chaosOf(given),
  };
}

function chaosOf({ chaos, only }: Given): Pick<JourneyCommand, 'chaos'> {
  if (chaos === undefined) return {};
  const seed = chaos === true ? {} : { seed: chaos };
  return { chaos: { ...seed, ...(only === undefined ? {} : { only }) } };
}

function misbehaviourOf({
  back,
  button,
  surfaces,
  noise,
  localized,
  errno,
  undeclared,
}: Given): Partial<Misbehaviour> {
  return {
    ...(button ? { navigateBackApplication: 'ok-but-stays' } : {}),
    ...(back ? { navigateBackApplication: back } : {}),
    ...(button ? { launchApp: button } : {}),
    ...(surfaces ? { surfaces } : {}),
    ...(noise ? { query: 'noisy' } : {}),
    ...(localized ? { wording: 'localized' } : {}),
    ...(errno ? {} : { errno: 'missing' }),
    ...(undeclared ? { domains: 'forgotten' } : {}),
  };
}

function readSeed(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('a whole number is expected.');
  return Number(text);
}

function readWidth(text: string): number {
  const width = Number(text);
  if (!Number.isInteger(width) || width < 280 || width > 1024)
    throw new InvalidArgumentError('a whole number from 280 to 1024 is expected.');
  return width;
}

function helpAfter(): string {
  const width = Math.max(...people.map(({ id }) => id.length));
  return [
    '',
    'People:',
    ...people.map(({ id, name, note }) => `  ${id.padEnd(width)}  ${name}, ${note}`),
    `  ${UNKNOWN.padEnd(width)}  as new, at a login-only connection`,
    '',
    'Exit code: 0 when the app got what the options call for (a refusal, for --deny), 1 when it did not, or --chaos found a difference, 2 for a wrong usage.',
    '',
    'Examples:',
    '  npm run -s journey -- --json | jq .app.who',
    '  npm run journey -- --return sealed --person new --screenshots out/journey',
    '  npm run journey -- --person blocked --trace out/trace.html',
    '  npm run journey -- --deny phone --json',
    '  npm run journey -- --hosted --app Lighthouse',
    '  npm run journey -- --chaos 7',
  ].join('\n');
}
