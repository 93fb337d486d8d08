import type {
  PhoneState,
  ProfileName,
  SheetKind,
  TimelineEvent,
} from '@mini-login/simulator/contract';
import type { KitName } from '../../../kit-sample';
import type { ScenarioName } from '../scenarios/scenarios';
import type { Group } from '../timeline/groups';
import { parameters } from './parameters';

type PhoneEvent = Extract<TimelineEvent, { kind: 'phone' }>['what'];

/** The sandbox's people, by id; those that are not here bring a note of their own. */
const people: Readonly<Record<string, string>> = {
  new: 'New person',
  existing: 'Existing person',
  'existing-no-number': 'Existing, without a number',
  'number-taken': 'Number belongs to another account',
  'no-phone': 'No number in WeChat',
  abroad: 'Number from Hong Kong',
  blocked: 'Account suspended',
  locked: 'Account locked',
  mfa: 'Second factor needed',
  binding: 'Must bind an account',
  'bind-or-create': 'Must bind or create an account',
  incomplete: 'Must complete the profile',
  'high-risk': 'At risk, says WeChat',
};

export const en = {
  /** BCP 47. */
  lang: 'en' as const,
  title: 'Mini-login workbench',
  tagline: 'The whole login, without WeChat',
  phones: {
    open: 'On your phone',
    scan: (host: string) => `Scan it with a phone of the same network (${host}).`,
    picture: (host: string) => `QR code that opens this phone at ${host}`,
    who: 'Whoever has this code may use the demo until the command ends. Nothing on it is real; still, do not show it in a network that you share with strangers.',
    off: 'Off. Only this machine reaches the workbench. For phones of the same network, end the command and start it as:',
    close: 'Close',
  },
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  copyLink: 'Copy link',
  copyCommand: 'Copy command',
  leftOut: (names: readonly string[]) =>
    `The command can’t ask for: ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)}`,
  leftOutOfLink: (title: string) => `The link has what is chosen, and does not play: ${title}`,
  showSecret: (name: string) => `Show ${name}`,
  hideSecret: (name: string) => `Hide ${name}`,
  items: (count: number) => (count === 1 ? '1 item' : `${count} items`),
  jsonText: 'JSON in a string',

  brand: 'Brand',
  editor: 'Edit this brand',
  brandHint: (name: string) => `Edit brands/${name}/ and the phone follows.`,
  brandProblems: (shown: string) =>
    `The phone shows the last ${shown} that was right, until this is fixed:`,

  past: {
    screen: 'The phone as it was',
    at: (time: string) => `As it was at ${time} s`,
    earlier: 'Earlier',
    later: 'Later',
    now: 'Back to now',
    nowHint: 'Shows the phone as it is now (Esc)',
  },

  timeline: 'Timeline',
  showSecrets: 'Show secrets',
  showSecretsHint:
    'Codes, tokens and phone numbers are masked. Click one to see it, or switch all on here.',
  clear: 'Clear',
  clearHint: 'Forget what happened so far',
  follow: 'Follow',
  followHint: 'Keep the newest entry in sight',
  copyAll: 'Copy all',
  search: 'Search',
  searchHint: 'Search in everything: APIs, fields, values  ( / )',
  filters: 'Show only',
  all: 'All',
  groups: {
    result: 'Contract',
    wx: 'wx.*',
    http: 'HTTP',
    screen: 'Screens',
    lifecycle: 'Life cycle',
    setData: 'setData',
    phone: 'Phone',
    problem: 'Console',
  } satisfies Record<Group, string>,
  nothingShown: {
    empty: {
      title: 'Nothing has happened yet',
      body: 'Tap "Log in with WeChat" on the phone. Every step, from the launch to the tokens in the app, appears here.',
    },
    cleared: { title: 'Cleared', body: 'What happens on the phone from now on appears here.' },
    noMatch: { title: 'Nothing matches', body: 'No entry matches this search and these filters.' },
  },
  scenariosTitle: 'Or watch a login play by itself:',
  scenarioStuck:
    'The login has stopped: there is nothing to tap. Go on by hand, or choose another.',
  scenarios: {
    best: { title: 'The best way', body: 'Agrees, allows the number, is back in the app' },
    refusal: { title: 'A refusal', body: 'Says no when WeChat asks for the number' },
    stays: { title: 'WeChat does not switch', body: 'Says ok and stays: a button goes back' },
    offline: { title: 'Offline at the tap', body: 'The network goes away while WeChat asks' },
    foreign: { title: 'A foreign app', body: 'Opened by an app that the brand does not name' },
    second: { title: 'A second person', body: 'Another one logs in on the same phone' },
    loginOnly: { title: 'Log-in only', body: 'A new person where no accounts are created' },
  } satisfies Record<ScenarioName, { readonly title: string; readonly body: string }>,
  code: {
    title: 'Show me the code',
    launch: 'What the app has sent to WeChat for this launch:',
    kit: 'Kit',
    kits: {
      swift: 'Swift',
      kotlin: 'Kotlin',
      harmonyos: 'HarmonyOS',
      flutter: 'Flutter',
      javascript: 'JavaScript',
      server: 'Server',
    } satisfies Record<KitName, string>,
    source: (file: string) => `From ${file}`,
  },
  resetFilters: 'Show everything',
  countOf: (shown: number, all: number) =>
    shown === all ? `${all} entries` : `${shown} of ${all} entries`,
  sinceLaunch: (requests: number, setData: number, size: string) =>
    `This launch: ${requests === 1 ? '1 request' : `${requests} requests`} by the program, setData ${setData} × ${size}`,
  launchNumber: (n: number, cold: boolean) => `Launch ${n} · ${cold ? 'cold start' : 'hot start'}`,
  beforeLaunch: 'Before the first launch',

  journey: 'The journey',
  stops: {
    launch: { title: 'App asks', body: 'opens it' },
    loginCode: { title: 'Login code', body: 'wx.login' },
    phone: { title: 'Phone number', body: 'WeChat asks' },
    genauth: { title: 'GenAuth', body: 'codes → tokens' },
    result: { title: 'Back in app', body: 'extMsg' },
  },
  stopState: { idle: 'not yet', active: 'under way', done: 'done', failed: 'failed' },

  details: {
    query: 'Launch query',
    options: 'Options',
    args: 'Arguments',
    result: 'Result',
    requestHeaders: 'Request headers',
    requestBody: 'Request body',
    responseBody: 'Answer',
    received: (as: string) => `As the app received it: ${as}`,
    claims: 'Decoded token',
    detail: 'Detail',
    stack: 'Stack',
    waiting: 'No answer yet',
    none: 'empty',
    fromProgram: 'mini program',
    fromApp: 'app',
  },
  about: {
    launch:
      'The app called WXLaunchMiniProgram. All it may ask for is in the query; everything else comes from the brand.',
    extMsg:
      'What the app gets back in WXLaunchMiniProgram.Resp.extMsg. errCode is 0 whatever happened, so a refusal is said in here.',
    login:
      'A code for the WeChat identity. It lives 5 minutes and works once; it is fetched before the tap.',
    getPhoneNumber:
      'Only a real tap on the button opens WeChat’s own sheet. The answer is a code, not a number.',
    signIn:
      'The one request on the critical path: two WeChat codes in, OIDC tokens out. HTTP is 200 for errors too; look at statusCode.',
    navigateBackApplication:
      'Hands the result to the app and asks WeChat to switch to it. "ok" does not prove that it switched.',
    jwks: 'The app fetches the public keys to check the token’s signature itself.',
    setData:
      'What the program sent to its screen in one go. WeChat’s audit allows 256 KB and 20 a second.',
    sheet: 'Drawn by WeChat, not by the program.',
    authByCode: 'The app signs in itself with the two codes, as the Guard SDK does.',
    ticket: 'A ticket lives 120 s and works once; the app, or better its server, redeems it.',
  },
  parameters,
  appSays: {
    signedIn: 'The app is signed in',
    refused: 'The app is not signed in',
    signedOut: 'Signed out of the app',
  },
  sheets: {
    'phone-number': 'WeChat asks for the phone number',
    privacy: 'WeChat asks about privacy',
    picker: 'A picker is open',
    scope: 'WeChat asks for a permission',
    'mini-program': 'WeChat asks about another mini program',
    setting: 'WeChat’s settings are open',
    places: 'WeChat’s list of places is open',
    album: 'The album is open',
    preview: 'A picture fills the screen',
  } satisfies Record<SheetKind, string>,
  happened: {
    background: 'Program sent to the background',
    foreground: 'Program back in front',
    covered: 'WeChat’s own surface hides the program',
    uncovered: 'Program shown again under WeChat’s surface',
    kill: 'Program killed',
    suspend: 'JavaScript suspended (5 s in the background)',
    resume: 'JavaScript runs again',
    destroyed: 'Program destroyed (30 min in the background)',
    clock: 'Clock moved',
    network: 'Network changed',
    person: 'Someone else holds the phone',
    device: 'Phone’s settings changed',
    misbehaviour: 'WeChat’s behaviour changed',
    permissions: 'Permissions changed',
    surroundings: 'Location or album changed',
    exit: 'Program closed',
  } satisfies Record<PhoneEvent, string>,

  controls: 'Controls',
  person: 'Who holds the phone',
  holder: (name: string, number: string | null) => `${name} · ${number ?? 'no number'}`,
  sheetPolicy: 'When WeChat asks',
  sheetPolicies: {
    ask: 'you answer',
    allow: 'allow',
    reject: 'refuse',
    askHint: 'Answer WeChat’s sheet on the phone yourself',
  },
  people,
  contract: 'What the app asks for',
  phoneLook: 'The phone',
  network: 'Network',
  clock: 'Clock',
  process: 'Mini program',
  servers: 'Servers',
  console: 'Sandbox console',
  gallery: 'Gallery',
  misbehave: 'Make WeChat misbehave',
  language: 'Language',
  theme: 'Theme',
  light: 'Light',
  dark: 'Dark',
  fontSize: 'Font size',
  fontSizeHint: 'A new size counts from the next launch.',
  phoneSize: 'Screen',
  offline: 'Offline',
  online: 'Online',
  slow: 'Slow',
  slowHint: 'Every exchange takes 3 s',
  clockHint:
    'The phone’s own clock: codes expire after 5 min, WeChat destroys a program after 30 min in the background.',
  programState: {
    none: 'not running',
    starting: 'starting…',
    foreground: 'in front',
    background: 'in background',
    suspended: 'suspended',
  } satisfies Record<PhoneState['program'], string>,
  caller: 'Who asks',
  callers: { own: (name: string) => name, foreign: 'another app', none: 'WeChat does not say' },
  profile: 'Kind',
  profiles: {
    ios: 'iPhone',
    android: 'Android',
    'ios-15': 'iPhone, iOS 15',
    harmony: 'HarmonyOS',
    pc: 'PC',
  } satisfies Record<ProfileName, string>,
  baseLibrary: 'Base library',
  background: 'Background',
  foreground: 'Foreground',
  kill: 'Kill',
  contracts: {
    session: { label: 'session', hint: 'JSON with the tokens' },
    sealed: { label: 'sealed', hint: 'the same, encrypted for this app alone (JWE)' },
    codes: { label: 'codes', hint: 'two WeChat codes, as the Guard SDK expects them' },
    ticket: { label: 'ticket', hint: 'the older contract: a ticket the app redeems' },
  },
  reload: {
    watching: 'Watching miniprogram/',
    reloaded: (time: string) => `Reloaded at ${time}`,
    broken: (count: number) => (count === 1 ? '1 compile error' : `${count} compile errors`),
    changing: (brand: string) => `Changing to ${brand}…`,
    waiting: 'Starting again…',
    lost: 'Simulator stopped',
  },
  loading: 'The phone is starting…',
};

/**
 * The words of the workbench: for developers, so two languages do. What people see on the phone is
 * not here.
 */
export type WorkbenchWords = Omit<typeof en, 'lang'> & { readonly lang: 'en' | 'zh-CN' };
