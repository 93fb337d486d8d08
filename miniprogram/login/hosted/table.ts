import type { EffectiveBrand } from '../brand';
import { askFor } from '../consent';
import type { DirectoryConfig } from '../directory';
import type { HttpRequest } from '../effect';
import type { EnterOptions } from '../event';
import type { Failure, ShownFailure } from '../failure';
import { publicConfigRequest } from '../genauth/public-config';
import { own } from '../json';
import { ownBrand } from '../launch/effective';
import { readEntry } from '../launch/entry';
import type { Launch } from '../launch/launch';
import type { Identifying, LoginCode } from '../state';
import { prepare, rememberPrivacy } from '../steps/agreements';
import { enter, markPage, refusalOf } from '../steps/enter';
import { cannotReach, fail, failAtDeadline } from '../steps/fail';
import { cancel, goBackWithError } from '../steps/go-back';
import { ask, askWeChat, failLoginCode, keepLoginCode } from '../steps/login-code';
import { type Context, type Directory, type EventOf, type Step, stay } from '../steps/step';
import { noteHidden } from '../steps/visit';
import { timing } from '../timing';
import type { AppVisit } from '../visit';
import type { DirectoryAnswer } from './answer';
import type { DirectoryReader } from './reader';

/** Refused for good: the app gets its answer at once, as one that no brand names does. */
const final: readonly string[] = ['app_not_registered', 'program_mismatch'];

/**
 * @param reader What reads the answers. Null: WeChat has not loaded it, and nobody is served.
 */
export function createDirectory(
  config: DirectoryConfig,
  reader: () => DirectoryReader | null,
): Directory {
  return {
    readEntry(options, language, brand) {
      const provisional = provisionalBrand(ownBrand(brand), options);
      const entry = readEntry(options, language, brand, provisional);
      if (entry.kind !== 'launch') return entry;
      const unidentified = { options, language };
      if (options.caller !== null)
        return {
          ...entry,
          unidentified,
          refusal: entry.refusal ?? unconnected(entry.launch, config),
        };
      const message = 'WeChat did not say which app opened this program';
      return { ...entry, refusal: { code: 'app_not_allowed', message } };
    },
    config,
    identify: (visit, context) => identify(visit, context, config),
    row: {
      entered: enter,
      pageLoaded: markPage,
      hidden: noteHidden,
      declined: cancel,
      privacyRead: rememberPrivacy,
      alarmRang: failAtDeadline,
      loginCodeArrived: keepLoginCode,
      loginCodeFailed: failLoginCode,
      responded: function takeIdentity(state, event, context) {
        return readIdentity(state, event, context, { config, reader: reader() });
      },
      requestFailed: function failIdentity(state, event, context) {
        return failToIdentify(state, event, context, config);
      },
    },
  };
}

/** What the launch says of itself, for as long as nobody has confirmed it. */
function provisionalBrand(provider: EffectiveBrand, { query }: EnterOptions): EffectiveBrand {
  const said = (name: string, pattern: RegExp) => {
    const value = own(query, name);
    return typeof value === 'string' && pattern.test(value) ? value : '';
  };
  return {
    ...provider,
    app: said('app', /^[0-9a-f]{24}$/),
    connection: said('conn', /^[a-z0-9-]{1,31}$/),
    // The provider's own is no company's.
    genauth: { ...provider.genauth, userPoolId: null },
  };
}

/** GenAuth's public configuration does not name the connection that a sign-in needs. */
function unconnected(
  { app, connection, contract }: Launch,
  config: DirectoryConfig,
): Failure | null {
  const isNeeded = isByApplication(app, config) && contract !== 'codes';
  return isNeeded && connection === '' ? missing('conn') : null;
}

/** First paint is at once, as the provider; the login code is fetched side by side. */
function identify(given: AppVisit, context: Context, config: DirectoryConfig): Step {
  const visit = { ...given, brand: ownBrand(context.brand) };
  const { attempt, launch } = visit;
  const request = requestFor(visit, config);
  if (request === null) return answerUnasked(visit, context, config);
  const loginCode = { status: 'fetching', since: context.now } as const;
  return {
    state: { name: 'identifying', visit: { ...visit, launch }, loginCode, since: context.now },
    effects: [...askWeChat(visit), { type: 'request', attempt, purpose: 'directory', request }],
  };
}

