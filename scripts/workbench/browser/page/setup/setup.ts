import {
  BASE_LIBRARIES,
  type DeviceInfo,
  MISBEHAVIOURS,
  type Misbehaviour,
  type NetworkMode,
  PROFILES,
  type ProfileName,
  wellBehaved,
} from '@mini-login/simulator/contract';
import { fontSizes, languages, screens } from '../controls/settings';
import { type HostContract, hostContracts } from '../host-contracts';

/** What happens to WeChat's own sheets: the reader answers, or always the same is answered. */
const sheetPolicies = ['ask', 'allow', 'reject'] as const;
export type SheetPolicy = (typeof sheetPolicies)[number];

const callers = ['own', 'foreign', 'none'] as const;
export type CallerChoice = (typeof callers)[number];

/** All that a reader can choose before a login, so that another can see the same one. */
export interface Setup {
  /** Null: this workbench has one. */
  readonly brand: string | null;
  /** An id of the sandbox's people; '' is the first. */
  readonly person: string;
  readonly contract: HostContract;
  readonly phone: ProfileName;
  readonly language: DeviceInfo['language'];
  readonly theme: DeviceInfo['theme'];
  readonly caller: CallerChoice;
  readonly sheetPolicy: SheetPolicy;
  readonly network: NetworkMode;
  /** A width of `screens`; null: the phone's own. */
  readonly screen: string | null;
  /** A factor of `fontSizes`. */
  readonly fontSize: string;
  /** Of WeChat; null: the phone's own. */
  readonly library: string | null;
  /** How WeChat lets the program down beyond what the phone's kind does. */
  readonly faults: Partial<Misbehaviour>;
  /** The servers' controls that are not as usual: id -> value. */
  readonly servers: Readonly<Record<string, string>>;
}

/** How WeChat behaves on this kind of phone when nobody has asked for more. */
export function usualOn(phone: ProfileName): Misbehaviour {
  return { ...wellBehaved, ...PROFILES[phone].misbehave };
}

const networks: readonly NetworkMode[] = ['online', 'slow', 'offline'];
const themes: readonly DeviceInfo['theme'][] = ['light', 'dark'];
const profiles = Object.keys(PROFILES) as readonly ProfileName[];
export const faultKeys = Object.keys(MISBEHAVIOURS) as readonly (keyof Misbehaviour)[];

/** Who else uses the address must not meet these names. */
const faultPrefix = 'wechat.';
export const serverPrefix = 'server.';

/**
 * What an address asks for. People type addresses and versions differ, so what is not known is left
 * as `usual` has it.
 */
export function readSetup(search: string, usual: Setup): Setup {
  const query = new URLSearchParams(search);
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | undefined =>
    values.find((value) => value === query.get(name));
  const valuesOf = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value);
  const phone = oneOf('phone', profiles) ?? usual.phone;
  return {
    brand: query.get('brand') ?? usual.brand,
    person: query.get('person') ?? usual.person,
    contract: oneOf('contract', hostContracts) ?? usual.contract,
    phone,
    language:
      languages.find(({ value }) => tagOf(value) === query.get('lang'))?.value ?? usual.language,
    theme: oneOf('theme', themes) ?? usual.theme,
    caller: oneOf('app', callers) ?? usual.caller,
    sheetPolicy: oneOf('answers', sheetPolicies) ?? usual.sheetPolicy,
    network: oneOf('network', networks) ?? usual.network,
    screen: oneOf('screen', valuesOf(screens)) ?? usual.screen,
    fontSize: oneOf('text', valuesOf(fontSizes)) ?? usual.fontSize,
    library: oneOf('library', BASE_LIBRARIES) ?? usual.library,
    faults: readFaults(query, phone),
    servers: Object.fromEntries(
      [...query]
        .filter(([name]) => name.startsWith(serverPrefix))
        .map(([name, value]) => [name.slice(serverPrefix.length), value]),
    ),
  };
}

function readFaults(query: URLSearchParams, phone: ProfileName): Partial<Misbehaviour> {
  const usual = usualOn(phone);
  return Object.fromEntries(
    faultKeys.flatMap((key) => {
      const choices: readonly string[] = MISBEHAVIOURS[key];
      const asked = query.get(faultPrefix + key);
      return asked !== null && choices.includes(asked) && asked !== usual[key]
        ? [[key, asked]]
        : [];
    }),
  );
}

/** `?brand=demo&person=new&...`: what tells two logins apart always, the rest when not as usual. */
export function writeSetup(setup: Setup): string {
  const query = new URLSearchParams({
    ...(setup.brand === null ? {} : { brand: setup.brand }),
    person: setup.person,
    contract: setup.contract,
    phone: setup.phone,
    lang: tagOf(setup.language),
    theme: setup.theme,
    ...unless(setup.caller, 'own', 'app'),
    ...unless(setup.sheetPolicy, 'ask', 'answers'),
    ...unless(setup.network, 'online', 'network'),
    ...unless(setup.screen, null, 'screen'),
    ...unless(setup.fontSize, '1', 'text'),
    ...unless(setup.library, null, 'library'),
    ...withPrefix(faultPrefix, setup.faults),
    ...withPrefix(serverPrefix, setup.servers),
  });
  return `?${query}`;
}

function unless(value: string | null, usual: string | null, name: string): Record<string, string> {
  return value === null || value === usual ? {} : { [name]: value };
}

function withPrefix(
  prefix: string,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [prefix + key, value]));
}

/** Of the phone's language, as the launch contract and `npm run journey` write it. */
export function tagOf(language: DeviceInfo['language']): string {
  return language.replace('_', '-');
}