/** By the application that the launch names, else by the app that WeChat names. */
function requestFor({ brand, launch }: AppVisit, config: DirectoryConfig): HttpRequest | null {
  const { consoleHost, endpoint } = config;
  const { app, caller } = launch;
  if (isByApplication(app, config) && consoleHost !== null)
    return publicConfigRequest(app, consoleHost, brand);
  if (endpoint === null || caller === null || !/^wx[0-9a-f]{16}$/.test(caller)) return null;
  const url = `${endpoint}/apps/${caller}`;
  return { method: 'GET', url, headers: {}, timeoutMs: timing.requestTimeoutMs };
}

function isByApplication(app: string, { consoleHost }: DirectoryConfig): boolean {
  return app !== '' && consoleHost !== null;
}

/** Nobody can say whose launch it is. */
function answerUnasked(visit: AppVisit, context: Context, config: DirectoryConfig): Step {
  if (isForAnybody(visit, config)) return prepare(asAnybody(visit, config), context);
  return goBackWithError(visit, missing('app'), context);
}

function missing(parameter: string): Failure {
  const message = `The launch parameter ${parameter} is missing: this program serves the apps of many companies`;
  return { code: 'launch_invalid', message };
}

/** A provider may serve codes, which are worth nothing without its AppSecret, to any app. */
function isForAnybody({ launch }: AppVisit, { unregistered }: DirectoryConfig): boolean {
  return unregistered === 'codes' && launch.app === '' && launch.contract === 'codes';
}

/** It stays unidentified: the provider is not the app that the person goes back to. */
function asAnybody(visit: AppVisit, { unregisteredWords }: DirectoryConfig): AppVisit {
  return { ...visit, brand: { ...visit.brand, words: unregisteredWords } };
}

const notLoaded: ShownFailure = {
  code: 'wechat_failed',
  message: 'WeChat did not load what reads the directory',
};

interface Reading {
  readonly config: DirectoryConfig;
  readonly reader: DirectoryReader | null;
}

function readIdentity(
  state: Identifying,
  { purpose, response }: EventOf<'responded'>,
  context: Context,
  { config, reader }: Reading,
): Step {
  if (purpose !== 'directory') return stay(state);
  if (reader === null) return fail(state, notLoaded, context);
  const { visit, loginCode } = state;
  const { launch } = visit;
  const provider = ownBrand(context.brand);
  const caller = launch.caller ?? '';
  const { app, connection } = launch;
  const answer: DirectoryAnswer = isByApplication(app, config)
    ? reader.readPublicConfig(response, { caller, app, connection }, visit.lang, provider, config)
    : reader.readEntryOf(response, caller, provider, config);
  if (!('failure' in answer)) {
    const { state, effects } = known(identified(visit, answer.brand, context), loginCode, context);
    const notes = answer.notes.map((text) => ({ type: 'note', text }) as const);
    return { state, effects: [...notes, ...effects] };
  }
  const { failure, brand = provider } = answer;
  if (failure.code === 'app_not_registered' && isForAnybody(visit, config))
    return known(asAnybody(visit, config), loginCode, context);
  return final.includes(failure.code)
    ? goBackWithError(visit, failure, context)
    : fail({ visit: { ...visit, brand } }, failure, context);
}

/** The launch once more, held against what this app may have. */
function identified(visit: AppVisit, known: EffectiveBrand, context: Context): AppVisit {
  const { unidentified } = visit;
  if (unidentified === null) return visit;
  const { options, language } = unidentified;
  const brand = withoutUnboundTickets(known);
  const entry = readEntry(options, language, context.brand, brand);
  if (entry.kind !== 'launch') return visit;
  const { launch, refusal } = entry;
  return { ...visit, brand, lang: launch.lang, launch, refusal, unidentified: null };
}

/**
 * A launch for a ticket names its user pool itself: where nobody has said which one is the app's,
 * it could name another company's.
 */
function withoutUnboundTickets(brand: EffectiveBrand): EffectiveBrand {
  if (brand.genauth.userPoolId !== null) return brand;
  return { ...brand, returns: brand.returns.filter((one) => one !== 'ticket') };
}

/** It is known whose launch it is: what is agreed to came with the answer. */
function known(visit: AppVisit, loginCode: LoginCode, context: Context): Step {
  const refusal = refusalOf(visit);
  if (refusal !== null) return goBackWithError(visit, refusal, context);
  const { agreements } = visit.brand;
  const items = agreements.from === 'brand' ? agreements.items : [];
  return stay(ask(visit, askFor(items), loginCode));
}

function failToIdentify(
  state: Identifying,
  { purpose, reason }: EventOf<'requestFailed'>,
  context: Context,
  config: DirectoryConfig,
): Step {
  if (purpose !== 'directory') return stay(state);
  return fail(
    state,
    cannotReach('The directory', requestFor(state.visit, config)?.url ?? null, reason),
    context,
  );
}
